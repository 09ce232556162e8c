"""Pictures of charts as files, drawn by an installed Chrome, Edge or Chromium.

One browser is opened for a whole pack and kept: opening one takes about two seconds, a picture in
an open one about a seventh of a second.
"""

import asyncio
import os
import re
from collections.abc import Coroutine
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, Self, TypeVar
from xml.sax.saxutils import escape

import kaleido
from choreographer.browsers.chromium import Chromium
from choreographer.errors import DevtoolsProtocolError
from kaleido.errors import KaleidoError

from charts.draw import Width, plain
from charts.layout.plot import Drawn
from charts.picture.browsers import ADVICE
from charts.spec import Chart
from charts.theme import SIZES

TABS = 2
WAIT = 60
"""Seconds to wait for the browser to open or to draw one picture."""


TROUBLE = (OSError, RuntimeError, TimeoutError, DevtoolsProtocolError, KaleidoError)
"""What may go wrong between us and a browser."""
Result = TypeVar("Result")


class NoBrowser(Exception):
    """There is no browser to draw with; the message says what to do."""


class NotDrawn(Exception):
    """The browser was there but did not give a picture; the message says why."""


def browser() -> str:
    """The path of the browser that pictures are drawn with; "" where there is none.

    The machine's own setting comes first (``BROWSER_PATH``), then what is installed.
    """
    chosen = os.environ.get("BROWSER_PATH", "")
    if chosen:
        return chosen if Path(chosen).is_file() else ""
    return Chromium.find_browser(skip_local=False) or ""


class Pictures:
    """One open browser. Use it in a ``with`` block; ``png`` and ``svg`` give bytes."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._kaleido: kaleido.Kaleido | None = None

    def __enter__(self) -> Self:
        path = browser()
        if not path:
            self._loop.close()
            raise NoBrowser(ADVICE)
        self._thread.start()
        try:
            # No MathJax: it would be fetched from the internet, and "$" is a dollar here.
            self._run(self._open(path))
        except TROUBLE as problem:
            self._stop()
            raise NoBrowser(f"{ADVICE} (The browser found did not start: {problem}.)") from problem
        return self

    def __exit__(self, *_: object) -> None:
        # A browser that is gone already, or will not go, changes nothing about its pictures.
        with suppress(*TROUBLE):
            if self._kaleido is not None:
                self._run(self._kaleido.close())
        self._stop()

    async def _open(self, path: str) -> None:
        self._kaleido = await kaleido.Kaleido(mathjax=False, path=path, n=TABS, timeout=WAIT)

    def _stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(WAIT)

    async def _calc(self, figure: Drawn, form: str, scale: float) -> bytes:
        if self._kaleido is None:
            raise NotDrawn("The browser is not open.")
        size = {name: figure["layout"][name] for name in ("width", "height")}
        opts = {"format": form, "scale": scale, **size}
        try:
            return bytes(await self._kaleido.calc_fig(figure, opts=opts))
        except TROUBLE as problem:
            raise NotDrawn(
                f"The browser did not draw a picture: {problem}. Try again."
            ) from problem

    async def _svg(self, chart: Chart, size: Width) -> bytes:
        return described(await self._calc(plain(chart, size), "svg", 1), chart)

    def png(self, chart: Chart, size: Width = "report") -> bytes:
        """The chart as a picture in dots, at twice the size it is read at."""
        figure = plain(chart, size)
        return self._run(self._calc(figure, "png", SIZES[size].pixels / figure["layout"]["width"]))

    def svg(self, chart: Chart, size: Width = "report") -> bytes:
        """The chart as a drawing that keeps sharp, with its title and alt text in it."""
        return self._run(self._svg(chart, size))

    def begin(self, chart: Chart, size: Width = "report") -> Future[bytes]:
        """The same drawing, begun now and asked for later: two are drawn at a time."""
        return asyncio.run_coroutine_threadsafe(self._svg(chart, size), self._loop)


def described(svg: bytes, chart: Chart) -> bytes:
    """An SVG with title and description for listeners, and the same bytes each time it is made.

    Plotly marks every drawing with a random name; it is replaced by the chart's key.
    """
    text = svg.decode("utf-8")
    found = re.search(r'<defs id="(?:topdefs|defs)-([0-9a-f]{6})"', text)
    if found:
        name = re.sub(r"[^a-z0-9]", "-", chart.key.lower())
        text = text.replace(found.group(1), name)
    words = f"<title>{escape(chart.finding)}</title><desc>{escape(chart.alt)}</desc>"
    text = re.sub(
        r"(<svg\b[^>]*)>", rf'\1 role="img" lang="en-GB">{_literal(words)}', text, count=1
    )
    return text.encode("utf-8")


def _literal(text: str) -> str:
    return text.replace("\\", r"\\")
