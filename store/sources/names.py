"""What a file is called apart from its dates and versions, by which the next one is known."""

import re

from loaders.outcome import Checked
from workstreams import TABLES

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_PASSING = re.compile(r"v|rev|version|final|draft|copy|updated?|latest|as|at|q|fy|st|nd|rd|th")
_MONTH = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?"
)
_SAYS_NOTHING = re.compile(
    r"book|sheet|workbook|export|download|untitled|data|list|table|report|pasted|file|document"
    r"|spreadsheet"
)


def words_of(name: str) -> list[str]:
    """The words of a file's or a sheet's name that stay the same from one to the next."""
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", name.strip())
    words = [
        word
        for word in _PARTS.findall(stem)
        if not word.isdigit()
        and not _MONTH.fullmatch(word.casefold())
        and not _PASSING.fullmatch(word.casefold())
    ]
    # A letter that files are sorted by ("a1_plan") says nothing beside a word.
    return [word for word in words if len(word) > 1] or words


def name_key(name: str) -> str:
    """A name as it is compared; "" where it says nothing of what the file holds."""
    # "Copy of", as a file that was copied is called.
    words = [word for word in map(str.casefold, words_of(name)) if word != "of"]
    return "" if all(map(_SAYS_NOTHING.fullmatch, words)) else " ".join(words)


def proposed_name(checked: Checked) -> str:
    """What a source may be called that begins with this file: by its name, else what it holds."""
    words = words_of(checked.file) if name_key(checked.file) else []
    name = " ".join(words)
    if len(name) > 2:
        return name[:1].upper() + name[1:]
    rows = {key: len(frame) for key, frame in checked.frames.items()}
    largest = max(rows, key=rows.__getitem__, default="")
    return next((table.sheet for table in TABLES if table.key == largest), "Workbook")
