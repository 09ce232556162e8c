"""A pack for one meeting: chosen, put in order and made safe for its readers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from charts.spec import Chart
from reports.content import front, lists, sections, words
from reports.content.blocks import Block, Contents, Heading, Line, NewPage, Pack, Paragraph, Sheet
from reports.content.brief import brief
from reports.content.exempt import banner
from reports.content.figures import has_records, lines
from reports.content.rules import rules, software
from reports.content.sources import records, sources, unlisted
from reports.content.uploads import LeftOut
from store.said.as_read import Accepted
from workstreams import WORKSTREAMS
from workstreams.across.questions import questions
from workstreams.asking import Question
from workstreams.view import View, reports_to
from workstreams.wording import day

PARTS = (
    "summary",
    "since",
    "questions",
    *(workstream.key for workstream in WORKSTREAMS),
    "recommendations",
    "implications",
    "honesty",
    "definitions",
)
"""The parts of a pack, in order."""


def pack(
    view: View,
    meeting: date,
    known_at: datetime,
    *,
    accepted: Sequence[Accepted] = (),
    left_out: Sequence[LeftOut] = (),
    parts: Sequence[str] = PARTS,
    issue: Sequence[tuple[str, str]] = (),
) -> Pack:
    """Everything that goes to a meeting.

    ``view`` is the plan as at the snapshot reported, for the pack's audience, ``known_at`` the
    moment it was read for; ``accepted`` are the warnings its uploads were accepted with and
    ``left_out`` their rows that are in no figure; ``issue`` is what is to be said of this issue.
    """
    wanted = [part for part in PARTS if part in parts]
    every = lines(view) if wanted else ()
    found = chosen(every, wanted)
    sheets = tuple(
        replace(sheet, unlisted=unlisted(sheet.chart, view))
        for sheet in _sheets(charts(view, wanted))
    )
    asked = questions(view)
    facts = (*_facts(view, meeting, known_at), *issue)
    made: list[Block] = []
    each: list[tuple[str, tuple[Block, ...]]] = []
    for part in wanted:
        shown = every if part == "summary" else found
        blocks = _part(part, view, shown, sheets, accepted, left_out, asked, facts)
        each.append((part, tuple(blocks)))
        if wanted[0] == "summary" and part != "summary" and not _begun(made) and blocks:
            # The summary stands alone.
            made += [NewPage()] if not isinstance(blocks[0], NewPage) else []
        made += blocks
    if made and "summary" not in wanted and view.plan.illustrative:
        made.insert(0, Paragraph(view.plan.illustrative, "notice"))
    made = with_contents(made)
    if not made:
        made.append(Paragraph("The plan has no data for the parts of the pack that were chosen."))
    return Pack(
        title=view.plan.name,
        committee=_committee(view, meeting),
        council=view.plan.council,
        meeting=meeting,
        as_at=view.as_at,
        audience=view.audience,
        banner=banner(view),
        known_at=known_at,
        blocks=tuple(made),
        sheets=sheets,
        lines=found,
        facts=facts,
        sources=sources(view, _behind(found, sheets)),
        brief=brief(view, asked),
        parts=tuple(each),
        words=words.every(view),
    )


def brief_alone(view: View, known_at: datetime) -> Pack:
    """The chair's brief of a view without a pack, for the meeting that the view is for."""
    meeting = view.meeting or reports_to(view.as_at, view.meetings)
    return pack(view, meeting, known_at, parts=())


LISTED = 3
"""Parts from which on a pack has a list of them."""


def with_contents(made: Sequence[Block]) -> list[Block]:
    """The blocks with a list of their parts, after the summary where that has its own page."""
    titles = [b.text for b in made if isinstance(b, Heading) and b.level == 1]
    if len(titles) < LISTED:
        return list(made)
    first = next((at for at, b in enumerate(made) if isinstance(b, NewPage)), -1) + 1
    return [*made[:first], Contents(tuple(titles)), *made[first:]]


def _begun(made: Sequence[Block]) -> bool:
    """Whether anything after the first page has begun."""
    return any(isinstance(block, NewPage) for block in made)


def chosen(found: Sequence[Line], parts: Sequence[str]) -> tuple[Line, ...]:
    """The figures that these parts print: those of their workstreams, and the summary's headlines.

    Each is in the workbook of data and is defined; none of a part left out is.
    """
    titles = {workstream.title for workstream in WORKSTREAMS if workstream.key in parts}
    heads = front.headlines(found) if "summary" in parts else ()
    return tuple(line for line in found if line.workstream in titles or line in heads)


def charts(view: View, parts: Sequence[str] = PARTS) -> tuple[Chart, ...]:
    """Every chart the view gives in these parts, each marked for its audience."""
    mark = banner(view)
    return tuple(
        sections.exempt(chart, mark) if mark else chart
        for workstream in WORKSTREAMS
        if workstream.key in parts and has_records(workstream, view)
        for chart in workstream.drawn(view)
    )


def _part(
    part: str,
    view: View,
    found: tuple[Line, ...],
    sheets: tuple[Sheet, ...],
    accepted: Sequence[Accepted],
    left_out: Sequence[LeftOut],
    asked: Sequence[Question],
    facts: Sequence[tuple[str, str]],
) -> list[Block]:
    match part:
        case "summary":
            return front.summary(view, found, asked)
        case "since":
            return front.since(view)
        case "questions":
            return front.behind_questions(asked)
        case "recommendations":
            return lists.recommendations(view)
        case "implications":
            return words.implications(view)
        case "honesty":
            return sections.honesty(view, accepted, left_out, facts, sheets)
        case "definitions":
            return sections.definitions(found)
        case _:
            workstream = next(w for w in WORKSTREAMS if w.key == part)
            return sections.section(workstream, view, found, sheets)


def _committee(view: View, meeting: date) -> str:
    named = next((m.name for m in view.meetings if m.when == meeting), "")
    return named or view.plan.committee


def _facts(view: View, meeting: date, known_at: datetime) -> list[tuple[str, str]]:
    """What the pack was made from, so that it can be made again."""
    at = [s for s in view.snapshots if not s.withdrawn and s.as_at == view.as_at]
    made = [("Meeting", day(meeting)), ("Figures as at", day(view.as_at))]
    if view.since:
        made.append(("Compared with", day(view.since)))
    for snapshot in at[-1:]:
        made.append(("Upload reported", f"{snapshot.file}, upload {snapshot.id}"))
        made.append(("Check code of that file", snapshot.fingerprint))
    made.append(("Made from what was known on", f"{day(known_at)} at {known_at:%H:%M} UTC"))
    made += [("Version of the rules", rules()), ("Software", software())]
    made.append(("To make the same pack again", f"{known_at:%Y-%m-%dT%H:%M:%S.%fZ}"))
    return made


SHEET = 31
"""Letters that Excel takes in the name of a sheet."""
DANGLING = frozenset(
    ("a", "after", "an", "and", "as", "at", "before", "by", "for", "from", "had", "has", "have",
     "into", "of", "or", "per", "than", "that", "the", "their", "to", "when", "which", "who",
     "whose", "with", "within", "without")
)  # fmt: skip
"""Words that a name cut short does not end in."""


def _sheets(found: Sequence[Chart]) -> tuple[Sheet, ...]:
    """Each chart with a sheet name that Excel takes: short, unlike any other, numbered in order."""
    made = []
    for place, chart in enumerate(found, 1):
        words = chart.key.split(".", 1)[-1].replace("_", " ")
        plain = "".join(c if c.isalnum() or c == " " else " " for c in words)
        made.append(Sheet(shortened(f"{place:02} {plain}"), chart))
    return tuple(made)


def shortened(name: str) -> str:
    """A sheet's name cut after a whole word where it is too long, not at "the" or "of"."""
    words = name.split()
    cut = len(" ".join(words)) > SHEET
    while len(words) > 2 and len(" ".join(words)) > SHEET:
        words.pop()
    while cut and len(words) > 2 and words[-1] in DANGLING:
        words.pop()
    # A single word that is too long has to be cut in itself.
    return " ".join(words)[:SHEET]


def _behind(found: Sequence[Line], sheets: Sequence[Sheet]) -> set[int]:
    """Every record behind a figure or a chart."""
    behind = {record for line in found for record in line.now.records}
    return behind.union(*(ids for sheet in sheets for ids in records(sheet.chart)))
