"""A committee's recommendations: the answer, the two-month clock, the actions that deliver them."""

import re
from datetime import date

import pandas as pd

from measures.following.keys import ref_key
from measures.periods import answer_due

TOKEN = r"(?:[a-z]{0,2}\d+(?:\.\d+)*[a-z]?|[a-z])\b"
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# "Recommendations b and c"; in "Recommendation b, 7 September 2021" the 7 is a day.
NAMED = re.compile(
    rf"\brec(?:ommendation)?s?\.?\s+({TOKEN}(?:\s*(?:,|and|&|/)\s*{TOKEN}(?!\s+(?:{MONTHS})))*)",
    re.IGNORECASE,
)
# References that stand for themselves anywhere: a letter and a number, as "R3".
ALONE = re.compile(r"\b[a-z]{1,3}\d+(?:\.\d+)*\b", re.IGNORECASE)
WORDS = re.compile(rf"\b{TOKEN}", re.IGNORECASE)
PREFIX = re.compile(r"^(?:(?:recommendations?|recs?)\.?(?=.)|r(?=\d))")
TEXTS = ("source", "title", "detail", "update")


def letter(ref: object) -> str:
    """What tells one recommendation from another: "b" for "Rec b", "3" for "R3"."""
    return PREFIX.sub("", ref_key(ref)) if isinstance(ref, str) else ""


def named_in(text: object) -> set[str]:
    """The recommendations a text may name: b and c in "Recommendations b and c", 3 in "see R3"."""
    if not isinstance(text, str):
        return set()
    return in_so_many_words(text) | {letter(word) for word in ALONE.findall(text)}


def in_so_many_words(text: object) -> set[str]:
    """What a text calls a recommendation by that word."""
    found = NAMED.findall(text) if isinstance(text, str) else []
    return {letter(word) for part in found for word in WORDS.findall(part)}


def recommendations(now: pd.DataFrame, records: pd.DataFrame, as_at: date) -> pd.DataFrame:
    """Every recommendation in the plan with its answer, its clock and its actions.

    ``now`` is the result of ``standing.positions``, ``records`` of ``Lives.known``. One row each,
    indexed by ``life``, with the columns of ``now`` and:

    - ``answer``: "accepted", "partly accepted", "rejected" or "none yet"
    - ``from_notice``: whether the two months run from the day notice was given: it is, where that
      day is given and is not before the day the recommendation was raised
    - ``counted_from``: that day, else the day it was raised; missing where neither is given
    - ``answer_due``: the last day of two months beginning with ``counted_from``
    - ``days_late``: days past that day until it was answered, or until the as-at date; missing
      where it is not late or not known
    - ``first_title``: its wording when first listed
    - ``reason_since``: the as-at date since when the file has given ``response_reason`` in these
      words; missing where it gives none
    - ``delivered_by``: a tuple of ``life``, the actions whose source, wording or update names it,
      or once did
    """
    found = now[now["kind"] == "recommendation"]
    others = now[now["kind"] != "recommendation"]
    claims = _claims(others if len(found) else found, records)
    raised, notice = found["raised_date"], found["notice_date"]
    from_notice = notice.notna() & ~(notice < raised)
    start = notice.where(from_notice, raised)
    due = pd.Series(
        [pd.NaT if pd.isna(day) else pd.Timestamp(answer_due(day)) for day in start],
        index=found.index,
        dtype="datetime64[s]",
    )
    answered = found["response"].notna() & (found["response"] != "none yet")
    ended = found["response_date"].where(answered, pd.Timestamp(as_at))
    late = (ended - due).dt.days
    own = records[records["life"].isin(found.index)]
    return found.assign(
        answer=found["response"].where(answered, "none yet"),
        from_notice=from_notice,
        counted_from=start,
        answer_due=due,
        days_late=late.where(late > 0).astype("float64"),
        first_title=own.groupby("life")["title"].first().reindex(found.index),
        reason_since=_reason_since(own)
        .reindex(found.index)
        .where(found["response_reason"].notna()),
        delivered_by=pd.Series(
            [
                tuple(life for life, named in claims.items() if letter(ref) in named)
                for ref in found["ref"]
            ],
            index=found.index,
            dtype="object",
        ),
    )


def orphans(now: pd.DataFrame, records: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Recommendations that no action names, and actions that name one which is not in the plan.

    A recommendation that was rejected, or is itself complete or withdrawn, needs no action.
    """
    found = now[now["kind"] == "recommendation"]
    others = now[now["kind"] != "recommendation"]
    letters = set(found["ref"].map(letter)) - {""}
    claims = _claims(others if len(found) else found, records)
    named = set().union(*claims.values())
    unmet = ~found["ref"].map(letter).isin(named) & found["open"]
    sources = zip(others.index, others["source"], strict=True)
    said = {life: in_so_many_words(text) for life, text in sources}
    lost = [life for life, names in said.items() if names and not names & letters]
    return found[unmet & (found["response"] != "rejected")], others.loc[lost]


def _reason_since(records: pd.DataFrame) -> pd.Series:
    """By ``life``, the as-at date of the first of the last records that give one reason."""
    said = records["response_reason"].fillna("")
    lives = records["life"]
    new = (lives != lives.shift()) | (said != said.shift())
    return records.loc[new].groupby("life")["as_at"].last()


def _claims(others: pd.DataFrame, records: pd.DataFrame) -> dict[int, set[str]]:
    """The recommendations that each of the other actions has ever named, by ``life``."""
    texts = records.loc[records["life"].isin(others.index), ["life", *TEXTS]]
    said = texts.melt("life", value_name="text").dropna().drop_duplicates(["life", "text"])
    names = {text: named_in(text) for text in said["text"].unique()}
    claims: dict[int, set[str]] = {int(life): set() for life in others.index}
    for life, text in zip(said["life"], said["text"], strict=True):
        claims[int(life)] |= names[text]
    return claims
