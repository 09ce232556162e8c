"""The committee pack beside kaleido drawing the same pictures, and without pictures."""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import kaleido
import sqlalchemy as sa

from benchmarks.lines import Line, beside
from benchmarks.measure import best
from charts.draw import draw
from charts.picture.export import browser
from charts.theme import SIZES
from reports.content.blocks import Pack, Picture
from reports.forms import FORMS, browser_for, files, wanted
from reports.meeting import pack_for
from store.database.engine import open_store
from store.plans import plans
from store.sample import load_sample

CHARTS = 10
MEETING = date(2022, 11, 22)


def run() -> list[Line]:
    """A whole pack of the sample plan from the store to its files, with pictures and none."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_store(f"sqlite:///{Path(folder) / 'store.sqlite'}")
        load_sample(engine)
        plan_id = plans(engine)[0].id
        made = _ten(pack_for(engine, plan_id, MEETING))  # and everything imported once
        with _no_browser():
            bare = best(lambda: _made(engine, plan_id), 1)
        lines = [Line("a pack in every form, no pictures", bare).under(3)]
        if browser():
            pictures = len(wanted(made, FORMS))
            floor = best(lambda: asyncio.run(_kaleido(made)), 1)
            whole = best(lambda: _made(engine, plan_id), 1)
            what = f"a pack in every form, {pictures} pictures as PNG and SVG"
            lines += [
                Line(f"kaleido: {pictures} PNG pictures", floor),
                beside(what, whole, floor, "kaleido", most=1.3),
            ]
        engine.dispose()
    return lines


def _made(engine: sa.Engine, plan_id: int) -> dict[str, bytes]:
    with browser_for(FORMS) as drawing:
        return files(_ten(pack_for(engine, plan_id, MEETING)), FORMS, browser=drawing)


def _ten(pack: Pack) -> Pack:
    """The pack with ten charts, those of its documents first."""
    shown = {picture.chart.key for picture in pack.pictures}
    order = sorted(pack.sheets, key=lambda sheet: sheet.chart.key not in shown)
    kept = tuple(order[:CHARTS])
    keys = {sheet.chart.key for sheet in kept}
    blocks = tuple(b for b in pack.blocks if not isinstance(b, Picture) or b.chart.key in keys)
    return replace(pack, sheets=kept, blocks=blocks)


async def _kaleido(pack: Pack) -> None:
    """The same pictures drawn one after another in one browser, and nothing else."""
    async with kaleido.Kaleido(mathjax=False, path=browser()) as drawing:
        for chart, size in wanted(pack, FORMS):
            figure = draw(chart, size)
            wide, tall = figure.layout.width, figure.layout.height
            scale = SIZES[size].pixels / wide
            opts = {"format": "png", "width": wide, "height": tall, "scale": scale}
            await drawing.calc_fig(figure, opts=opts)


@contextmanager
def _no_browser() -> Iterator[None]:
    """As on a machine without a browser."""
    before = os.environ.get("BROWSER_PATH")
    os.environ["BROWSER_PATH"] = os.devnull + "/none"
    try:
        yield
    finally:
        if before is None:
            del os.environ["BROWSER_PATH"]
        else:
            os.environ["BROWSER_PATH"] = before
