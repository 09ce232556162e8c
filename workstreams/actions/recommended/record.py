"""The record of recommendations over all plans: one line each, chosen among and put in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.following.keys import wording_key
from workstreams.actions.columns import ACTIONS
from workstreams.actions.recommended.told import (
    Recommended,
    delivered_by,
    reason_given,
    recommended,
    whole,
)
from workstreams.asking import BLANK
from workstreams.names import committee_named, committee_rank, folded, grouped
from workstreams.source import placed
from workstreams.view import Plan, View
from workstreams.wording import counted, day, sentence

Cell = str | int | date | None
NO_YEAR = "No day given"
YEARS = (
    "A municipal year runs from one annual meeting of the council, in May, to the next. Here it is "
    "counted from 1 May, by the day on which a recommendation was raised."
)


@dataclass(frozen=True)
class Entry:
    """One recommendation of one plan, as it stands at the plan's latest upload.

    ``where`` is its place in the file.
    """

    plan: Plan
    as_at: date
    told: Recommended
    where: str

    @property
    def committee(self) -> str:
        """Whose recommendation it is, as it is chosen by."""
        return committee_named(self.told.committee)

    @property
    def year(self) -> str:
        """The municipal year in which it was raised, as it is chosen by."""
        return self.told.year or NO_YEAR

    @property
    def answer(self) -> str:
        """The executive's answer, as it is chosen by."""
        return sentence(self.told.answer)

    @property
    def outcome(self) -> str:
        """What became of it and how that was shown, as it is chosen by."""
        return self.told.outcome


@dataclass(frozen=True)
class Chosen:
    """Which entries are wanted; of a part that is "" all are."""

    committee: str = ""
    year: str = ""
    answer: str = ""
    outcome: str = ""

    def of(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The entries that are wanted, in their order."""
        return tuple(one for one in entries if self._wants(one))

    @property
    def words(self) -> str:
        """What was chosen, for a copy that is taken away: "Answer: Accepted"; "" for all."""
        parts = (
            ("Committee", self.committee),
            ("Municipal year", self.year),
            ("Answer", self.answer),
            ("What became of it", self.outcome),
        )
        return ". ".join(f"{name}: {value}" for name, value in parts if value)

    def _wants(self, one: Entry) -> bool:
        return (
            folded(self.committee) in ("", folded(one.committee))
            and self.year in ("", one.year)
            and self.answer in ("", one.answer)
            and self.outcome in ("", one.outcome)
        )


def entries(view: View) -> tuple[Entry, ...]:
    """The plan's recommendations as entries of the record, in the order of its file."""
    found = recommended(view)
    ids = pd.Index([one.record_id for one in found], dtype="int64")
    places = placed(view, ACTIONS.key, pd.DataFrame(index=ids))["Where"] if found else ()
    return tuple(
        Entry(view.plan, view.as_at, one, str(where))
        for one, where in zip(found, places, strict=True)
    )


def in_order(found: Iterable[Entry], *, newest_first: bool = True) -> tuple[Entry, ...]:
    """By committee, then meeting, then plan; those of a file in its order.

    Those without a day come last within their committee.
    """
    turn = -1 if newest_first else 1
    return tuple(
        sorted(
            found,
            key=lambda one: (
                *committee_rank(one.committee),
                one.told.raised is None,
                turn * (one.told.raised or date.min).toordinal(),
                one.plan.name.casefold(),
            ),
        )
    )


def choices(found: Sequence[Entry]) -> dict[str, list[str]]:
    """What can be chosen among, by the part of ``Chosen``: each thing once, in order."""
    committees = [committee for committee, _ in grouped(found, lambda one: one.committee)]
    outcomes = dict.fromkeys(one.outcome for one in found)
    answers = dict.fromkeys(one.answer for one in found)
    return {
        "committee": sorted(committees, key=committee_rank),
        "year": years(found),
        "answer": sorted(answers, key=str.casefold),
        "outcome": sorted(outcomes, key=str.casefold),
    }


def in_several_plans(found: Iterable[Entry]) -> str:
    """Says how many stand in several plans in the same words; "" where none does."""
    held: dict[tuple[str, date | None, object], set[int]] = {}
    for one in found:
        same = folded(one.committee), one.told.raised, wording_key(one.told.words)
        held.setdefault(same, set()).add(one.plan.id)
    number = sum(len(plans) > 1 for plans in held.values())
    if not number:
        return ""
    counts = (
        "stands in several plans in the same words, and counts"
        if number == 1
        else ("stand in several plans in the same words, and count")
    )
    return f"{sentence(counted(number, 'recommendation'))} {counts} once for each plan."


def years(found: Iterable[Entry]) -> list[str]:
    """The municipal years, the newest first; those without a day are last."""
    known = {one.year for one in found}
    return [*sorted(known - {NO_YEAR}, reverse=True), *sorted(known & {NO_YEAR})]


def shown(found: Sequence[Entry]) -> pd.DataFrame:
    """The record to read on a page: text cells, nothing shortened.

    The committee and the plan are named where there are several.
    """
    committees = len({folded(one.committee) for one in found}) > 1
    plans = len({one.plan.id for one in found}) > 1
    columns = {
        "Recommendation": [f"{_named(one.told)}“{whole(one.told)}”" for one in found],
        "Raised": [_raised(one, committees, plans) for one in found],
        "Answer and reason": [answered(one.told) for one in found],
        "Two months": [one.told.in_short for one in found],
        "Actions that deliver it": [delivered_by(one.told) or "No action" for one in found],
        "What became of it": [one.outcome for one in found],
    }
    return pd.DataFrame(columns, dtype="str")


def answered(one: Recommended) -> str:
    """The answer, its day and its reason: "Accepted on 2 November 2021. It is agreed."."""
    when = f" on {day(one.answered)}" if one.is_answered and one.answered else ""
    reason = reason_given(one)
    return f"{sentence(one.answer)}{when}." + (f" {reason}" if reason != BLANK else "")


HEADINGS = (
    *("Reference", "In the committee’s words", "Committee", "Plan", "Raised", "Municipal year"),
    *("Asked for by", "Answer", "Reason for the answer", "Answered", "Two months began"),
    *("Answer due by", "Days to answer", "Two months", "Actions that deliver it"),
    *("What became of it", "Evidence", "Latest update", "As at", "Where in the file"),
)
"""The columns of the record as a workbook: each part in one of its own."""


def cells(one: Entry) -> tuple[Cell, ...]:
    """A row of the record as a workbook, under ``HEADINGS``; a day is a date, nothing is None."""
    told = one.told
    row: tuple[Cell, ...] = (
        *(told.letter, whole(told), one.committee, one.plan.name, told.raised, one.year),
        *(told.asked_by, one.answer, reason_given(told) if told.is_answered else ""),
        *(told.answered if told.is_answered else None, told.received, told.due),
        *(told.days_to_answer, told.in_short, delivered_by(told) or "No action"),
        *(one.outcome, told.evidence, told.update, one.as_at, one.where),
    )
    return tuple(None if cell == "" else cell for cell in row)


def _named(one: Recommended) -> str:
    return f"{one.letter}. " if one.letter else ""


def _raised(one: Entry, committees: bool, plans: bool) -> str:
    when = day(one.told.raised) if one.told.raised else one.told.asked_by or NO_YEAR
    parts = [when, one.committee if committees else "", one.plan.name if plans else ""]
    return ". ".join(part for part in parts if part)
