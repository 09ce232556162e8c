"""The annual scrutiny report's section on recommendations, for one municipal year."""

from collections.abc import Sequence
from datetime import datetime

from reports.content.blocks import Block, Heading, Paragraph, Table
from reports.content.paper import Alone
from reports.record.columns import ACTIONS, ANSWER, OUTCOME, TWO, WORDS, Column, table
from reports.record.gathered import Record
from reports.record.papers import illustrative, paper
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.record import YEARS, Chosen, Entry, in_several_plans
from workstreams.actions.recommended.told import finding
from workstreams.actions.recommended.year import (
    COUNTS,
    Year,
    by_committee,
    doubtful,
    how_quickly,
    what_changed,
    what_is_open,
    year_of,
)
from workstreams.asking import BLANK
from workstreams.names import grouped
from workstreams.wording import are, counted, day, sentence

AFTER: Column = ("After", lambda one: _after(one))
EVIDENCE: Column = ("Evidence", lambda one: one.told.evidence or BLANK)
UPDATE: Column = ("Latest update", lambda one: one.told.update or BLANK)


def annual(record: Record, name: str, committee: str, known_at: datetime) -> Alone:
    """The section for a year ("2021/22"), of one committee or, without it, of all."""
    year = year_of(record.entries, name, committee)
    made = [*illustrative(record), *section(year), *_data(record, year)]
    title = f"Scrutiny recommendations in {name}"
    chosen = Chosen(committee=committee).words
    return paper(record, title, "for the annual scrutiny report", chosen, known_at, made)


def section(year: Year) -> list[Block]:
    """What was recommended, answered and how quickly, what changed and what is open."""
    if not year.made:
        nothing = Paragraph(f"Nothing was recommended in {year.name}.", "lead")
        rest = [Heading("What is open"), *_open(year)] if year.earlier else []
        return [nothing, *_notices(year), *rest]
    made: list[Block] = [
        Paragraph(finding([one.told for one in year.made]), "lead"),
        *_notices(year),
        _figures(year),
        Heading("What was recommended"),
        *_tables(f"Recommendations made in {year.name}", year.made, WORDS),
        Heading("What was answered, and how quickly"),
        Paragraph(how_quickly(year)),
        Paragraph(TWO_MONTHS),
        *_tables("The answers and their two months", year.made, ANSWER, AFTER, TWO),
        Heading("What changed"),
        Paragraph(what_changed(year)),
    ]
    if year.changed:
        caption = "What was reported complete, and how that was shown"
        made += _tables(caption, year.changed, OUTCOME, ACTIONS, EVIDENCE, UPDATE)
    return [*made, Heading("What is open"), *_open(year)]


def _open(year: Year) -> list[Block]:
    """What is open of the year, and of the years before it."""
    columns = (WORDS, ANSWER, OUTCOME, ACTIONS, UPDATE)
    made: list[Block] = [Paragraph(what_is_open(year))]
    if year.open:
        made += _tables(f"Open, made in {year.name}", year.open, *columns)
    if year.earlier:
        made += _tables("Open, made in earlier years", year.earlier, *columns)
    return made


def _tables(caption: str, found: Sequence[Entry], *columns: Column) -> list[Block]:
    """One table, or one a committee under its name where there are several."""
    own = grouped(found, lambda one: one.committee)
    if len(own) < 2:
        return [table(caption, found, *columns)]
    return [
        block
        for committee, some in own
        for block in (Heading(committee, 2), table(f"{caption}, {committee}", some, *columns))
    ]


def _notices(year: Year) -> list[Block]:
    """What may be of another year, and what is in none and so in no figure of the section."""
    said = [doubtful(year), in_several_plans(year.made)]
    if year.undated:
        number = len(year.undated)
        said.append(
            f"{sentence(counted(number, 'recommendation'))} {are(number)} in no year, because the "
            "file gives no day on which it was raised. The record of recommendations holds "
            f"{'it' if number == 1 else 'them'}."
        )
    return [Paragraph(words, "notice") for words in said if words]


def _figures(year: Year) -> Table:
    rows = [(name, *map(str, numbers)) for name, numbers in by_committee(year.made)]
    return Table("Recommendations in figures.", ("Committee", *COUNTS), tuple(rows))


def _after(one: Entry) -> str:
    days = one.told.days_to_answer
    return BLANK if days is None else counted(days, "day")


def _data(record: Record, year: Year) -> list[Block]:
    """From which uploads it was made, and what a year is."""
    wanted = {one.plan.id for one in (*year.made, *year.earlier, *year.undated)}
    rows = [
        (part.plan.name, part.plan.committee or BLANK, day(part.as_at),
         str(sum(one.plan.id == part.plan.id for one in year.made)))
        for part in record.parts
        if part.plan.id in wanted or not year.committee
    ]  # fmt: skip
    made: list[Block] = [
        Heading("What this was made from"),
        Paragraph(f"{YEARS} Each recommendation is told as it stands at its plan’s latest upload."),
    ]
    if rows:
        headings = ("Plan", "Committee", "Figures as at", f"Recommendations in {year.name}")
        made.append(Table("The plans and their latest uploads.", headings, tuple(rows)))
    return made
