"""One action on paper: how it stands, its cells, its history and what officers recorded of it."""

import re
from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from reports.content import exempt
from reports.content.blocks import COPIES, Block, Paragraph, Table
from reports.content.paper import Alone
from reports.content.rules import rules, software
from reports.pdf import document as pdf
from reports.pictures import UNDRAWN
from workstreams.actions.records.one_action import recordable
from workstreams.actions.records.tables import life_table
from workstreams.view import View
from workstreams.wording import day


def write(
    view: View, record_id: int, name: str, place: str, cells: pd.DataFrame, known_at: datetime
) -> bytes:
    """The sheet as a PDF; ``paper`` says what the arguments are."""
    return pdf.write(paper(view, record_id, name, place, cells, known_at), UNDRAWN)


def paper(
    view: View, record_id: int, name: str, place: str, cells: pd.DataFrame, known_at: datetime
) -> Alone:
    """What is known of the action that a record of the view belongs to.

    ``name`` is what it is called and ``place`` where it stands in the file; ``cells`` are text,
    each with its address. ``known_at`` dates the sheet: the same moment gives the same bytes.
    """
    found = recordable(view, record_id)
    blocks: list[Block] = [Paragraph(found.stands, "lead")] if found else []
    if view.plan.illustrative:
        blocks.append(Paragraph(view.plan.illustrative, "notice"))
    blocks.append(Paragraph(f"{place}."))
    told = [
        ("What the file says of it, cell by cell", cells),
        ("What happened to it, upload by upload", life_table(view, record_id)),
        ("What officers recorded of it", found.recorded if found else pd.DataFrame()),
    ]
    blocks += [_table(caption, frame) for caption, frame in told if len(frame)]
    as_at = f"as at {day(view.as_at)}"
    return Alone(
        title=name,
        what="one action",
        council=view.plan.council,
        under=(view.plan.name, f"{COPIES[view.audience]}. As known {as_at}."),
        subject=f"An action of {view.plan.name}, {as_at}.",
        foot=f"{view.plan.name}, {as_at}. {COPIES[view.audience]}",
        audience=view.audience,
        banner=exempt.banner(view),
        known_at=known_at,
        about=(("Document", "One action and its history"), ("Plan", view.plan.name)),
        facts=(
            ("Figures as at", day(view.as_at)),
            ("Made from what was known on", f"{day(known_at)} at {known_at:%H:%M} UTC"),
            ("Version of the rules", rules()),
            ("Software", software()),
        ),
        blocks=tuple(blocks),
    )


def file_name(view: View, reference: str) -> str:
    """What the sheet is called: only letters that every system takes."""
    safe = re.sub(r"[^A-Za-z0-9]+", "-", reference).strip("-")[:40]
    return f"action_{safe or 'without-reference'}_{view.as_at:%Y-%m-%d}_{view.audience}.pdf"


def _table(caption: str, frame: pd.DataFrame) -> Table:
    """Text cells as a table, without the columns that say nothing."""
    kept = [name for name in frame.columns if (~frame[name].isin(("", "–"))).any()]
    rows: Sequence[tuple[str, ...]] = [
        tuple(map(str, row)) for row in frame[kept].itertuples(index=False, name=None)
    ]
    return Table(f"{caption}.", tuple(map(str, kept)), tuple(rows), small=True)
