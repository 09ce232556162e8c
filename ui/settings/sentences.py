"""A line of a plan's log as a sentence, for a reader who knows no program."""

from collections.abc import Mapping
from typing import Any

from store.file_names import CLEARED
from store.said import ledger
from store.said.changes import Entry, OfUpload
from store.said.remembered import MARK
from ui.public.counted import WORDS
from ui.settings import reading_said
from ui.settings.targets import measures, says
from workstreams.across.meeting_words import KIND, called
from workstreams.actions.recommended.told import evidence
from workstreams.colour_names import named
from workstreams.indicators.series import COUNTS
from workstreams.public_words import TEXTS_CLEARED
from workstreams.thresholds import BY_KEY
from workstreams.view import Target
from workstreams.wording import counted, day, listed, sentence

FACTS = {
    "name": "the name of the plan",
    "committee": "the committee",
    "council": "the council",
    "area": "the name in published figures",
    "illustrative": "the note for a plan that is not real",
}
SETTINGS = {
    "small_number": "the largest count that is hidden",
    "colour_key": "the colour key",
    MARK: "the key that stands for people",
    CLEARED: "which files are named in public",
    COUNTS: "what the indicators count",
    TEXTS_CLEARED: "which texts are printed in public as written",
    "exempt_paragraphs": "the exemption of members’ copies",
    "updates: covering words": "the message to owners",
    "reading: colours": "how colours are read",
    "reading: sheets": "which sheets are read",
    "reading: fields": "which columns are read",
    "reading: rows": "which rows are read",
    "reading: words": "how the plan’s own words are read",
    "reading: hidden": "what becomes of rows and sheets hidden by hand",
    "reading: struck": "what a struck-out row means",
    "reading: copies": "what one sheet for each date means",
    "reading: read_before": "how the last file was read",
    **{key: f"the threshold “{one.name.lower()}”" for key, one in BY_KEY.items()},
}
RECORDED = {
    "evidence": ("evidence for {}", "recorded"),
    "acceptance": ("the committee’s acceptance of {}", "recorded"),
    "no longer listed": ("why {} is no longer listed", "recorded"),
    "same action": ("whether {} is the same action", "answered"),
    "commentary": ("a note beside a chart", "written"),
    "step change": ("a step change in {}", "marked"),
    "move reason": ("why the date of {} moved", "recorded"),
    "answer reason": ("the reason for the answer to {}", "recorded"),
    "owner left": ("the owner {}", "marked as left"),
    KIND: ("", "written"),
    "minuted": ("{}", "kept from minutes"),
    "pack": ("the pack", "made"),
    ledger.ARCHIVED: ("the plan", "archived"),
    ledger.RENAMED: ("the name of a file of the plan", "changed"),
    "asking": ("the request for updates", "made"),
    "returned": ("the update of {}", "sent back"),
}
"""What is said of an action, a chart or a meeting: what it is called, and what was done."""


def told(entry: Entry, before: Entry | None) -> str:
    """What was written: "The committee was changed from “A” to “B”. From the upload of …".

    ``before`` is the line it took the place of, None where there was none.
    """
    return _with_upload(_written(entry, before), entry.said_by)


def ended(entry: Entry) -> str:
    """What was taken back: "The meeting of 21 March 2023 was taken away."."""
    if entry.about is not None:
        return f"{sentence(_upload(entry.about))} was brought back."
    said = "" if entry.kind in ("meeting", "event", "setting") else _value(entry)
    if entry.kind == ledger.ARCHIVED:
        return "The plan was brought back."
    done = "taken away" if entry.kind in ("plan", "setting", "meeting", "event", "target") else ""
    return _full(f"{_what(entry)} was {done or 'taken back'}", said)


def about(entry: Entry) -> tuple[Any, ...]:
    """What makes two lines about the same thing, so that the later took the earlier's place."""
    match entry.kind:
        case "meeting" | "asking":
            return entry.kind, entry.on
        case "target":
            return entry.kind, entry.subject, entry.value.get("series"), entry.on
        case "plan" | "setting" | ledger.RENAMED:
            return entry.kind, entry.subject
        case "meeting words":
            return entry.kind, entry.subject, entry.on
        case _:
            return entry.kind, entry.id


def _written(entry: Entry, before: Entry | None) -> str:
    what = _what(entry)
    if entry.about is not None:
        return _full(f"{_upload(entry.about)} was withdrawn", _value(entry))
    if entry.kind in ("meeting", "event"):
        return f"{sentence(what)} was {'given anew' if before else 'added'}."
    if (entry.kind, entry.subject) == ("setting", MARK):
        return f"{sentence(what)} was kept with the plan."
    if entry.kind == "setting" and entry.subject in reading_said.IN_FULL:
        return _full(
            f"{what} was {'changed' if before else 'decided'}",
            "; ".join(
                reading_said.lines(entry.subject, entry.value, before.value if before else None)
            ),
        )
    if entry.kind in ("plan", "setting", "target", ledger.RENAMED):
        was = _value(before) if before else _usual(entry)
        now = _value(entry)
        if not now:
            return f"{sentence(what)} was {f'{was} and is left blank' if was else 'left blank'}."
        return f"{sentence(what)} was {f'changed from {was}' if was else 'set'} to {now}."
    done = RECORDED.get(entry.kind, ("", "recorded"))[1]
    if entry.kind == KIND and before:
        done = "changed"
    return _full(f"{what} was {done}{_on(entry)}", _value(entry))


def _on(entry: Entry) -> str:
    """From when what was recorded holds, where that is a day of its own."""
    if entry.on is None or entry.kind in (
        "same action",
        "pack",
        "minuted",
        "asking",
        "returned",
        KIND,
    ):
        return ""
    return f" on {day(entry.on)}" if entry.kind == "owner left" else f", as at {day(entry.on)}"


def _full(said: str, more: str) -> str:
    """A sentence with what it is about to say after it, where there is any."""
    return sentence(f"{said}: {more.rstrip('.')}." if more else f"{said}.")


def _with_upload(said: str, upload: OfUpload | None) -> str:
    return f"{said} It was in {_upload(upload)}." if upload else said


def _upload(upload: OfUpload) -> str:
    return f"the upload of {day(upload.as_at)} ({upload.file})"


def _what(entry: Entry) -> str:
    """What a line is about, inside a sentence."""
    on = f" of {day(entry.on)}" if entry.on else ""
    match entry.kind:
        case "plan":
            return FACTS.get(entry.subject, "a fact of the plan")
        case "setting":
            return SETTINGS.get(entry.subject, "a setting")
        case "meeting":
            return f"the meeting{on}{f', {entry.subject},' if entry.subject else ''}"
        case "event":
            return f"the event “{entry.subject}”{on}"
        case "target":
            return f"the target for {_measure(entry)}"
        case "meeting words":
            return f"{called(entry.subject)}, for the meeting{on},"
        case "pack" | "asking":
            return f"{RECORDED[entry.kind][0]} for the meeting{on}"
        case kind:
            return RECORDED.get(kind, ("something else", ""))[0].format(_subject(entry))


def _value(entry: Entry) -> str:
    """What a line says of it; "" where it says nothing more."""
    match entry.kind:
        case "plan":
            return f"“{entry.value}”" if entry.value else ""
        case "setting":
            return _setting(entry)
        case "target":
            return _target(entry)
        case kind if isinstance(entry.value, str):
            return f"“{entry.value}”" if kind == ledger.RENAMED else entry.value
        case kind:
            return _judgement(kind, entry.value)


def _usual(entry: Entry) -> str:
    """What held before a plan first said so itself: a threshold's usual number, a file's name.

    "" where nothing did.
    """
    if entry.was:
        return f"“{entry.was}”"
    threshold = BY_KEY.get(entry.subject) if entry.kind == "setting" else None
    return threshold.says(threshold.default) if threshold else ""


def _subject(entry: Entry) -> str:
    """A reference or an owner as it is; a measure by its name."""
    key, _, series = entry.subject.partition(": ")
    known = measures()
    if key in known:
        return series or known[key][0]
    return entry.subject


def _setting(entry: Entry) -> str:
    if (threshold := BY_KEY.get(entry.subject)) is not None:
        return threshold.says(entry.value)
    if entry.subject == COUNTS:
        return listed([f"{name}: {WORDS[kind].lower()}" for name, kind in entry.value.items()])
    if entry.subject == TEXTS_CLEARED:
        return counted(len(entry.value), "text")
    if word := reading_said.says(entry.subject, entry.value):
        return f"“{word}”"
    if isinstance(entry.value, list):
        return listed([_keyed(line) for line in entry.value]) or "nothing"
    return str(entry.value)


def _keyed(line: Any) -> str:
    if not isinstance(line, Mapping):
        return f"“{line}”"
    means = line.get("means") or line.get("status")
    return f"{named(str(line.get('found')))} for {f'“{means}”' if means else 'nothing said'}"


def _measure(entry: Entry) -> str:
    name, _, series = _as_target(entry)
    return f"{name} ({series})" if series else name


def _target(entry: Entry) -> str:
    _, said, _ = _as_target(entry)
    return f"{said}{f' by {day(entry.on)}' if entry.on else ''}"


def _as_target(entry: Entry) -> tuple[str, str, str]:
    """The measure of a target by its name, its value in words, and its series."""
    known = measures()
    by_name = {measure.name: key for key, (_, measure) in known.items()}
    key = by_name.get(entry.subject, entry.subject)
    value, series = entry.value["value"], entry.value["series"]
    return *says(Target(key, value, entry.on, series), known), series


def _judgement(kind: str, kept: Mapping[str, Any]) -> str:
    match kind:
        case "evidence":
            return evidence(kept)
        case "same action":
            answer = "one action" if kept.get("answer") == "same" else "two actions"
            return f"with {kept.get('was') or 'the row before'} it is {answer}"
        case "no longer listed":
            parts = (kept.get("reason"), kept.get("into"), kept.get("text"))
            return ", ".join(str(part) for part in parts if part)
        case _:
            return str(kept.get("text") or kept.get("reason") or "")
