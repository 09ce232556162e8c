"""What officers wrote for the meeting, as blocks: what is asked, what is done, implications."""

from collections.abc import Sequence

from reports.content.blocks import Block, Heading, Paragraph, Points, Table
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import done, said
from workstreams.base import Workstream
from workstreams.view import View

DOING = "What is being done"
ASKED = "The committee is asked to"


def asked(view: View) -> list[Block]:
    """What the committee is asked to do: one thing in a sentence, more as a numbered list."""
    return as_asked(said(view).asked)


def as_asked(lines: Sequence[str]) -> list[Block]:
    """Things that the committee is asked, as they are set."""
    if len(lines) < 2:
        return [Paragraph(f"{ASKED} {line}") for line in lines]
    return [Paragraph(f"{ASKED}:"), Points(tuple(lines), numbered=True)]


def doing(view: View, workstream: Workstream) -> list[Block]:
    """What is being done about a part of the plan, then about each of its series."""
    found = done(view, workstream)
    made: list[Block] = [Heading(DOING, 2)] if found else []
    made += [Paragraph(line) for one in found if not one.about for line in one.lines]
    rows = tuple((one.about, " ".join(one.lines)) for one in found if one.about)
    if rows:
        caption = f"{workstream.title}: what is being done about each."
        made.append(Table(caption, ("What it is about", DOING), rows))
    return made


def implications(view: View) -> list[Block]:
    """The implications that were written; none where none was."""
    found = said(view).implications
    made: list[Block] = [Heading("Implications")] if found else []
    for name, lines in found:
        made += [Heading(name, 2), *(Paragraph(line) for line in lines)]
    return made


def every(view: View) -> tuple[tuple[str, str], ...]:
    """All of it, a line each: what it is about, and the words."""
    made = [(ASKED, line) for line in said(view).asked]
    for workstream in WORKSTREAMS:
        for one in done(view, workstream):
            made.append((f"{DOING}: {one.about or workstream.title}", " ".join(one.lines)))
    return (*made, *((name, " ".join(lines)) for name, lines in said(view).implications))
