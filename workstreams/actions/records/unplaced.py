"""What officers recorded that fits no action, so that it changes nothing: listed, with a remedy."""

import pandas as pd

from measures.following.keys import ref_key, wording_key
from workstreams.actions.book import Book, book
from workstreams.actions.listings import days
from workstreams.actions.records.one_action import KINDS, says
from workstreams.actions.said.judgements import names_of, placed
from workstreams.actions.said.same import KIND, words
from workstreams.view import View

NONE = (
    "No action goes by this name in any upload that stands. Take it back here; if it still holds, "
    "record it again on the action itself."
)
SEVERAL = (
    "More than one action goes by this name. Give each a reference of its own in the file, take "
    "this back here, and record it again on the right one."
)
NO_LINK = (
    "No upload that stands shows these two rows one after the other. Take it back here; if the "
    "match is listed above, answer it there."
)
NOT_FOLLOWED = (
    "The earlier action is in the file beside the later one, so they cannot be one. Take it back "
    "here, or have one of the two rows taken out of the file."
)


def unplaced_table(view: View) -> pd.DataFrame:
    """Each such judgement as text cells under on-screen headings, indexed by judgement id."""
    found = book(view)
    lost = pd.concat([_lost(found), _unlinked(found)])
    return pd.DataFrame(
        {
            "What": [*lost["what"]],
            "About": [*lost["subject"]],
            "Says": [*lost["says"]],
            "From": days(lost["on"]),
            "Recorded by": [*lost["by"]],
            "What to do": [*lost["remedy"]],
        },
        index=lost.index,
        dtype="str",
    )


def _lost(found: Book) -> pd.DataFrame:
    """Judgements whose name fits no action, or several."""
    judged = found.view.judgements
    judged = judged[judged["kind"].isin([*KINDS])]
    names = names_of(found.lives)
    lives = pd.Series(placed(names, judged), index=judged.index, dtype="float64")
    lost = judged[lives.isna()]
    known = set(names["key"]) | set(names["words"])
    return lost.assign(
        what=[KINDS[kind] for kind in lost["kind"]],
        says=[
            says(kind, subject, value)
            for kind, subject, value in zip(
                lost["kind"], lost["subject"], lost["value"], strict=True
            )
        ],
        remedy=[
            SEVERAL if known & ({ref_key(name), wording_key(name)} - {""}) else NONE
            for name in lost["subject"]
        ],
    )


def _unlinked(found: Book) -> pd.DataFrame:
    """Answers about two rows that are not there, or that cannot be followed."""
    judged = found.view.judged(KIND)
    records = found.lives.records
    life = dict(zip(records["record_id"], records["life"], strict=True))
    about, said = found.answered.about, found.answered.said
    broken = {
        judgement
        for judgement, pair in about.items()
        if said.get(pair) == "same" and life.get(pair[0]) != life.get(pair[1])
    }
    lost = judged[~judged.index.isin([key for key in about if key not in broken])]
    return lost.assign(
        what="One action or two",
        says=[words(*told) for told in zip(lost["subject"], lost["value"], strict=True)],
        remedy=[NOT_FOLLOWED if key in broken else NO_LINK for key in lost.index],
    )
