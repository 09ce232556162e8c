"""Text made safe to write into a cell: never a formula, and nothing that XML cannot hold."""

import re

_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?$")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def escaped(value: object) -> object:
    """A value to write: text that a spreadsheet could run as a formula gets an apostrophe first.

    Source of the rule: OWASP, "CSV injection". A number, a date and the text of a plain number
    ("-5") stay as they are.
    """
    if not isinstance(value, str):
        return value
    text = _UNWRITABLE.sub("", value)[:32_767]
    if _FORMULA.match(text) and not _NUMBER.match(text):
        return f"'{text}"[:32_767]
    return text
