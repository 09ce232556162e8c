"""The links between an action's references and wordings, as an officer confirms or splits them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from measures.following.keys import ref_key
from measures.following.lives import Lives
from workstreams.actions.book import book
from workstreams.actions.draft import shortened
from workstreams.actions.listings import TEXT
from workstreams.asking import BLANK
from workstreams.view import View
from workstreams.wording import sentence, short_day

CONFIRMED = "Confirmed by an officer"
ONE = "Taken to be the same until an officer says otherwise"
TWO = "Taken to be two actions until an officer says otherwise"
TURNED = ": a number or a “not” changed"


LIKENESS = (
    (99.5, "the same"),
    (90.0, "nearly the same"),
    (70.0, "much the same"),
    (50.0, "the same in part"),
    (0.0, "quite different"),
)
"""What is said of a score of at least so many, of 100."""


@dataclass(frozen=True)
class Link:
    """One link between two records, ``was_id`` and ``now_id``, shown by the snapshot ``on``.

    ``was`` and ``now`` are the names to record an answer under. ``asked`` is false where only the
    wording changed a little under the same reference; ``followed`` is whether it counts as one
    action now; ``confirmed`` is whether an officer said so.
    """

    was: str
    now: str
    was_ref: str
    now_ref: str
    then: str
    wording: str
    what: str
    score: float
    on: date
    was_id: int
    now_id: int
    asked: bool
    followed: bool
    confirmed: bool

    @property
    def words(self) -> str:
        """The link in short: "Was 3.2, now 4.1"."""
        if ref_key(self.was_ref) == ref_key(self.now_ref) != "":
            return f"{self.now_ref} in other words"
        was, now = (shortened(ref, 60) for ref in (self.was_ref, self.now_ref))
        return f"Was {was or 'without a reference'}, now {now or 'without a reference'}"

    @property
    def open(self) -> bool:
        """Whether an officer is still to say what it is."""
        return self.asked and not self.confirmed

    @property
    def likeness(self) -> str:
        """How much of the wording is the same, in words."""
        return next(words for least, words in LIKENESS if self.score >= least)

    @property
    def taken(self) -> str:
        """What it counts as."""
        return CONFIRMED if self.confirmed else ONE if self.followed else TWO


def links_to(lives: Lives, life: Iterable[int]) -> tuple[Link, ...]:
    """The links by which some actions were followed."""
    found = lives.proposals
    return links(found[found["followed"] & found["life"].isin(list(life))])


def followed_as(event: str, link: Link | None) -> str:
    """What an action's history says of a link: "Was Q19, now Q31, confirmed by an officer".

    "" where the event says it all.
    """
    renumbered = link is not None and ref_key(link.was_ref) != ref_key(link.now_ref)
    if link is None or not link.asked or event != ("renumbered" if renumbered else "reworded"):
        return ""
    words = link.words if renumbered else "Wording changed"
    return f"{words}, {'' if link.confirmed else 'not yet '}confirmed by an officer"


def links(found: pd.DataFrame) -> tuple[Link, ...]:
    """Links from ``Followed.proposals``, in their order."""
    refs = pd.DataFrame(
        {side: found[f"{side}_ref"].fillna("").map(ref_key) for side in ("was", "now")}
    )
    # Where two links of a date share their references, only the wording tells them apart.
    unclear = refs.assign(on=found["as_at"]).duplicated(keep=False)
    made = []
    for row, shared in zip(found.to_dict("records"), unclear.to_numpy(), strict=True):
        was_ref, now_ref = _text(row["was_ref"]), _text(row["now_ref"])
        then, wording = _text(row["was_title"]), _text(row["now_title"])
        made.append(
            Link(
                was=(then or was_ref) if shared else (was_ref or then),
                now=(wording or now_ref) if shared else (now_ref or wording),
                was_ref=was_ref,
                now_ref=now_ref,
                then=then,
                wording=wording,
                what=sentence(str(row["why"])) + (TURNED if row["turned"] else ""),
                score=float(row["score"]),
                on=row["as_at"].date(),
                was_id=int(row["was"]),
                now_id=int(row["now"]),
                asked=bool(row["asked"]),
                followed=bool(row["followed"]),
                confirmed=row["decided"] == "same",
            )
        )
    return tuple(made)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) and cell.strip() else ""


def table(found: Sequence[Link]) -> pd.DataFrame:
    """Links as text cells under on-screen headings, indexed by the later record id."""
    columns = {
        "Was": [_cell(link.was_ref) for link in found],
        "Now": [_cell(link.now_ref) for link in found],
        "Wording then": [_cell(link.then) for link in found],
        "Wording now": [_cell(link.wording) for link in found],
        "The wording is": [sentence(link.likeness) for link in found],
        "Since": [short_day(link.on) for link in found],
        "What changed": [link.what for link in found],
        "Taken as": [link.taken for link in found],
    }
    index = pd.Index([link.now_id for link in found], name="record_id", dtype="int64")
    return pd.DataFrame(columns, index=index, dtype="str")


def reworded_table(found: Sequence[Link]) -> pd.DataFrame:
    """Links under one reference, of which only the wording changed, as ``table``."""
    kept = ["Now", "Wording then", "Wording now", "The wording is", "Since"]
    return table(found)[kept].rename(columns={"Now": "Reference"})


def _cell(text: str) -> str:
    return shortened(text, TEXT) or BLANK


def links_of(view: View) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The view's links: those an officer is asked about or confirmed, and those only reworded.

    The first are in order of date, the others with the latest first.
    """
    found = links(book(view).lives.proposals)
    asked = tuple(link for link in found if link.asked)
    return asked, tuple(link for link in reversed(found) if not link.asked)


def unconfirmed(view: View) -> str:
    """How many matches no officer confirmed or split, and how they count; "" for none."""
    if view.history["actions"].empty:
        return ""
    found = book(view).lives.proposals
    found = found[found["asked"] & (found["decided"] == "")]
    one = int(found["followed"].sum())
    two = len(found) - one
    if len(found) < 2:
        kind = "one action" if one else "two actions"
        said = f"1 match between uploads is not confirmed by an officer; it counts as {kind}."
        return said if len(found) else ""
    counts = f"{one} of them count as one action and {two} as two"
    if not (one and two):
        counts = f"each counts as {'one action' if one else 'two actions'}"
    return f"{len(found)} matches between uploads are not confirmed by an officer; {counts}."
