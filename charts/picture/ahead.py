"""A browser that starts while what it will draw is still being worked out."""

from concurrent.futures import ThreadPoolExecutor
from typing import Self

from charts.picture.export import Pictures


class Ahead:
    """Use it in a ``with`` block: the browser starts at its beginning and closes at its end."""

    def __enter__(self) -> Self:
        self._pictures = Pictures()
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._opening = self._pool.submit(self._pictures.__enter__)
        return self

    def __exit__(self, *problem: object) -> None:
        self._pool.shutdown()
        if self._opening.exception() is None:
            self._pictures.__exit__(*problem)

    def ready(self) -> Pictures:
        """The browser once it has started. Raises NoBrowser, which says why it has not."""
        return self._opening.result()
