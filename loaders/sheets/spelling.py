"""Headings as they are compared: what two spellings share, and what sounds like a heading."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ASIDE = re.compile(r"[(\[{]([^)\]}]*)[)\]}]?")
_PLURAL = re.compile(r"(?<=[a-z]{2})(?<![usi])s$")

_ANSWERS = re.compile(r"\b(?:y\s*/\s*n|yes\s*/\s*no)\b", re.IGNORECASE)
"""The answers that a column takes, behind what it asks: "Closed Y/N"."""

_OF_NOW = re.compile(
    r"\bthis (?:week|month|quarter|period|year)\b|"
    r"(?:\bfor |\bin )?\b20\d\d\s*[/–-]\s*(?:20)?\d\d\s*$",
    re.IGNORECASE,
)
"""What says no more of a column than that it is of now, or of which financial year's plan it is."""

MOST_WORDS = 14
WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        # $ % accepted accountable achieved action activity actual add added address
        addressed advert affected agency agreed aim allocated amended amount answer
        anticipated approval approved area as assessment asset assigned assignee assumption
        assurance at attendance attended attendee audience audit author awareness baseline
        better booked brag budget by cadence capacity case category cause change chapter
        check checklist closed closure code cohort colour comment commentary communication
        complete completed completion concluded confidence contact contingency control cost
        could council count course covered created current custodian dashboard date day
        deadline decision definition deliver deliverable delivered delivery department
        dependency description detail detection directorate division document domain done
        due duration earner effect effort employee end epic establishment estimate estimated
        event evidence exec executive exempt expected expired expires exposure extended
        extension fact failure feature fee field finding finish fix for forecast found
        frequency from fte full function further gap goal grade group headcount held
        highlight holder how hra id identified identifier identify impact impacted
        implementation importance improve improvement in index indicator induction
        initiative intended intervention issue item job journal judgement key kind kloe kpi
        last latest lead leading led lesson level like likelihood line link linked location
        log logged made main manage management manager measure meeting member method metric
        milestone minute mitigated mitigation module month must my name named narrative
        necessary need new next no nominated note number objective observation occurrence of
        offer officer only open opened operational opportunity organisation origin original
        other our ours outcome overall owner paid para paragraph partner party pass per
        percent percentage performance period person phase pillar plan planned play poc
        point position post practice predecessor present previous priority probability
        problem procedure process product professional programme progress project proposed
        purpose quarter question rag raised rank ranking rate rating reason recommendation
        recommended record recorded recurrence ref reference refresher region remaining
        remark reported requested requester required requirement rescheduled residual
        resolution resolved resource response responsibility responsible result review
        reviewed reviewer revised rfi risk role root rpn safeguarding schedule scheduled
        scope score section senior service session severity sheet should situation size sn
        solution source sponsor sprint sro staff stage stakeholder standard standing start
        started state statement status steering step story strand strategic strategy
        submitted success summary supplier support take taken taking target task team test
        text theme threshold time timeframe timeline timescale timing title to topic total
        tracker training treatment trend trigger type unit up update updated urgency us user
        value vendor version vulnerability want wbs we weakness week weight what when where
        whether which who whom why will with work workshop workstream would year yes £
        """,
    )
)
"""Words that headings of trackers, registers, plans and returns are made of."""


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """A heading without what does not tell headings apart: case, plurals, punctuation, run-ons.

    "Lead Officer(s)", "lead_officers" and "LeadOfficer" are all "lead officer".
    """
    plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", text)).casefold()
    plain = plain.replace("nº", "no").replace("n°", "no").replace("№", "no")
    plain = re.sub(r"\((s|es)\)", r"\1", plain).replace("’", "").replace("'", "")
    plain = plain.replace("%", " % ").replace("#", " # ").replace("£", " £ ").replace("&", " and ")
    plain = re.sub(r"[^\w%#£$]+|_", " ", plain)
    return " ".join(_PLURAL.sub("", part) for part in plain.split())


@lru_cache(maxsize=65536)
def variants(text: str) -> tuple[tuple[str, float], ...]:
    """The heading and what it may be short for, each with how much it counts for.

    What stands in brackets is first left out, then looked at alone ("Owner (Who)"); parts around
    a slash or line break count for less ("Story/Task").
    """
    found: dict[str, float] = {}

    def add(part: str, weight: float) -> None:
        plain = normal(part)
        if plain:
            found[plain] = max(found.get(plain, 0.0), weight)

    add(text, 1.0)
    without = _ASIDE.sub(" ", re.sub(r"\((s|es)\)", r"\1", text))
    add(without, 0.98)
    add(unguided(text), 0.97)
    add(_ANSWERS.sub(" ", text), 0.95)
    add(_OF_NOW.sub(" ", text), 0.97)
    for part in re.split(r"\s*[/|\n:–—]\s*| - ", without):
        add(part, 0.9)
    for aside in _ASIDE.findall(text):
        add(aside, 0.8)
        for part in re.split(r"[/\-,]", aside):
            add(part, 0.75)
    return tuple(found.items())


LONG_ASIDE = 3
"""Words from which an aside explains a heading and no longer says which one it is."""
_PARTS = re.compile(r"\s*[\n:;–—]\s*| - |\s+-(?=\w)|(?<=\w)-\s+")


@lru_cache(maxsize=65536)
def unguided(text: str) -> str:
    """A heading without the guidance on how to fill it in, which says nothing about which it is.

    Guidance is what stands in brackets, or behind a dash, a colon or a line break, in three words
    or more: "Action (what will be done and by whom)" is "Action", "Due date (revised)" stays.
    """
    kept = _ASIDE.sub(lambda aside: " " if len(aside[1].split()) >= LONG_ASIDE else aside[0], text)
    first, *rest = _PARTS.split(kept.strip())
    if not normal(first):
        return text
    short = [part for part in rest if len(part.split()) < LONG_ASIDE]
    return " ".join([first, *short])


@lru_cache(maxsize=65536)
def sounds_like_heading(text: str) -> float:
    """The share of a text's words that headings are made of, 0 to 1."""
    parts = normal(_ASIDE.sub(" ", text) if not text.startswith("(") else text).split()
    if len(parts) > MOST_WORDS and "\n" in text:
        parts = normal(text.split("\n")[0]).split()
    parts = [part for part in parts if not part.isdigit()] or parts
    if not parts or len(parts) > MOST_WORDS:
        return 0.0
    return sum(part in WORDS for part in parts) / len(parts)
