"""Every public form of every sample meeting, made as the command line and the screens make them."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import sqlalchemy as sa

from charts.draw import Width, plain
from charts.picture.export import NoBrowser, Pictures
from charts.spec import Chart
from reports.captioned import SIZE
from reports.content.blocks import Pack
from reports.forms import FORMS, SIZES, written
from reports.meeting import fix, pack_for
from reports.pictures import Drawing, Drawings, in_dots
from reports.zipped import zipped
from store.database.engine import open_store
from store.plans import meetings, plans
from store.snapshots import snapshots
from tests.made.packs import SVG
from tests.made.sample import sample_copy
from tests.missing import missing
from workstreams.view import Audience


@dataclass(frozen=True)
class Met:
    """A committee's meeting that a pack was made for: the plan's number and the date."""

    plan_id: int
    on: date
    latest: bool

    def __str__(self) -> str:
        return f"plan {self.plan_id}, {self.on}"


@cache
def engine() -> sa.Engine:
    """A store of the attack's own with the sample plans."""
    return open_store(f"sqlite:///{sample_copy(Path(mkdtemp()) / 'attacked.sqlite')}")


@cache
def met() -> tuple[Met, ...]:
    """Every meeting of every sample plan that had something to report."""
    found = []
    for plan in plans(engine()):
        uploads = [one.as_at for one in snapshots(engine(), plan.id)]
        held = [m.when for m in meetings(engine(), plan.id) if m.when >= uploads[0]]
        last = min(when for when in held if when >= uploads[-1])
        found += [Met(plan.id, when, when == last) for when in held if when <= last]
    return tuple(found)


def with_cases() -> tuple[Met, ...]:
    """The meetings of the plan that has cases."""
    return tuple(one for one in met() if one.plan_id == 1)


@cache
def pack_of(meeting: Met, audience: Audience = "public") -> Pack:
    """The pack of a meeting, fixed first as the product does."""
    fix(engine(), meeting.plan_id, meeting.on)
    return pack_for(engine(), meeting.plan_id, meeting.on, audience)


def of_cases(chart: Chart) -> bool:
    """Whether a chart is about cases."""
    return chart.key.startswith("hra_cases.")


def draws_cases(meeting: Met) -> bool:
    """Whether a meeting's public pack has a chart of cases."""
    return any(of_cases(sheet.chart) for sheet in pack_of(meeting).sheets)


def _drawn_by_browser() -> Iterator[tuple[Met, Chart, Width]]:
    """All pictures of the latest meeting with cases; of the others those of cases, at one size."""
    for meeting in met():
        for sheet in pack_of(meeting).sheets:
            for size in SIZES:
                everything = meeting == with_cases()[-1]
                if everything or (size == "report" and of_cases(sheet.chart)):
                    yield meeting, sheet.chart, size


@cache
def pictures() -> dict[tuple[Met, str, Width], Drawing]:
    """The drawings of a real browser; without one none, which only CI does not allow."""
    begun: list[tuple[Met, Chart, Width, Future[bytes]]] = []
    try:
        with Pictures() as browser:
            begun = [(*one, browser.begin(one[1], one[2])) for one in _drawn_by_browser()]
            svgs = [later.result() for *_, later in begun]
    except NoBrowser:
        if os.environ.get("CI") == "true":
            missing("Chromium", "chromium")
        return {}
    return {
        (meeting, chart.key, size): Drawing(svg, in_dots(svg, size) if of_cases(chart) else dots())
        for (meeting, chart, size, _), svg in zip(begun, svgs, strict=True)
    }


@cache
def dots() -> bytes:
    """The dots of a picture that is not looked at."""
    return in_dots(SVG.encode(), "report")


def drawings(meeting: Met, pack: Pack) -> Drawings:
    """What a meeting's documents show; a blank stands where the browser was spared."""
    made = pictures()
    blank = Drawing(SVG.encode(), dots())
    return Drawings(
        {
            (sheet.chart.key, size): made.get((meeting, sheet.chart.key, size), blank)
            for sheet in pack.sheets
            for size in (*SIZES, SIZE)
        }
    )


@cache
def files_of(meeting: Met) -> dict[str, bytes]:
    """Every public file of a meeting by name."""
    return files(meeting, pack_of(meeting))


def files(meeting: Met, pack: Pack) -> dict[str, bytes]:
    """Every file of a pack, its pictures once more as a zip, and what its pictures are drawn from.

    The last stands in for the pictures that the browser was spared: what the one draws from does
    not hold, the other cannot show.
    """
    found = written(pack, FORMS, drawings(meeting, pack))
    inside = {name: data for name, data in found.items() if "_pictures_" in name and "/" in name}
    found["pictures.zip"] = zipped(inside, pack.known_at)
    for sheet in pack.sheets:
        for size in SIZES if of_cases(sheet.chart) else ():
            found[f"{sheet.name} {size}.json"] = json.dumps(plain(sheet.chart, size)).encode()
    return found
