"""Cells as tools write them on export: look-up numbers, lists, shares of a person's time."""

import json
import re

from loaders.formats.fit import fit, unfit

_NAMED = ("Red", "Amber", "Yellow", "Green", "Blue", "Black")
_NUMBER = re.compile(r"\d+")
_COMPETENCE = re.compile(r"(?:\d{3}|NHS|[A-Z]{3})\|[^\n]*\|")
_LIGHTS = dict(
    zip("🔴🟥🟠🟧🟡🟨🟢🟩🔵🟦⚫⬛", (name for name in _NAMED for _ in range(2)), strict=True)
)
_LIGHT = re.compile(f"^\\s*(?P<light>[{''.join(_LIGHTS)}])\ufe0f?\\s*")
_SHARE = re.compile(r"\[\d{1,3}%\]")
_COMMENT = re.compile(
    r"(?P<day>\d{1,2}/[A-Za-z]{3}/\d{2,4}) \d{1,2}:\d{2}(?: [AP]M)?;[^;\n]*;(?P<text>.*)", re.DOTALL
)


def as_typed(text: str) -> str:
    """A text without what a tool wrote around it; as it is where no tool did.

    SharePoint writes "14;#Head of law" and ";#Legal;#Training;#", Microsoft Lists
    '["Legal","Training"]', Project "Head of law[50%]", Jira "02/Jun/24 9:15 AM;712020:aa;Draft
    sent" for a comment, of which the day and the words are kept, and ESR "123|LOCAL|Fire safety|2
    Years|" for a competence.
    """
    text = fit(text)
    if light := _LIGHT.match(text):
        return text[light.end() :].strip() or _LIGHTS[light["light"]]
    if found := _COMMENT.fullmatch(text.strip()):
        return f"{found['day'].replace('/', ' ')}: {found['text'].strip()}"
    if ";#" in text:
        parts = [part.strip() for part in text.split(";#")]
        kept = [part for part in parts if part and not _NUMBER.fullmatch(part)]
        return "; ".join(kept) or text
    if _COMPETENCE.fullmatch(text):
        return max((part.strip() for part in text.split("|")), key=len)
    if text.startswith('["') and text.endswith('"]'):
        return _listed(text)
    return _SHARE.sub("", text) if text.endswith("%]") or "%]," in text or "%];" in text else text


def marked(text: str) -> bool:
    """Whether a tool may have written something around a text, or what cannot be seen."""
    return (
        unfit(text)
        or not _LIGHTS.keys().isdisjoint(text[:2])
        or (
            ";#" in text
            or text.startswith('["')
            or "%]" in text
            or text.endswith("|")
            or ("M;" in text and ":" in text)
        )
    )


def _listed(text: str) -> str:
    try:
        parts = json.loads(text)
    except ValueError:
        return text
    whole = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
    return "; ".join(parts) if whole else text
