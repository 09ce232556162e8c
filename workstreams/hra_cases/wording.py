"""The sentences about Human Rights Act cases. In public they are written from bands only."""

from measures.small_numbers.disclosure import Band, band
from workstreams.hra_cases import figures
from workstreams.hra_cases.listed import CaseList
from workstreams.wording import are, counted, day, sentence
from workstreams.wording import listed as in_a_row

CASE = "Human Rights Act case"
LEFT_OUT = "a number left out because it would give a smaller one away"
HIDDEN = "are left out, because they would give a small number away"


def number(cases: CaseList, cell: str, place: int = -1) -> str:
    """A count in a sentence: exact for members, in a band for the public, or left out."""
    if not cases.public:
        return str(getattr(cases.tallies[place], cell) or "none")
    within = cases.band(place, cell)
    return within.words if within else LEFT_OUT


def opened(cases: CaseList) -> str:
    """How many cases are open, and whether that is more or fewer than before."""
    return f"{_open_now(cases)}{_open_change(cases)}"


def _open_now(cases: CaseList) -> str:
    if not cases.tallies[-1].open:
        return f"No {CASE} is open"
    if cases.public:
        return f"{number(cases, 'open')} {CASE}s are open"
    count = cases.tallies[-1].open
    return f"{counted(count, CASE)} {are(count)} open"


def _open_change(cases: CaseList) -> str:
    """The clause that compares with the list before; nothing on the first list."""
    if cases.since is None:
        return ""
    now, then = cases.tallies[-1].open, _tally_open(cases)
    when = day(cases.since)
    if cases.public:
        before, after = band(then, cases.limit), band(now, cases.limit)
        if before == after:
            return f", as at {when}" if now == 0 else f", the same band as at {when}"
        return f", {_way(after, before)} than at {when} ({before.words})"
    if now == then:
        return f", as many as at {when}" if now else f", as at {when}"
    return f", {abs(now - then)} {'more' if now > then else 'fewer'} than at {when}"


def _way(after: Band, before: Band) -> str:
    return "more" if after.low > before.low else "fewer"


def _tally_open(cases: CaseList) -> int:
    return next(tally.open for tally in cases.tallies if tally.when == cases.since)


def across_dates(cases: CaseList, cell: str) -> str:
    """The first, highest and latest of a count over the dates, for a listener."""
    if len(cases.tallies) < 2:
        return ""
    first = cases.tallies[0].when
    all_said = {number(cases, cell, place) for place in range(len(cases.tallies))}
    if len(all_said) == 1:
        return f"It was {number(cases, cell)} on every list since {day(first)}."
    said = f"At the first list, {day(first)}, there were {number(cases, cell, 0)}."
    highest = max(range(len(cases.tallies)), key=lambda place: _ceiling(cases, cell, place))
    when = day(cases.tallies[highest].when)
    return f"{said} The most was {number(cases, cell, highest)}, first seen at {when}."


def _ceiling(cases: CaseList, cell: str, place: int) -> int:
    if not cases.public:
        return int(getattr(cases.tallies[place], cell))
    within = cases.band(place, cell)
    return within.high if within else -1


def moved(cases: CaseList) -> str:
    """What joined the list and what was concluded since the list compared with."""
    if cases.since is None:
        return "There is no earlier list of cases to compare with"
    since = f"since {day(cases.since)}"
    if not cases.public:
        new, over = len(figures.new(cases)), len(figures.newly_concluded(cases))
        return f"{sentence(str(new or 'none'))} new and {over or 'none'} concluded {since}"
    new_words, over_words = number(cases, "new"), number(cases, "newly_concluded")
    if new_words == over_words == LEFT_OUT:
        return f"New and concluded cases {since} {HIDDEN}"
    if new_words == LEFT_OUT:
        return f"{sentence(over_words)} concluded {since}; new cases {HIDDEN}"
    if over_words == LEFT_OUT:
        return f"{sentence(new_words)} new {since}; concluded cases {HIDDEN}"
    return f"{sentence(new_words)} new and {over_words} concluded {since}"


def steps(cases: CaseList) -> str:
    """How many open cases are before issue and how many issued; for members, concluded too."""
    told = {"before_issue": "before issue", "issued": "issued"}
    if not cases.public:
        told["concluded"] = "concluded"
    if any(number(cases, cell) == LEFT_OUT for cell in told):
        return f"The steps that cases have reached {HIDDEN}"
    said = f"{CASE}s: {in_a_row([f'{number(cases, cell)} {told[cell]}' for cell in told])}"
    if not cases.public:
        return said
    return said + _than(cases, "before_issue", "issued", ", so {} are before issue than issued")


def ages(cases: CaseList) -> str:
    """How many open cases have been open for a year or more."""
    old = number(cases, "from_12")
    if old == LEFT_OUT:
        return f"The months that cases have been open {HIDDEN}"
    said = f"{sentence(old)} of the open cases {_been(old)} open for 12 months or more"
    if not cases.public:
        return said
    return said + _than(cases, "under_12", "from_12", ", and {} for less than that")


def _than(cases: CaseList, one: str, other: str, said: str) -> str:
    """Which of two counts is more, where both are in print in bands that differ; else nothing."""
    first, second = cases.band(-1, one), cases.band(-1, other)
    if first is None or second is None or first == second or not (first.high and second.high):
        return ""
    return said.format(_way(first, second))


def _from_before(cases: CaseList, cell: str, *, dated: bool) -> str:
    """Whether a public count is up or down on the list before; "" in the same band."""
    now = cases.band(-1, cell)
    before = cases.band(-2, cell) if len(cases.tallies) > 1 else None
    if now is None or before is None or now == before:
        return ""
    up = "up" if now.low > before.low else "down"
    listed = cases.tallies[-2].when
    when = f" at {day(listed)}" if dated or listed != cases.since else ""
    return f", {up} from {before.words}{when}"


def _been(old: str) -> str:
    return "has been" if old in ("none", "1") else "have been"


def learned(cases: CaseList, *, dated: bool = True) -> str:
    """How many concluded cases still have learning open; for members, how many are closed too.

    ``dated=False`` where the sentence before has named the date that it is compared with.
    """
    left = number(cases, "learning_open")
    if not cases.public:
        closed = number(cases, "learning_closed")
        return f"Learning is closed for {closed} of the concluded cases and still open for {left}"
    if left == LEFT_OUT:
        return f"Counts of learning from concluded cases {HIDDEN}"
    has = "has" if left == "none" else "have"
    said = f"{sentence(left)} of the concluded cases {has} learning still open"
    return said + _from_before(cases, "learning_open", dated=dated)


def tied(cases: CaseList) -> str:
    """How many concluded cases name a plan action; members only."""
    over = cases.now[cases.now["concluded"]]
    named = over["learning_action"].dropna()
    if over.empty:
        return ""
    if named.empty:
        return "No concluded case names the plan action its learning led to."
    refs = in_a_row(sorted(set(named)))
    names = "names" if len(named) == 1 else "name"
    return f"{len(named)} of {counted(len(over), 'concluded case')} {names} a plan action: {refs}."


def finding(cases: CaseList) -> str:
    """The sentence at the top of the page."""
    if not cases.tallies:
        return ""
    said = [opened(cases)]
    if cases.since is not None:
        said.append(moved(cases))
    if cases.has_concluded:
        said.append(learned(cases, dated=cases.since is None))
    return ". ".join(said) + "."
