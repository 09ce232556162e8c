"""What a public copy prints of an indicator that counts children."""

import itertools
import math
from datetime import date

import pandas as pd
import pytest

from measures.indicators import Series, all_series
from measures.small_numbers.guarded import counted_in, guarded
from tests.made.views import history_of
from workstreams.indicators.columns import INDICATORS

CHILDREN = """
Care proceedings finished within 26 weeks
Section 20 files audited with clear written consent
Human Rights Act cases open
Children in care
% of children with an up-to-date care plan
Families supported by early help
Looked after children with a health assessment in time
CLA placed over 20 miles from home
Children seen by a social worker within 10 days
Re-referrals within 12 months
Initial child protection conferences in time
Number of UASC
Care leavers in education, employment or training
Pre-proceedings longer than 16 weeks
Adopters approved
Missing episodes with a return home interview
Average days from placement order to match for siblings
Social workers per child
Court applications lodged on the agreed date
EHCPs finished in 20 weeks
""".strip().splitlines()
STAFF = """
Agency rate
Social worker vacancies
Children's social work vacancies
Children and families services turnover
Managers who know when to ask for legal advice
Staff trained in the Human Rights Act's duties by e-learning
Solicitors in post
Average caseload
Sickness absence, days lost
Supervisions held on time
Children's legal team establishment
""".strip().splitlines()
THINGS = """
Budget spent
Policies reviewed on time
Decisions called in by councillors
Actions closed
Invoices paid in 30 days
Freedom of information requests answered
""".strip().splitlines()
UNKNOWN = ["Legal advice given within the agreed time", "KPI 7", "Timeliness", "Audits graded good"]


@pytest.mark.parametrize("name", CHILDREN)
def test_an_indicator_of_children_is_told_by_its_name(name: str) -> None:
    assert counted_in(name) == "children"


@pytest.mark.parametrize("name", [n for n in STAFF if "Human Rights Act" not in n])
def test_an_indicator_of_staff_is_told_by_its_name(name: str) -> None:
    assert counted_in(name) == "staff"


def test_where_children_stand_among_words_of_staff_they_are_guarded() -> None:
    """Guarding too much can be put right by an officer; what is printed cannot be taken back."""
    assert counted_in("Staff trained in the Human Rights Act's duties by e-learning") == "children"


@pytest.mark.parametrize("name", THINGS)
def test_an_indicator_of_things_is_told_by_its_name(name: str) -> None:
    assert counted_in(name) == "things"


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_does_not_say_it_is_unknown(name: str) -> None:
    assert counted_in(name) is None


def shares(*parts: tuple[int, int], target: str = "") -> Series:
    """An indicator of two numbers a month."""
    return series(
        unit="percent",
        numerator=[str(part) for part, _ in parts],
        denominator=[str(whole) for _, whole in parts],
        target=target,
    )


def counts(*values: object, target: str = "", better: str = "lower") -> Series:
    return series(unit="count", value=[str(v) for v in values], target=target, better=better)


def series(better: str = "higher", **given: object) -> Series:
    frame = pd.DataFrame(given, dtype="str")
    frame["period"] = [f"2021-{month:02d}-28" for month in range(1, len(frame) + 1)]
    history = history_of(INDICATORS, frame.assign(indicator="A", better=better, as_at="2021-12-31"))
    (found,) = all_series(history)
    return found


@pytest.mark.parametrize(
    ("part", "whole"), [(1, 8), (3, 60), (30, 31), (55, 60), (0, 4), (4, 4), (5, 5), (8, 9)]
)
def test_a_share_of_few_or_that_leaves_few_is_withheld(part: int, whole: int) -> None:
    latest = guarded(shares((part, whole))).latest
    assert latest.value is None
    assert (str(latest), latest.records) == ("too few to show", ())
    assert "1 to 5" in latest.why_missing


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(40, 60, "67%"), (0, 40, "0%"), (40, 40, "100%"), (25, 40, "63%")]
)
def test_a_share_of_many_is_a_whole_percentage_without_its_numbers(
    part: int, whole: int, said: str
) -> None:
    latest = guarded(shares((part, whole))).latest
    assert (str(latest), latest.parts, latest.records) == (said, "", ())


def test_rounding_never_says_that_a_missed_target_is_met_nor_that_a_met_one_is_missed() -> None:
    for whole, part, target in itertools.product((37, 143, 400), range(6, 400, 7), (60, 66.6, 90)):
        if part <= whole - 6:
            exact = shares((part, whole), target=str(target))
            told = guarded(exact)
            assert exact.latest.value is not None
            assert told.latest.value is not None
            assert told.met(told.latest.value) == exact.met(exact.latest.value)
            assert abs(told.latest.value - exact.latest.value) <= 0.01


@pytest.mark.parametrize("value", ["12.5", "0.125", "100", "83.3"])
def test_a_share_without_its_numbers_is_withheld(value: str) -> None:
    told = guarded(series(unit="percent", value=[value]))
    assert str(told.latest) == "not shown"
    assert "two numbers" in told.latest.why_missing


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1, "1 to 5"), (5, "1 to 5"), (6, "10"), (10, "10"), (11, "15"), (487, "490")],
)
def test_a_count_is_rounded_up_and_a_small_one_is_given_as_such(value: int, said: str) -> None:
    assert str(guarded(counts(value)).latest) == said


def test_two_dates_cannot_be_subtracted() -> None:
    """Whatever two counts follow one another, at least three values of each remain possible."""
    seen: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for pair in itertools.product(range(1, 26), repeat=2):
        told = guarded(counts(*pair))
        seen.setdefault((str(told.at(0)), str(told.at(1))), set()).add(pair)
    for pairs in seen.values():
        assert len({first for first, _ in pairs}) >= 3
        assert len({second for _, second in pairs}) >= 3


def test_a_band_that_holds_the_target_is_a_band() -> None:
    latest = guarded(counts(7, target="8")).latest
    assert (latest.value, str(latest)) == (None, "6 to 10")
    assert str(guarded(counts(9, target="8")).latest) == "6 to 10"
    assert str(guarded(counts(12, target="8")).latest) == "15"


def test_a_raised_limit_widens_the_steps() -> None:
    assert str(guarded(counts(7), 10).latest) == "1 to 10"
    assert str(guarded(counts(11), 10).latest) == "20"
    assert str(guarded(shares((8, 40)), 10).latest) == "too few to show"


def test_averages_days_and_pounds_are_no_counts() -> None:
    assert str(guarded(counts(18.5)).latest) == "18.5"
    assert guarded(series(unit="days", value=["4"])).latest.value == 4


def test_what_was_not_there_stays_as_it_was() -> None:
    told = guarded(series(unit="count", value=["7", ""], value_mark=["", "x"]))
    assert told.latest.why_missing == "not available"
    assert not told.points["withheld"].iloc[-1]


def test_a_figure_that_is_withheld_has_neither_moved_nor_failed_to_come() -> None:
    told = guarded(shares((30, 60), (1, 8)))
    assert told.move(date(2021, 1, 31)) == "not shown"
    assert told.move(date(2021, 2, 28)) == "no new figure"
    before = guarded(shares((1, 8), (30, 60)))
    assert before.move(date(2021, 1, 31)) == "not shown"
    assert math.isnan(told.points["value"].iloc[-1])
