"""One browser kept open between single pictures, so that the second takes no two seconds more."""

from collections.abc import Callable
from threading import Lock, Timer

from charts.draw import Width
from charts.picture.export import Pictures
from charts.spec import Chart

IDLE = 120
"""Seconds without a picture after which the browser is closed."""


class Kept:
    """A browser that opens with the first picture and closes when none is asked for any more."""

    def __init__(self, idle: float = IDLE) -> None:
        self._idle = idle
        self._lock = Lock()
        self._pictures: Pictures | None = None
        self._closing: Timer | None = None

    def draw(self, act: Callable[[Pictures], bytes]) -> bytes:
        """What ``act`` makes with the open browser; one at a time."""
        with self._lock:
            if self._closing is not None:
                self._closing.cancel()
            if self._pictures is None:
                self._pictures = Pictures().__enter__()
            try:
                return act(self._pictures)
            except Exception:
                # It may have crashed: the next picture gets a new one.
                self._shut()
                raise
            finally:
                self._closing = Timer(self._idle, self.close)
                self._closing.daemon = True
                self._closing.start()

    def close(self) -> None:
        """Close the browser where it is open."""
        with self._lock:
            if self._closing is not None:
                self._closing.cancel()
            self._shut()

    def _shut(self) -> None:
        pictures, self._pictures = self._pictures, None
        if pictures is not None:
            pictures.__exit__()


KEPT = Kept()
"""The one that all visitors share."""


def png(chart: Chart, size: Width) -> bytes:
    """The chart as a picture in dots. Raises NoBrowser or NotDrawn, which say why."""
    return KEPT.draw(lambda pictures: pictures.png(chart, size))


def svg(chart: Chart, size: Width) -> bytes:
    """The chart as a drawing that keeps sharp. Raises NoBrowser or NotDrawn, which say why."""
    return KEPT.draw(lambda pictures: pictures.svg(chart, size))
