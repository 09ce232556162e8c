"""What each place of a council's own report holds: the parts of a pack, under its headings."""

from collections.abc import Collection

from reports.content.blocks import COPIES, Block, Heading, NewPage, Pack, Paragraph, Points
from reports.content.words import ASKED, as_asked
from workstreams import WORKSTREAMS
from workstreams.across.meeting_words import IMPLICATIONS
from workstreams.wording import day


def lines(pack: Pack) -> dict[str, str]:
    """What the places within a sentence hold."""
    return {
        "title": pack.title,
        "council": pack.council,
        "committee": pack.committee,
        "meeting date": day(pack.meeting),
        "data as at": day(pack.as_at),
        "copy": COPIES[pack.audience],
    }


def blocks(pack: Pack, names: Collection[str]) -> dict[str, list[Block]]:
    """What the other places hold in a template that has those that are named.

    Each begins under the template's own heading. A summary without a place of its own stands at
    the head of the progress.
    """
    part: dict[str, list[Block]] = {
        key: [block for block in of if not isinstance(block, NewPage)] for key, of in pack.parts
    }
    ask = as_asked([text for about, text in pack.words if about == ASKED])
    summary = part.get("summary", [])
    if "recommendations" in names:
        summary = [block for block in summary if block not in ask]
    progress = [] if "summary" in names else list(summary)
    for key in ("since", "questions", *(one.key for one in WORKSTREAMS)):
        progress += part.get(key, [])
    appendices = [*part.get("honesty", []), *part.get("definitions", [])]
    held: dict[str, list[Block]] = {
        "purpose": [_purpose(pack)],
        "recommendations": ask or _questions(pack),
        "summary": _headless(summary) or [Paragraph("The pack was made without its summary.")],
        "background": _background(pack, part.get("recommendations", [])),
        "progress": progress or [Paragraph("The pack was made without these parts.")],
        "appendices": appendices or [Paragraph("The pack was made without its appendices.")],
    }
    return held | {name.lower(): _implication(pack, name) for name in IMPLICATIONS.values()}


def _headless(made: list[Block]) -> list[Block]:
    """The blocks of a part without its own heading: the template has one."""
    return made[1:] if made and isinstance(made[0], Heading) else made


def _purpose(pack: Pack) -> Paragraph:
    facts = dict(pack.facts)
    since = f", compared with {facts['Compared with']}" if "Compared with" in facts else ""
    return Paragraph(
        f"To tell {pack.committee} how {pack.title} stands on {day(pack.as_at)}{since}: what has "
        "changed, what is late and what to ask."
    )


def _questions(pack: Pack) -> list[Block]:
    """What the committee is asked where officers wrote nothing: to put the questions."""
    asked = tuple(one.text for one in pack.brief.asked)
    if not asked:
        return [Paragraph("No recommendation has been written for this meeting.")]
    return [
        Paragraph("The committee is asked to put these questions:"),
        Points(asked, numbered=True),
    ]


def _background(pack: Pack, recommended: list[Block]) -> list[Block]:
    """What the plan is, what it is compared with, and what the committee asked for before."""
    said = (pack.brief.illustrative, pack.brief.compared)
    made: list[Block] = [Paragraph(text) for text in said if text]
    if recommended:
        made += [Heading("What the committee has recommended"), *_headless(recommended)]
    return made or [Paragraph(f"This is the first report on {pack.title}.")]


def _implication(pack: Pack, name: str) -> list[Block]:
    found = [text for about, text in pack.words if about == name]
    return [
        Paragraph(text)
        for text in found or [f"No {name.lower()} have been written for this meeting."]
    ]
