"""Which tests run in one process, so that what they share is made once."""

from xdist.scheduler import LoadFileScheduling

TOGETHER = ("tests/attacker/", "tests/unit/reports/")
"""Folders whose files look at the same packs, which take longer to make than to look at."""


def place(test: str) -> str:
    """What a test stays together with, by its id: the tests of its file, or of its folder."""
    return next((folder for folder in TOGETHER if test.startswith(folder)), test.partition("::")[0])


class Together(LoadFileScheduling):
    """Shares tests out among processes by place."""

    def _split_scope(self, nodeid: str) -> str:
        return place(nodeid)
