"""What officers write for a meeting: what is being done, what the committee is asked, implications.

Each text has a subject, which says what it is about, and is kept with the meeting. A later meeting
has its own; an earlier one shows what was written for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from charts.spec import stopped
from workstreams import WORKSTREAMS
from workstreams.base import Workstream
from workstreams.view import View
from workstreams.wording import lower

KIND = "meeting words"
"""The kind of judgement that they are kept as."""
ASKED = "asked"
IMPLICATIONS = {
    "financial": "Financial implications",
    "legal": "Legal implications",
    "equality": "Equality implications",
    "risk": "Risk implications",
    "staffing": "Staffing implications",
    "environment": "Environmental implications",
}
"""What a committee's report says of each, by its subject, in the order of such reports."""
_DONE = "done: "
_LISTED = re.compile(r"^(?:[-•–*]+\s*|\(?\d{1,2}[.)]\s+|\(?[a-h]\)\s+)")
"""What stands before a line of a list, which is numbered anew where it is printed."""


def about_part(workstream: Workstream) -> str:
    """The subject of what is being done about a part of the plan."""
    return f"{_DONE}{workstream.key}"


def about_series(workstream: Workstream, name: str) -> str:
    """The subject of what is being done about one series of it, however its name is spaced."""
    return f"{about_part(workstream)}: {' '.join(name.casefold().split())}"


def called(subject: str) -> str:
    """What a subject is called inside a sentence of the log."""
    if subject == ASKED:
        return "what the committee is asked to do"
    for workstream in WORKSTREAMS:
        part, _, name = subject.partition(f"{about_part(workstream)}: ")
        if subject == about_part(workstream) or not part:
            about = f"“{name}”" if name else lower(workstream.title)
            return f"what is being done about {about}"
    return lower(IMPLICATIONS.get(subject, "something else"))


def known(subject: str) -> bool:
    """Whether something can be written under a subject."""
    if subject in (ASKED, *IMPLICATIONS):
        return True
    parts = [about_part(workstream) for workstream in WORKSTREAMS]
    return subject in parts or subject.startswith(tuple(f"{part}: " for part in parts))


@dataclass(frozen=True)
class Said:
    """What was written for the view's meeting, by its subject, as the view's copy tells it."""

    texts: Mapping[str, str]

    def of(self, subject: str) -> tuple[str, ...]:
        """A text as its lines, each in one; none where nothing was written."""
        lines = (" ".join(line.split()) for line in self.texts.get(subject, "").splitlines())
        return tuple(line for line in lines if line)

    @property
    def asked(self) -> tuple[str, ...]:
        """What the committee is asked to do, each fit to follow "The committee is asked to"."""
        lines = (lower(_LISTED.sub("", line)) for line in self.of(ASKED))
        return tuple(stopped(line.removeprefix("to ")) for line in lines if line)

    @property
    def implications(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Those that were written: what each is called, and its lines."""
        found = ((name, self.of(subject)) for subject, name in IMPLICATIONS.items())
        return tuple((name, lines) for name, lines in found if lines)


def said(view: View) -> Said:
    """What officers wrote for the meeting that the view is for."""
    return view.once("meeting words", lambda: _said(view))


def _said(view: View) -> Said:
    found = view.judged(KIND)
    found = found[found["on"] == pd.Timestamp(view.reported_on)]
    texts = (str(value.get("text", "")) for value in found["value"])
    return Said(dict(zip(found["subject"], texts, strict=True)))


def every_series(view: View) -> tuple[tuple[str, str], ...]:
    """The subject and the name of each series that something can be written of."""
    return tuple(
        (about_series(workstream, name), name)
        for workstream in WORKSTREAMS
        if all(table.key in view.history for table in workstream.tables)
        for name in workstream.series(view)
    )


@dataclass(frozen=True)
class Done:
    """What is being done about one thing, in an officer's lines."""

    about: str
    lines: tuple[str, ...]


def done(view: View, workstream: Workstream) -> tuple[Done, ...]:
    """What is being done about a part of the plan, and about each of its series."""
    words = said(view)
    made = [Done("", words.of(about_part(workstream)))]
    if all(table.key in view.history for table in workstream.tables):
        names = workstream.series(view)
        made += [Done(name, words.of(about_series(workstream, name))) for name in names]
    return tuple(one for one in made if one.lines)


def done_about(view: View, workstream: Workstream, name: str) -> tuple[str, ...]:
    """What is being done about a figure: what was written of it, else of its part of the plan."""
    words = said(view)
    return words.of(about_series(workstream, name)) or words.of(about_part(workstream))
