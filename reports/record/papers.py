"""The record of recommendations as a document: a table a plan, under its committee."""

from collections.abc import Sequence
from datetime import datetime

from reports.content.blocks import COPIES, Block, Heading, Paragraph
from reports.content.paper import Alone
from reports.record.columns import ACTIONS, ANSWER, OUTCOME, TWO, WORDS, table
from reports.record.gathered import Record
from workstreams.actions.recommended.answer import TWO_MONTHS
from workstreams.actions.recommended.record import YEARS, Chosen, in_several_plans
from workstreams.actions.recommended.told import finding
from workstreams.names import grouped

TITLE = "Record of recommendations"
NONE = "No recommendation is all of what was chosen."


def every(record: Record, chosen: Chosen, known_at: datetime) -> Alone:
    """What was chosen of the record, nothing shortened and nothing left out."""
    found = chosen.of(record.entries)
    made = illustrative(record)
    made.append(Paragraph(finding([one.told for one in found]) if found else NONE, "lead"))
    if twice := in_several_plans(found):
        made.append(Paragraph(twice, "notice"))
    made.append(Paragraph(f"{TWO_MONTHS} {YEARS}"))
    for committee, own in grouped(found, lambda one: one.committee):
        made.append(Heading(committee))
        for plan, some in grouped(own, lambda one: one.plan.name):
            made.append(Heading(plan, 2))
            made.append(table("Each recommendation", some, WORDS, ANSWER, TWO, ACTIONS, OUTCOME))
    return paper(record, TITLE, "every plan", chosen.words, known_at, made)


def paper(
    record: Record, title: str, what: str, chosen: str, known_at: datetime, blocks: Sequence[Block]
) -> Alone:
    """A document of the record: what stands at its head and foot, and what it was made from."""
    under = (f"{chosen}." if chosen else "", f"{COPIES[record.audience]}. {record.of}.")
    return Alone(
        title=title,
        what=what,
        council=record.council,
        under=tuple(line for line in under if line),
        subject=" ".join(part for part in (f"{record.of}.", record.banner) if part),
        foot=f"{title}. {COPIES[record.audience]}",
        audience=record.audience,
        banner=record.banner,
        known_at=known_at,
        about=(("Document", title),),
        facts=record.facts(known_at, chosen),
        blocks=tuple(blocks),
    )


def illustrative(record: Record) -> list[Block]:
    """What is said of the plans that are made up."""
    return [
        Paragraph(f"{part.plan.name}: {part.plan.illustrative}", "notice")
        for part in record.parts
        if part.plan.illustrative
    ]
