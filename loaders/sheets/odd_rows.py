"""Rows under the headings that are no records, told by their form rather than by their words.

Guidance, examples, placeholders, sums and marks of the end do not hold what the rows further down
hold: words where those have dates, one word all across, a number that is the sum of those above.
Where that is not clear the row is a record, and what speaks against it is said.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from loaders.cells.errors import is_error
from loaders.cells.readers import shown
from loaders.declared import Kind
from loaders.sheets.examples import is_date_mask, is_example, is_list_of
from loaders.sheets.forms import GRADES, ColumnForm
from loaders.sheets.page import is_text
from loaders.sheets.wording import bids

Values = list[object]

TOTAL = re.compile(
    r"^(?:grand |sub[- ]?|over-?all |running )?(?:totals?|average|mean|sum)\b", re.IGNORECASE
)
_TOTAL_ALONE = re.compile(
    r"^(?:grand |sub[- ]?|over-?all |running )?(?:totals?|averages?|mean|sum)"
    r"(?:\s*[:=(\d].*|\s+\d.*)?$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^\W*(?:(?:worked|for|an?|this is an?|see)\s+)?(?:examples?|sample|dummy|specimen)\b|"
    r"^\W*e\.?\s?g\b",
    re.IGNORECASE,
)
_EXAMPLE_ALONE = re.compile(
    r"^\W*(?:(?:worked|for|an?)\s+)?(?:example|sample|dummy|specimen|ex|eg|e\.g)\W*"
    r"(?:(?:row|entry|line|only|text|action|record|risk|item)\W*)?[\d.]*\W*$",
    re.IGNORECASE,
)
_EG = re.compile(r"^\W*e\.?\s?g\b", re.IGNORECASE)
_HOW_TO = re.compile(r"\bhow to (?:complete|fill|use)|[>→:]\s*$", re.IGNORECASE)
_TELLING = (
    *("enter", "describe", "insert", "select", "choose", "specify", "provide", "state", "list"),
    *("give", "type", "please", "use this", "brief", "short", "unique (?:id|number|ref)"),
    *("name of", "date (?:when|on|the|that|by)", "who", "what", "when", "how", "free text"),
    *("drop ?down", r"e\.?g\.?", "text", "number", "person", "where"),
)
_TELLS = re.compile(
    rf"^(?:<.*>|\(.*\)|\[.*\]|\{{.*\}}|dd[/.-]mm.*|mm[/.-]dd.*|yyyy.*|"
    rf"(?:{'|'.join(_TELLING)})(?!\w).*)$",
    re.IGNORECASE | re.DOTALL,
)
"""How forms usually say what belongs in a cell: evidence, never enough on its own."""
PLACEHOLDER = re.compile(
    r"^(<.*>|\[.*\]|-+ ?(select|choose).*|please (select|choose).*|x{2,}|tbc|\.\.\.|…|"
    r"(select|choose)( one| (an?|your|the) (option|value|item|choice|answer)| from .{1,30})?)$",
    re.IGNORECASE,
)
ALIKE = "the same words stand in several rows, with no date"
GUIDANCE = "guidance on how to fill in the form"
ODD, ODD_SHARE = 60, 0.05
"""More rows than this, and more than this share, that have something in common are not odd."""
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"^[-−]?£?\d[\d,]*(?:\.\d+)?\s*%?$")
_WHERE_TO_ADD = re.compile(
    r"\b(?:above|below) this (?:row|line)\b|"
    r"\b(?:add|insert) (?:(?:new|more|further|extra) )?(?:rows?|lines?|actions?|items?|entries) "
    r"(?:above|below|here)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^[\s(\[–—-]*(?:none|nil|n/?a|not applicable|no(?: further| new)? actions?(?: at this time)?|"
    r"(?:none|no(?: further| new)? actions?) (?:is |are )?"
    r"(?:needed|required|necessary|identified))\W*$",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"^\W*(?:(?:latest |progress |further |\w+ )?update\b|progress (?:to|as at|at)\b|"
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\s*[:–—-]|"
    r"\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{2,4})?\s*[:–—-]|"
    r"[a-z]{3,9} \d{2,4}\s*[:–—]|note\s*:|comments?\s*:)",
    re.IGNORECASE,
)
COLOURS = frozenset(
    ("r", "a", "g", "b", "y", "red", "amber", "green", "blue", "yellow", "grey", "purple", "black")
)
LEAST_USUAL = 3
"""Where a row fills fewer columns than this, a label and a number may be all a record has."""
LABEL_LENGTH = 40
"""A column whose texts are longer than this may say anything, a number too."""
FIRST = 3
"""Rows straight under the headings, where forms explain themselves."""


@dataclass(frozen=True)
class Verdict:
    """Why a row is no record; where not ``sure``, it is read all the same and pointed out."""

    why: str
    sure: bool = True


class OddRows:
    """The rows of one table, each asked whether it has the form of a record.

    ``columns`` are the cells under each heading, one a row; ``kinds`` what a column is declared
    to hold, by its place; ``main`` the places of the columns that say what a row is about;
    ``example`` what the blank template's example row holds.
    """

    def __init__(
        self,
        columns: Sequence[Values],
        kinds: Mapping[int, Kind],
        main: Sequence[int],
        counts: Sequence[int],
        example: object = None,
    ) -> None:
        self.columns, self.kinds, self.main = columns, kinds, main
        self.counts = counts
        self.example = shown(example) if example else ""
        self.length = len(columns[0]) if columns else 0
        self.totals: list[int] = []
        self._sums_above: dict[int, tuple[list[int], list[float]]] = {}

    @cached_property
    def forms(self) -> list[ColumnForm]:
        """The form of each column, from the rows below the first ones where there are enough."""
        start = FIRST if self.length >= 2 * FIRST else 1 if self.length > FIRST else 0
        return [
            ColumnForm(column[start:], self.kinds.get(place))
            for place, column in enumerate(self.columns)
        ]

    @cached_property
    def usual(self) -> float:
        """How many columns a row usually fills."""
        held = sorted(count for count in self.counts if count)
        return float(held[len(held) // 2]) if held else 0.0

    @cached_property
    def suspects(self) -> set[int]:
        """The rows that anything speaks against at first sight; nearly all others are records."""
        found = set(range(min(FIRST, self.length)))
        found |= {place for place, count in enumerate(self.counts) if 0 < count <= 2}
        for column in self.columns[:2]:
            said = {v for v in set(column) if isinstance(v, str) and TOTAL.match(v.strip())}
            if said:
                found |= {place for place, value in enumerate(column) if value in said}
        last = max((at for at, count in enumerate(self.counts) if count), default=0)
        for place in self.main:
            column = self.columns[place]
            odd: set[object] = {
                value
                for value in set(column)
                if isinstance(value, str)
                and (
                    _NOTHING.match(value.strip())
                    or PLACEHOLDER.match(value.strip())
                    or is_example(value)
                    or _EXAMPLE.match(value)
                )
            }
            # Rows prepared with the same words stand at the end of a table.
            odd |= {column[last]} - {None}
            found |= self._few(at for at, value in enumerate(column) if value in odd)
            for other in self.columns[place + 1 : place + 3]:
                pairs = zip(column, other, strict=True)
                found |= {at for at, (a, b) in enumerate(pairs) if a is not None and a == b}
        for column in self.columns:
            asked = {v for v in set(column) if isinstance(v, str) and _is_prompt(v.strip())}
            if asked:
                found |= self._few(at for at, value in enumerate(column) if value in asked)
        for form, column in zip(self.forms, self.columns, strict=True):
            if form.form in {"dated", "numbered"}:
                words = {v for v in set(column) if isinstance(v, str) and not _DIGIT.search(v)}
                if words:
                    found |= self._few(at for at, value in enumerate(column) if value in words)
        low = 0.7 * self.usual
        if any(form.form == "numbered" for form in self.forms):
            found |= self._few(at for at, count in enumerate(self.counts) if 0 < count <= low)
        return found

    def _few(self, places: Iterable[int]) -> set[int]:
        """The places, unless they are so many that there is nothing odd about them."""
        found = set(places)
        return found if len(found) <= max(ODD, ODD_SHARE * self.length) else set()

    def verdict(self, place: int) -> Verdict | None:
        """What a row is instead of a record; None where it has the form of one."""
        if place not in self.suspects:
            return None
        held = [
            (at, column[place])
            for at, column in enumerate(self.columns)
            if column[place] is not None
        ]
        if not held:
            return None
        return (
            self._same_word(held)
            or self._total(place, held)
            or self._count(held)
            or self._key(place)
            or self._example(place, held)
            or self._placeholder(place, held)
            or self._nothing(held)
            or self._news(place, held)
            or self._guidance(place, held)
        )

    def _same_word(self, held: Sequence[tuple[int, object]]) -> Verdict | None:
        texts = {shown(value).casefold() for _, value in held}
        if len(held) >= 3 and len(texts) == 1 and is_text(held[0][1]):
            return Verdict(f"“{shown(held[0][1])[:40]}” stands in every cell")
        return None

    def _total(self, place: int, held: Sequence[tuple[int, object]]) -> Verdict | None:
        label = next((shown(v) for _, v in held[:2] if is_text(v) and TOTAL.match(shown(v))), "")
        lone = len(held) == 1
        if lone and not (label and _TOTAL_ALONE.match(label)):
            return None
        blank = self._left_blank(place)
        if label and _TOTAL_ALONE.match(label) and (lone or blank is not False):
            self.totals.append(place)
            return Verdict("a total")
        if label and self._foreign(held):
            self.totals.append(place)
            return Verdict("a total")
        untitled = all(self.columns[at][place] is None for at in self.main)
        if label and untitled and all(_is_number(value) for _, value in held[1:]):
            self.totals.append(place)
            return Verdict("a total")
        sums = self._sums(place, held)
        if sums and ((label and blank is not False) or (blank and (sums >= 2 or label))):
            self.totals.append(place)
            return Verdict("a total: it is the sum of the rows above")
        if label and blank:
            self.totals.append(place)
            return Verdict("a total")
        if label and sums:
            return Verdict("a total: it is the sum of the rows above", sure=False)
        return None

    def _count(self, held: Sequence[tuple[int, object]]) -> Verdict | None:
        """A figure about the list: a label, and a number where the records have words."""
        if len(held) != 2 or self.usual < LEAST_USUAL or not is_text(held[0][1]):
            return None
        at, value = held[1]
        form, own = self.forms[at], self.columns[at]
        if not _FIGURE.match(shown(value)) or form.form not in {"dated", "listed", "free"}:
            return None
        years = form.form == "dated" and _is_year_or_day(value)
        numbers = sum(bool(_FIGURE.match(shown(one))) for one in own if one is not None)
        if years or form.count < 2 or numbers > 0.5 * (form.count + 1):
            return None
        return Verdict("a figure about the list", sure=form.longest <= LABEL_LENGTH)

    def _key(self, place: int) -> Verdict | None:
        """Letters or colours and what they mean, one under the other.

        With records between them they are headings: "A  Workforce", "B  Cases".
        """
        if place not in self._keyed:
            return None
        filled = [at for at, count in enumerate(self.counts) if count]
        own = filled.index(place)
        beside = {*filled[max(own - 1, 0) : own], *filled[own + 1 : own + 2]}
        if beside & self._keyed:
            return Verdict("a key to letters or colours")
        # The rest of a key may stand below a gap, where the table has ended.
        last = place == filled[-1]
        return Verdict("a key to letters or colours", sure=False) if last else None

    @cached_property
    def _keyed(self) -> set[int]:
        """The rows of a lone letter or colour and one text, where a row usually holds more."""
        if self.usual < LEAST_USUAL:
            return set()
        found = set()
        for place, count in enumerate(self.counts):
            if count == 2:
                cells = [shown(c[place]) for c in self.columns if c[place] is not None]
                if len(cells) == 2 and cells[0].casefold() in COLOURS:
                    found.add(place)
        return found

    def _foreign(self, held: Sequence[tuple[int, object]]) -> bool:
        """Whether a row holds only numbers beside its label, some where others have words."""
        rest = held[1:]
        return all(_is_number(value) for _, value in rest) and any(
            self.forms[at].form in {"dated", "listed", "free"} and self.forms[at].count >= 2
            for at, _ in rest
        )

    def _left_blank(self, place: int) -> bool | None:
        """Whether a row leaves words blank that others have; None where there are none to leave."""
        usual = [
            at
            for at, form in enumerate(self.forms)
            if form.form != "numbered" and form.count >= 0.8 * max(1, self._filled_rows - 1)
        ]
        rest = [at for at in usual if self.columns[at][place] is None]
        if len(usual) < 2:
            return None
        return len(rest) >= 0.5 * (len(usual) - 1)

    @cached_property
    def _filled_rows(self) -> int:
        start = FIRST if self.length >= 2 * FIRST else 1 if self.length > FIRST else 0
        return min(sum(1 for count in self.counts[start:] if count), 400)

    def _sums(self, place: int, held: Sequence[tuple[int, object]]) -> int:
        """In how many columns a row holds the sum of the rows above, if it does so in all."""
        start = self.totals[-1] + 1 if self.totals else 0
        found = 0
        for at, value in held:
            if self.forms[at].form != "numbered" or not _is_number(value):
                continue
            numbers, sums = self._running(at)
            above, total = numbers[place] - numbers[start], sums[place] - sums[start]
            if above < 2 or not value or abs(total - value) > 1e-6 * abs(value):  # type: ignore[arg-type,operator]
                return 0
            found += 1
        return found

    def _running(self, at: int) -> tuple[list[int], list[float]]:
        """How many numbers a column holds above each row, and their sum."""
        if at not in self._sums_above:
            own = [float(v) if _is_number(v) else 0.0 for v in self.columns[at]]  # type: ignore[arg-type]
            numbers = [int(_is_number(v)) for v in self.columns[at]]
            self._sums_above[at] = [0, *accumulate(numbers)], [0.0, *accumulate(own)]
        return self._sums_above[at]

    def _example(self, place: int, held: Sequence[tuple[int, object]]) -> Verdict | None:
        texts = [shown(value) for _, value in held]
        if is_example(texts[0]) or (place < FIRST and any(map(is_example, texts[:2]))):
            return Verdict("the form's example")
        if place < FIRST and self.example and self.example in texts and len(held) >= 3:
            return Verdict("the form's example")
        at, text = next(
            (
                (at, t)
                for (at, _), t in zip(held[:2], texts, strict=False)
                if _EXAMPLE.match(t) or _EXAMPLE_ALONE.match(t)
            ),
            (-1, ""),
        )
        if at < 0 or len(held) < 2:
            return None
        told = place < FIRST and (_HOW_TO.search(text) or _EG.match(text))
        if _EXAMPLE_ALONE.match(text) or told:
            return Verdict("the form's example")
        code = self._code()
        if place >= FIRST:
            # Further down an action may begin with these words; one has a reference like the rest.
            alone = code is not None and self.columns[code][place] is None
            return Verdict("the form's example", sure=False) if alone else None
        if code is not None:
            own = self.columns[code][place]
            fits = (
                own is not None
                and self.forms[code].suits(own) > 0
                and _pattern(own) in self._patterns(code)
            )
            return None if fits else Verdict("the form's example")
        # Without references nothing else tells an example from an action about one.
        return Verdict("the form's example", sure=False) if place == 0 else None

    def _code(self) -> int | None:
        """The column of references, by place."""
        return next((at for at, form in enumerate(self.forms[:3]) if form.form == "coded"), None)

    def _patterns(self, code: int) -> set[str]:
        return {_pattern(value) for value in self.columns[code][1:] if value is not None}

    def _placeholder(self, place: int, held: Sequence[tuple[int, object]]) -> Verdict | None:
        title = next((shown(v) for at, v in held if at in self.main), "")
        if not title or is_error(title) or self._firm(held):
            return None
        again = sum(shown(value).casefold() == title.casefold() for _, value in held) >= 2
        marked = sum(_is_prompt(shown(value)) for _, value in held)
        if again or PLACEHOLDER.match(title) or (marked >= 2 and 2 * marked >= len(held)):
            return Verdict("prepared for use but not filled in")
        if len(held) >= 2 and place in self._alike_at_the_end:
            return Verdict(ALIKE, sure=self._alike_at_the_end[place])
        return None

    def _firm(self, held: Sequence[tuple[int, object]]) -> bool:
        """Whether a row holds a date or number of its own."""
        return any(
            self.forms[at].form in {"dated", "numbered"} and self.forms[at].suits(value) > 0
            for at, value in held
        )

    @cached_property
    def _alike_at_the_end(self) -> dict[int, bool]:
        """The rows of the same words that end a table, each with whether it is the same throughout.

        They are three or more, under a row of other words. Rows of one reference each may have
        been numbered before they were filled in, so that is not sure.
        """
        found: dict[int, bool] = {}
        filled = [place for place, count in enumerate(self.counts) if count]
        for words in (self._words_but_code, self._words):
            last = words(filled[-1])
            run = list(takewhile(lambda at: words(at) == last, reversed(filled)))  # noqa: B023
            if 3 <= len(run) < len(filled):
                found |= dict.fromkeys(run, words == self._words)
        return found

    def _words(self, place: int) -> tuple[str, ...]:
        """What every cell of a row says."""
        return tuple(
            shown(column[place]).casefold() if column[place] is not None else ""
            for column in self.columns
        )

    def _words_but_code(self, place: int) -> tuple[str, ...]:
        """What a row says beside its reference; all it says where that is what it is about."""
        code, words = self._code(), self._words(place)
        if code is None or code in self.main:
            return words
        return words[:code] + words[code + 1 :]

    def _news(self, place: int, held: Sequence[tuple[int, object]]) -> Verdict | None:
        """A row with nothing but news of the record above it: "Update 3 May: sent to legal"."""
        lone = len(held) == 1 and held[0][0] in self.main and place > 0
        if not lone or not _NEWS.match(shown(held[0][1])):
            return None
        if max(self.counts[:place]) < LEAST_USUAL:
            return None
        return Verdict("an update on the row above", sure=False)

    def _nothing(self, held: Sequence[tuple[int, object]]) -> Verdict | None:
        """A row of a self-assessment beside which there is nothing to be done."""
        titles = [shown(value) for at, value in held if at in self.main]
        if titles and all(map(_NOTHING.match, titles)) and len(held) > len(titles):
            return Verdict("it says that there is nothing to be done")
        return None

    def _guidance(self, place: int, held: Sequence[tuple[int, object]]) -> Verdict | None:
        texts = [shown(value) for _, value in held]
        if len(held) < 2:
            return Verdict(GUIDANCE) if _WHERE_TO_ADD.search(texts[0]) else None
        numbered = [text.strip("()") for text in texts] == [str(n + 1) for n in range(len(texts))]
        if place < FIRST and numbered and len(texts) >= 3:
            return Verdict(GUIDANCE)
        suits = [self.forms[at].suits(value) for at, value in held]
        against = -sum(one for one in suits if one < 0)
        shapes = [at for at, value in held if self._shows_shape(at, value)]
        tells = [at for (at, _), text in zip(held, texts, strict=True) if _TELLS.match(text)]
        told = len({*tells, *shapes}) / len(texts)
        if not any(form.count >= 2 for form in self.forms):
            # Nothing stands below: the form's own words are all there is to go by.
            return Verdict(GUIDANCE) if told >= 0.6 and (len(held) >= 3 or against >= 1) else None
        if shapes and place < FIRST and not self._shown_below(shapes):
            speaks = self._speaks(place, held, shapes)
            if not speaks or (len(shapes) >= 2 and speaks == {"coded"} and told >= 0.5):
                return Verdict(GUIDANCE)
            if len(shapes) >= 2:
                return Verdict(GUIDANCE, sure=False)
        if any(one > 0 for one in suits) or min(suits) > -1:
            return None
        if told >= 0.5:
            against += 0.5
        least = 1.5 if place < FIRST else 2.5
        if against >= least:
            return Verdict(GUIDANCE)
        return Verdict(GUIDANCE, sure=False) if place < FIRST else None

    def _speaks(
        self, place: int, held: Sequence[tuple[int, object]], shapes: Collection[int]
    ) -> set[str]:
        """What speaks for a record in a row of which some cells only show how to fill a column.

        They may not have been filled in yet: then it asks for something to be done, or its other
        cells hold what other rows hold. Each is given by the form of its column.
        """
        found: set[str] = set()
        for at, value in held:
            form = self.forms[at]
            words = shown(value)
            asks = at in self.main and bids(words) and not _TELLS.match(words)
            if at not in shapes and (asks or form.suits(value) > 0 or self._again(at, words)):
                found.add(form.form)
        return found

    def _again(self, at: int, words: str) -> bool:
        """Whether more rows than one have these words in a column."""
        own = words.casefold()
        return sum(shown(one).casefold() == own for one in self.columns[at] if one is not None) > 1

    def _shown_below(self, shapes: Sequence[int]) -> bool:
        """Whether rows further down have such cells too: then records wait to be filled in."""
        return any(self._shows_shape(at, one) for at in shapes for one in self.columns[at][FIRST:])

    def _shows_shape(self, at: int, value: object) -> bool:
        """Whether a cell shows how a date is written, or lists the choices of its column."""
        if not isinstance(value, str):
            return False
        if is_date_mask(value):
            return True
        form, kind = self.forms[at], self.kinds.get(at)
        words = {word.casefold() for word in kind.words} if kind else set()
        if not words and not form.texts.keys() <= COLOURS | GRADES:
            return False  # "Legal, Finance and HR" may own an action together
        return is_list_of(value, words | set(form.texts) | COLOURS | GRADES)


def _is_prompt(text: str) -> bool:
    """Whether a cell asks to be filled in, and does not only wait for what is not known yet."""
    return bool(PLACEHOLDER.match(text)) and text.casefold().strip(" .…") not in {"", "tbc"}


def _is_year_or_day(value: object) -> bool:
    """Whether a number may stand for a date: a year, or Excel's number for a day."""
    number = float(value) if _is_number(value) else 0.0  # type: ignore[arg-type]
    return number >= 1900 or (isinstance(value, str) and len(value.strip()) >= 4)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _pattern(value: object) -> str:
    """A reference's shape: letters as "a", figures as "0", a run of each once; zero is its own."""
    text = shown(value)
    if not text.strip("0."):
        return "zero"
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", text.casefold()))
