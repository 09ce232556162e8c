"""What the owners' own colours did between two dates, in the words of the file."""

from dataclasses import dataclass

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.listings import listing
from workstreams.view import View
from workstreams.wording import counted, day, listed


@dataclass(frozen=True)
class ThenAndNow:
    """``words`` say how many had each colour at both dates; ``rows`` are those that changed.

    ``rows`` are text cells indexed by record id.
    """

    words: tuple[str, ...]
    rows: pd.DataFrame


def colours_then_and_now(view: View) -> ThenAndNow | None:
    """The RAG of the actions in the file, then and now; None where no file has given one."""
    if view.history[ACTIONS.key].empty:
        return None
    found = book(view)
    now = found.now[found.now["listed"]]
    before = found.before
    if before is not None:
        before = before[before["listed"]]
    given = now["rag"].notna().any() or (before is not None and before["rag"].notna().any())
    if not given:
        return None
    words = [f"On {day(view.as_at)} the file has {_counts(now)}."]
    if before is None or view.since is None:
        return ThenAndNow((*words, *_key(found.colour_note)), listing(now.iloc[0:0]))
    words.insert(0, f"On {day(view.since)} the file had {_counts(before)}.")
    both = now[now.index.isin(before.index)]
    was = before.loc[both.index, "rag"]
    changed = both[_plain(both["rag"]) != _plain(was)]
    if changed.empty:
        words.append("None of the actions that are in both files has another colour.")
    more = {
        "RAG then": _cells(was.loc[changed.index]),
        "RAG now": _cells(changed["rag"]),
    }
    return ThenAndNow((*words, *_key(found.colour_note)), listing(changed, more))


def _counts(rows: pd.DataFrame) -> str:
    """How many actions have each colour, as the file writes it."""
    colours = rows["rag"].dropna().astype("str").str.strip()
    folded = colours.str.casefold()
    names = dict(zip(folded[::-1], colours[::-1], strict=True))
    many = folded.value_counts().sort_index()
    said = [f"{many[colour]} {names[colour]}" for colour in map(str, many.index) if colour]
    without = len(rows) - int((folded != "").sum())
    if without:
        said.append(f"{counted(without, 'action')} without a colour")
    return listed(said) or "no colours"


def _plain(colours: pd.Series) -> pd.Series:
    """Colours to compare: "Green" and "green " are one."""
    plain: pd.Series = colours.fillna("").astype("str").str.strip().str.casefold()
    return plain


def _cells(colours: pd.Series) -> list[str]:
    return [str(one) if isinstance(one, str) and one.strip() else "None given" for one in colours]


def _key(note: str) -> tuple[str, ...]:
    return (note,) if note else ()
