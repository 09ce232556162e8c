"""An attacker with every public file of every sample meeting recovers no hidden count of cases.

Files are opened to the last byte and read with the attacker's own eyes (``opened`` and what it
imports); what all of them say together is put into a solver of whole numbers (``attack``).
"""

from dataclasses import replace

import pytest

from measures.small_numbers.published_cases import LEAST_LEFT
from reports import meeting as reporting
from reports.web import document
from store.refused import Refused
from store.said.settings import SMALL_NUMBER, change_setting, setting
from tests.attacker import attack, forms
from tests.attacker.learned import ANSWERED, everything, hidden, leaks, lists, reads, said, truth
from tests.attacker.plants import EXACT, PLANTS, Plant
from tests.attacker.said import MANY
from tests.attacker.test_twins import looked_at
from tests.missing import missing

DRAWN = ("svg", "txt", "zip", "json")
"""Pictures and what is made with them: of cases only where a chart of them says something."""
KINDS = ("docx", "pdf", "pptx", "xlsx", "html", *DRAWN)


def test_no_hidden_count_is_recovered_from_all_public_files_together() -> None:
    assert leaks(everything().values()) == []


def test_no_hidden_count_is_recovered_where_each_c_is_known_to_be_a_small_count() -> None:
    """A reader who is told which of the marks stand for 1 to 5 still finds none."""
    ranges = attack.known(said(everything().values()))
    for cell, when in hidden():
        if 0 < getattr(truth()[when], cell) <= 5:
            low, high = ranges.get((cell, when), (0, MANY))
            ranges[cell, when] = max(low, 1), min(high, 5)
    assert attack.few(ranges, lists(), LEAST_LEFT) == {}


def test_what_the_attacker_reads_is_true_and_nothing_is_overlooked() -> None:
    ranges = attack.known(said(everything().values()))
    for when, tally in truth().items():
        for cell in ANSWERED:
            low, high = ranges.get((cell, when), (0, MANY))
            assert low <= getattr(tally, cell) <= high, (cell, when)
    read = {count for count in ranges if count[0] in ANSWERED}
    assert hidden() <= read


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_tells_the_attacker_of_cases(kind: str) -> None:
    """So it is not blind to any of them."""
    meetings = forms.with_cases()
    if kind in DRAWN:
        meetings = tuple(meeting for meeting in meetings if forms.draws_cases(meeting))
    assert meetings
    for meeting in meetings:
        if kind == "svg" and not forms.pictures():
            missing("Chromium", "chromium")
        found = said(read for name, read in reads(meeting).items() if name.endswith(f".{kind}"))
        assert {one.cell for one in found} & ANSWERED, meeting


def test_the_documents_tell_the_same_as_the_workbook_and_the_page() -> None:
    latest = forms.with_cases()[-1]
    ranges = {
        name.rpartition(".")[2]: attack.known(read.said)
        for name, read in reads(latest).items()
        if "_report_" in name or "_data_" in name and "_report_" in name or "_data_" in name
    }
    assert ranges["docx"] == ranges["pdf"]
    assert ranges["xlsx"] == ranges["html"]
    assert set(ranges["docx"]) <= set(ranges["xlsx"])


def test_a_members_page_gives_the_counts_to_the_same_attacker() -> None:
    """So the public files could have shown them, and the attacker would have seen it."""
    latest = forms.with_cases()[-1]
    page = document.write(forms.pack_of(latest, "members"))
    told = {
        (one.cell, one.low)
        for one in attack.read("members.html", page, lists()).said
        if one.exact and one.when == lists()[-1]
    }
    assert {
        (cell, getattr(truth()[lists()[-1]], cell))
        for cell in ("open", "new", "newly_concluded", "from_12", "learning_open")
    } <= told
    assert "stage 3" in {cell for cell, _ in told}


@pytest.mark.parametrize(("kind", "plant"), PLANTS, ids=lambda one: getattr(one, "__name__", one))
def test_a_leak_that_is_planted_is_found(kind: str, plant: Plant) -> None:
    latest = forms.with_cases()[-1]
    name, data = next(
        (name, data)
        for name, data in forms.files_of(latest).items()
        if name.endswith(f".{kind}") and (kind not in ("svg", "png") or "learning" in name)
    )
    planted = plant(data, forms.pack_of(latest, "members"))
    assert planted != data
    assert leaks([attack.read(name, planted, lists())]) != []


def test_a_leak_in_a_files_name_is_found() -> None:
    name = f"{EXACT.replace(' ', '_')}.txt"
    assert leaks([attack.read(name, b"Nothing else", lists())]) != []


def test_a_count_that_only_the_sums_give_away_is_found() -> None:
    """No number in print is exact, and two bands of unlike steps leave two answers."""
    now = lists()[-1]
    unlike = attack.known(said(everything().values())) | {("open", now): (6, 8)}
    assert attack.few(unlike, lists(), LEAST_LEFT) == {
        ("open", now): {7, 8},
        ("before_issue", now): {6, 7},
        ("issued", now): {1, 2},
    }


def test_the_plan_without_cases_says_nothing_of_any() -> None:
    others = [meeting for meeting in forms.met() if meeting.plan_id != 1]
    assert len(others) == 6
    for meeting in others:
        for name, read in reads(meeting).items():
            assert not read.said, name
            assert not read.strange, name


@pytest.mark.parametrize("limit", [10, 25])
def test_copies_with_a_raised_limit_tell_nothing_more(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit raised between two meetings gives nothing back of what either copy hides."""
    usual = said(everything().values())  # before anything is put in the place of the plan
    raised = []
    for meeting in forms.with_cases()[4:]:
        shown = replace(looked_at(meeting), settings={SMALL_NUMBER: limit})
        monkeypatch.setattr(reporting, "view", lambda *_, shown=shown, **__: shown)
        page = document.write(forms.pack_of.__wrapped__(meeting))
        raised.append(attack.read(f"{meeting}.html", page, lists()))
    assert said(raised) - usual, "the copies are the same"
    assert leaks(raised, solve=False) == []
    # What leaves every range as it was gives the sums nothing new.
    assert attack.known(said([*everything().values(), *raised])) == attack.known(usual)


def test_the_store_refuses_a_lower_limit_than_stood() -> None:
    plan = forms.met()[-1].plan_id
    change_setting(forms.engine(), plan, SMALL_NUMBER, 10, "Officer")
    for lower in (5, 9):
        with pytest.raises(Refused, match="can only be raised"):
            change_setting(forms.engine(), plan, SMALL_NUMBER, lower, "Officer")
    assert setting(forms.engine(), plan, SMALL_NUMBER) == 10
