"""What the colours and letters of a plan's files mean, in the plan's own words: its status key."""

from collections.abc import Mapping, Sequence

from workstreams.colour_names import named
from workstreams.wording import listed

KEY = "colour_key"
"""The setting that holds the plan's own key: a list of ``found``, ``means`` and ``status``."""
READ_AS = "reading: colours"
"""The setting that holds what an officer said at an upload: what is found -> the status it is."""
MEANINGS = ("not started", "in progress", "complete", "paused", "withdrawn", "unknown")
"""The statuses that a colour or a letter can be said to mean."""
IN_WORDS = {"unknown": "Says nothing about status"}
"""What a status is called where a meaning is chosen, if not by its own name."""


def key_note(settings: Mapping[str, object]) -> str:
    """The plan's key as one sentence for the foot of a chart of status; "" where it has none.

    The plan's own words lead. The status is said where there are none, or where it was answered
    at an upload, since then it decides what is counted.
    """
    said = settings.get(READ_AS)
    answered = {str(k): str(v) for k, v in said.items()} if isinstance(said, Mapping) else {}
    own = settings.get(KEY)
    lines = [line for line in own if isinstance(line, Mapping)] if isinstance(own, Sequence) else []
    parts: list[str] = []
    for line in lines:
        found, means = str(line.get("found", "")), str(line.get("means", ""))
        status = answered.pop(found, "")
        if not means:
            status = status or str(line.get("status", ""))
        if found and (means or status):
            parts.append(_part(found, means, status, not parts))
    parts += [_part(found, "", status, False) for found, status in answered.items() if status]
    return f"In this plan {listed(parts)}." if parts else ""


def _part(found: str, means: str, status: str, first: bool) -> str:
    name = named(found).strip("“”")
    if not means:
        return f"{name} is read as {status}"
    read = f" (read as {status})" if status else ""
    return f"{name} {'means ' if first else ''}“{means.rstrip('.')}”{read}"
