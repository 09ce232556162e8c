"""What a line of a plan's log is called and says, for a reader who knows no program."""

from collections.abc import Mapping
from typing import Any

from loaders.choices import EACH, LATEST, LEAVE_OUT, READ
from store.file_names import CLEARED
from store.said.changes import Entry
from store.said.remembered import MARK
from ui.settings.targets import measures, says
from workstreams.actions.recommended.told import evidence
from workstreams.thresholds import BY_KEY
from workstreams.view import Target
from workstreams.wording import day, listed

FACTS = {
    "name": "Name of the plan",
    "committee": "Committee",
    "council": "Council",
    "area": "Name in published figures",
    "illustrative": "Note for a plan that is not real",
}
SETTINGS = {
    "small_number": "Largest count that is hidden",
    "colour_key": "Colour key",
    MARK: "Key that stands for people",
    CLEARED: "Files named in public",
    "exempt_paragraphs": "Paragraphs of the exemption",
    "updates: covering words": "Words of the message to owners",
    "reading: colours": "How colours are read",
    "reading: sheets": "Which sheets are read",
    "reading: fields": "Which columns are read",
    "reading: rows": "Which rows are read",
    "reading: hidden": "Rows and sheets hidden by hand",
    "reading: struck": "What a struck-out row means",
    "reading: copies": "What one sheet for each date means",
    "reading: read_before": "How the last file was read",
    **{key: f"Threshold: {threshold.name.lower()}" for key, threshold in BY_KEY.items()},
}
OF_ROWS: Mapping[str, Mapping[str, str]] = {
    "reading: hidden": {READ: "Read like any other", LEAVE_OUT: "Left out"},
    "reading: struck": {
        "complete": "Done",
        "withdrawn": "Dropped, or replaced by another row",
        READ: "Nothing: read like any other",
        LEAVE_OUT: "Left out",
    },
    "reading: copies": {LATEST: "The latest is the plan", EACH: "Each is the plan at its date"},
}
"""What an answer about rows out of sight says."""
ABOUT = {
    "evidence": "Evidence for {}",
    "acceptance": "Accepted by the committee: {}",
    "no longer listed": "Why {} is no longer listed",
    "same action": "Whether {} is the same action",
    "commentary": "Note beside a chart",
    "step change": "Step change in {}",
    "move reason": "Why the date of {} moved",
    "answer reason": "Reason for the answer to {}",
    "owner left": "Owner who has left: {}",
    "minuted": "Kept from minutes: {}",
    "withdrawal": "Upload withdrawn",
    "pack": "Pack made for a meeting",
    "asking": "Owners asked for updates for a meeting",
}


def what(entry: Entry) -> str:
    """What a line is about: "Committee", "Meeting", "Evidence for Q1"."""
    match entry.kind:
        case "plan":
            said = FACTS.get(entry.subject, "The plan")
        case "setting":
            said = SETTINGS.get(entry.subject, "Another setting")
        case "meeting" | "event" | "target":
            said = entry.kind.capitalize()
        case kind:
            said = ABOUT.get(kind, "Something else").format(_subject(entry))
    return f"{said} (from the uploaded file)" if entry.from_file else said


def value(entry: Entry) -> str:
    """What a line says, "" where it says nothing more than what it is about."""
    on = day(entry.on) if entry.on else ""
    match entry.kind:
        case "plan":
            return str(entry.value)
        case "setting":
            threshold = BY_KEY.get(entry.subject)
            if entry.subject == MARK:
                return "Kept with the plan"
            if entry.subject in OF_ROWS:
                return OF_ROWS[entry.subject].get(entry.value, "")
            return threshold.says(entry.value) if threshold else _setting(entry.value)
        case "meeting" | "event":
            return ", ".join(part for part in (on, entry.subject) if part)
        case "target":
            return _target(entry)
        case _:
            return _judgement(entry.kind, entry.value, on)


def usual(entry: Entry) -> str:
    """What held before a plan first chose for itself: a threshold's usual number, else ""."""
    threshold = BY_KEY.get(entry.subject) if entry.kind == "setting" else None
    return threshold.says(threshold.default) if threshold else ""


def about(entry: Entry) -> tuple[Any, ...]:
    """What makes two lines about the same thing, so that the later took the earlier's place."""
    match entry.kind:
        case "meeting":
            return entry.kind, entry.on
        case "target":
            return entry.kind, entry.subject, entry.value.get("series"), entry.on
        case "plan" | "setting":
            return entry.kind, entry.subject
        case _:
            return entry.kind, entry.id


def _subject(entry: Entry) -> str:
    """A reference or an owner as it is; a measure by its name."""
    key, _, series = entry.subject.partition(": ")
    known = measures()
    if key in known:
        return series or known[key][0]
    return entry.subject


def _target(entry: Entry) -> str:
    target = Target(entry.subject, entry.value["value"], entry.on, entry.value["series"])
    known = measures()
    by_name = {measure.name: key for key, (_, measure) in known.items()}
    key = by_name.get(target.measure, target.measure)
    name, said = says(Target(key, target.value, target.by, target.series), known)
    group = f" ({target.series})" if target.series else ""
    return f"{name}{group}: {said}{f' by {day(target.by)}' if target.by else ''}"


def _setting(kept: Any) -> str:
    if isinstance(kept, list):
        if not kept:
            return "None"
        return "; ".join(_keyed(line) for line in kept)
    if isinstance(kept, Mapping):
        return "; ".join(
            f"{name}: {listed(sorted(said)) if isinstance(said, Mapping) else said}"
            for name, said in kept.items()
        )
    return str(kept)


def _keyed(line: Any) -> str:
    if not isinstance(line, Mapping):
        return str(line)
    means = f", {line['means']}" if line.get("means") else ""
    return f"{line.get('found')}: {line.get('status') or 'not said'}{means}"


def _judgement(kind: str, kept: Mapping[str, Any], on: str) -> str:
    match kind:
        case "evidence":
            said = evidence(kept)
        case "same action":
            answer = "one action" if kept.get("answer") == "same" else "two actions"
            said = f"With {kept.get('was') or 'the row before'}: {answer}"
        case "no longer listed":
            parts = (kept.get("reason"), kept.get("into"), kept.get("text"))
            said = ", ".join(str(part) for part in parts if part)
        case _:
            said = str(kept.get("text") or kept.get("reason") or "")
    return f"{on}: {said}" if on and said else on or said
