"""The body of a pack: a section a workstream, how far to trust it, and the definitions."""

import re
from collections.abc import Sequence
from dataclasses import replace

from charts.spec import Chart
from reports.content import lists, uploads, words
from reports.content.blocks import Block, Heading, Line, Paragraph, Picture, Sheet, Table
from reports.content.figures import table
from store.said.as_read import Accepted
from workstreams import WORKSTREAMS
from workstreams.across.notes import notes
from workstreams.base import Workstream
from workstreams.run_charts import run_key
from workstreams.sections import Section
from workstreams.source import corrected
from workstreams.view import Snapshot, View
from workstreams.wording import day, listed


def drawn(workstream: Workstream, view: View, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The charts of a workstream that the documents hold: those it says, else its first ones."""
    own = [s for s in sheets if s.chart.key.split(".")[0] == workstream.key]
    said = {name: place for place, name in enumerate(workstream.prints(view))}
    named = [s for s in own if workstream.name(s.chart) in said]
    named.sort(key=lambda s: said[workstream.name(s.chart)])
    return tuple(named or own[: workstream.printed])


def section(
    workstream: Workstream, view: View, found: tuple[Line, ...], sheets: Sequence[Sheet]
) -> list[Block]:
    """A workstream: its finding, figures, first charts with their tables, and its lists."""
    own = tuple(line for line in found if line.workstream == workstream.title)
    if not own:
        return []
    made: list[Block] = [Heading(workstream.title), Paragraph(workstream.finding(view), "lead")]
    made += words.doing(view, workstream)
    made.append(table(own, view, f"{workstream.title}: every figure.", by_name=False))
    for sheet in drawn(workstream, view, sheets):
        made.append(Picture(sheet.chart, sheet.name))
    made += remarks(view, workstream, sheets)
    for told in workstream.told_in_print(view):
        made += below(told)
    return made


def below(told: Section) -> list[Block]:
    """What a workstream has below its charts: a heading, sentences and a table, where given."""
    made: list[Block] = [Heading(told.heading, 2)] if told.heading else []
    made += [Paragraph(sentence) for sentence in told.words]
    if told.table is not None:
        made.append(lists.of_frame(told.table, told.caption))
    return made


def remarks(view: View, workstream: Workstream, sheets: Sequence[Sheet]) -> list[Block]:
    """What officers wrote beside any chart of the workstream for this snapshot, signed."""
    written = notes(view)
    beside = [
        Paragraph(
            f"Note by {note.signed}, beside the chart “{sheet.chart.finding}”: "
            f"{' '.join(note.text.split())}"
        )
        for sheet in sheets
        if sheet.chart.key.split(".")[0] == workstream.key
        for note in written
        if note.chart == sheet.chart.key
    ]
    # A run chart that a page was asked for has no sheet; a measure that counts children has none
    # in public.
    asked = [
        Paragraph(
            f"Note by {note.signed}, beside “{measure.name}” over time: "
            f"{' '.join(note.text.split())}"
        )
        for measure in workstream.measures
        if view.audience == "members" or not measure.counts_children
        for note in written
        if note.chart == run_key(measure)
    ]
    return [*beside, *asked]


def honesty(
    view: View,
    accepted: Sequence[Accepted],
    left_out: Sequence[uploads.LeftOut],
    facts: Sequence[tuple[str, str]],
    sheets: Sequence[Sheet] = (),
) -> list[Block]:
    """What the pack stands on: files, rows read and left out, warnings accepted and why."""
    made: list[Block] = [
        Heading("How far to trust these figures"),
        Paragraph(
            "Figures come from the files below, as officers sent them. A row that could not be "
            f"read is left out of every figure and counted here. {uploads.recorded(view)} Targets "
            "and meetings are those set for the plan."
        ),
    ]
    standing = [s for s in view.snapshots if not s.withdrawn and s.as_at <= view.as_at]
    read = _read(view, standing)
    if read:
        made.append(
            Table(
                "What was read for the latest date of each table.",
                ("Table", "File", "As at", "Sheet", "Rows read", "Rows left out"),
                tuple(read),
                small=True,
            )
        )
    if said := corrected(uploads.used(view)):
        made.append(Paragraph(said))
    made += uploads.left_out(view, left_out)
    unconfirmed = (workstream.unconfirmed(view) for workstream in WORKSTREAMS)
    made += [Paragraph(said) for said in unconfirmed if said]
    made += marked(sheets)
    accepted = _for_audience(view, accepted)
    if accepted:
        made.append(Heading("Warnings accepted with the uploads", 2))
        made.append(uploads.warnings(accepted))
    files = tuple(
        (day(s.as_at), s.file, s.fingerprint[:12], day(s.accepted_at.date()))
        for s in uploads.used(view)
    )
    made.append(
        Table(
            "Every upload whose rows are in the pack, with the start of its file’s check code.",
            ("As at", "File", "File check code", "Accepted"),
            files,
            small=True,
        )
    )
    made.append(
        Table("What this pack was made from.", ("What", "Answer"), tuple(facts), small=True)
    )
    return made


MARKED = "The upright lines on charts over time: meetings of the committee, and events."


def marked(sheets: Sequence[Sheet]) -> list[Block]:
    """The dates that any chart marks, for those who cannot see the lines."""
    found = {mark for sheet in sheets for mark in sheet.chart.marks if mark.kind != "step"}
    rows = tuple(
        (day(mark.when), "Committee meeting" if mark.label == month else mark.label)
        for mark in sorted(found, key=lambda mark: (mark.when, mark.label))
        for month in (f"{mark.when:%b %Y}",)
    )
    return [Table(MARKED, ("Date", "What"), rows, small=True)] if rows else []


def _read(view: View, standing: Sequence[Snapshot]) -> list[tuple[str, ...]]:
    """A line a table and file: where its latest records came from, and the rows in and out."""
    made: list[tuple[str, ...]] = []
    for workstream in WORKSTREAMS:
        # How many rows there are may be what the figures hide.
        hidden = workstream.closed(view)
        for declared in workstream.tables:
            if declared.key not in view.history or view.now(declared.key).empty:
                continue
            latest = set(view.now(declared.key)["snapshot_id"])
            for snapshot in (s for s in standing if s.id in latest):
                for read in (t for t in snapshot.tables if t.table == declared.key):
                    made.append(
                        (
                            declared.sheet,
                            snapshot.file,
                            day(snapshot.as_at),
                            read.sheet,
                            "for members only" if hidden else str(read.rows_read),
                            "for members only" if hidden else str(read.rows_left_out),
                        )
                    )
    return made


def _for_audience(view: View, accepted: Sequence[Accepted]) -> Sequence[Accepted]:
    """The warnings a copy may print: in public none from a sheet whose rows are about children."""
    if view.audience == "members":
        return accepted
    private = {t.key for w in WORKSTREAMS if w.about_children for t in w.tables}
    sheets = {read.sheet for s in view.snapshots for read in s.tables if read.table in private}
    return [one for one in accepted if one.problem.sheet not in sheets]


def definitions(found: tuple[Line, ...]) -> list[Block]:
    """What each figure counts and how it is worked out, and the marks that stand for one."""
    made: list[Block] = [
        Heading("Definitions"),
        Paragraph(
            "c: hidden, because it is a small count of people or would give one away. "
            "u: not reliable enough to publish. x: not available. z: does not apply. "
            "0 is only ever a true zero. The workbook of data has every rule and formula in full.",
        ),
    ]
    for title in dict.fromkeys(line.workstream for line in found):
        own = [line.measure for line in found if line.workstream == title]
        notes = shared([measure.definition for measure in own])
        if notes:
            said = " ".join(f"Note {place}: {text}" for place, text in enumerate(notes, 1))
            made.append(Paragraph(f"{title}. {said}", "small"))
        made.append(
            Table(
                f"{title}: what each figure counts.",
                ("Measure", "What it counts and how it is worked out"),
                tuple((m.name, f"{noted(m.definition, notes)}{_sum(m.formula)}") for m in own),
                small=True,
            )
        )
    return made


def _sum(formula: str) -> str:
    """A formula where it is arithmetic; what is only counted has been said by the definition."""
    return f" Worked out as: {formula}" if set(formula) & set("÷×−=") else ""


OFTEN = 3
"""Definitions of a workstream that hold the same sentence, from which on it is said once."""
LONG = 40
"""Letters of a sentence from which on "See note 1." is shorter."""


def sentences(text: str) -> list[str]:
    """A text as its sentences."""
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text)


def shared(texts: Sequence[str]) -> tuple[str, ...]:
    """The long sentences that several of the texts hold, one after another as they are met.

    Sentences that always stand together are one note.
    """
    holders: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for sentence in sentences(text):
            holders.setdefault(sentence, []).append(place)
    notes: dict[tuple[int, ...], str] = {}
    for sentence, places in holders.items():
        if len(places) >= OFTEN and len(sentence) >= LONG:
            together = tuple(places)
            notes[together] = f"{notes.get(together, '')} {sentence}".strip()
    return tuple(notes.values())


def noted(text: str, notes: Sequence[str]) -> str:
    """A definition with what a note says replaced by its number, unless nothing else is left."""
    kept: list[str] = []
    numbers: list[str] = []
    for sentence in sentences(text):
        place = next((n for n, note in enumerate(notes, 1) if sentence in sentences(note)), 0)
        if not place:
            kept.append(sentence)
        elif str(place) not in numbers:
            numbers.append(str(place))
    if not kept:
        return text
    if numbers:
        kept.append(f"See {'note' if len(numbers) == 1 else 'notes'} {listed(numbers)}.")
    return " ".join(kept)


def exempt(chart: Chart, banner: str) -> Chart:
    """The chart with a members' copy's banner on it, said once."""
    notes = tuple(note for note in chart.notes if not note.startswith("Exempt"))
    return replace(chart, banner=banner, notes=notes)
