"""The typeface that the PDF is set in, and what to do where the machine has none of those wanted.

They have the same widths, so that a page breaks in the same places in each.
"""

from functools import cache

from reports.typeset import families

WANTED = ("Arial", "Liberation Sans", "Helvetica")
NONE = (
    f"None of the typefaces {', '.join(WANTED[:-1])} and {WANTED[-1]} is on this machine, so the "
    "PDF is set in another one. To have the usual one, install the free Liberation typefaces: "
    "“sudo apt-get install fonts-liberation” on Debian and Ubuntu, “sudo dnf install "
    "liberation-sans-fonts” on Fedora and Red Hat."
)


@cache
def used() -> str:
    """The first of the typefaces wanted that the machine has; "" where it has none."""
    there = set(families())
    return next((name for name in WANTED if name in there), "")


def warning() -> str:
    """What to say before or beside a PDF; "" where its typeface is one of those wanted."""
    return "" if used() else NONE
