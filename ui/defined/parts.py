"""The parts of the definitions: what each is called, and its tables, from the declarations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.declared import Column, Table
from measures.finding.index import Entry, Index, find
from store.database.engine import open_store
from store.plans import meetings
from store.said.settings import settings
from ui.defined.words import MEANS, PRINTED, SAID_OF_ACTIONS, WORD, WORDS, Lines
from ui.shell.opened import Opened
from workstreams import WORKSTREAMS
from workstreams.across.questions import CHOICE, rules_of
from workstreams.across.to_find import DEFINITION
from workstreams.asking import Rule
from workstreams.base import Measure, Workstream

BETTER = {"higher": "Higher", "lower": "Lower", "neutral": "Neither"}
FIRST = "words"
QUESTIONS = "questions"


@dataclass(frozen=True)
class Listed:
    """One table of definitions: its heading ("" where it is the part's own), and its lines.

    The first cell of a line is what is defined, the others say what it is. ``folded`` is what is
    opened by a press.
    """

    heading: str
    alt: str
    lines: Lines
    about: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Part:
    """One part of the definitions. ``key`` is its name in the address."""

    key: str
    title: str
    about: str
    tables: tuple[Listed, ...]
    workstream: Workstream | None = None


def parts(opened: Opened | None) -> tuple[Part, ...]:
    """Words first, then when a question is proposed, then each workstream."""
    return (
        Part(
            FIRST,
            "Words used on every page",
            "",
            (
                Listed("", "Words used on every page", WORDS),
                Listed(
                    "Three things said of an action, kept apart",
                    "The three things said of an action",
                    SAID_OF_ACTIONS,
                ),
                Listed(
                    "Marks printed instead of a figure",
                    "Marks printed instead of a figure",
                    PRINTED,
                ),
            ),
        ),
        Part(QUESTIONS, "When a question is proposed", CHOICE, (_questions(_rules(opened)),)),
        *(_of(workstream) for workstream in WORKSTREAMS),
    )


def found(words: str, among: Sequence[Part]) -> Lines:
    """What of all parts holds every one of the words: where it stands, the word, its meaning."""
    titles = {part.key: part.title for part in among}
    each = dict(enumerate(_lines(among)))
    every = entries(among)
    hits = find(words, [Index(replace(one, record=at) for at, one in enumerate(every))]).hits
    told = ((titles[hit.entry.section], *each[hit.entry.record][1:]) for hit in hits)
    return [{"Where": where, WORD: first, MEANS: means} for where, first, means in told]


def entries(among: Sequence[Part]) -> list[Entry]:
    """Each definition as the search finds it."""
    return [
        Entry(DEFINITION, f"{first} ({part.title})", f"{first}: {means}", "definitions", part.key)
        for part, first, means in _lines(among)
    ]


def _lines(among: Sequence[Part]) -> Iterator[tuple[Part, str, str]]:
    """Each definition: its part, what is defined, and what it is."""
    for part in among:
        for table in part.tables:
            for line in table.lines:
                first, *rest = map(str, line.values())
                yield part, first, " ".join(_ended(text) for text in rest if text != "–")


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _rules(opened: Opened | None) -> tuple[Rule, ...]:
    """The rules with the plan's own thresholds in their words; the usual ones without a plan."""
    if opened is None:
        return rules_of({}, has_meetings=True)
    plan_id = opened.plan.id
    has_meetings = bool(meetings(open_store(), plan_id))
    return rules_of(settings(open_store(), plan_id), has_meetings)


def _questions(rules: Sequence[Rule]) -> Listed:
    lines = [
        {
            "Order": f"Question {place}",
            "It is asked when": rule.when,
            "About": rule.subject.capitalize(),
        }
        for place, rule in enumerate(rules, start=1)
    ]
    return Listed("", "The rules behind the questions, in order", lines)


def _of(workstream: Workstream) -> Part:
    measures = Listed(
        "",
        f"The measures of {workstream.title}",
        [_measure(measure) for measure in workstream.measures],
    )
    columns = (_columns(table) for table in workstream.tables)
    return Part(
        workstream.key,
        workstream.title,
        workstream.about,
        (measures, *columns),
        workstream,
    )


def _columns(table: Table) -> Listed:
    lines = [
        {
            "Heading": column.heading + (" (needed)" if column.required else ""),
            "Also read": ", ".join(_also_read(column)) or "–",
            "Holds": column.kind.says,
            "Note": column.help or "–",
        }
        for column in table.columns
    ]
    return Listed(table.sheet, f"Columns of {table.sheet}", lines, table.about, folded=True)


def _also_read(column: Column) -> list[str]:
    """What else a heading may be: a blank is read like a line below the letters."""
    return list(dict.fromkeys(name.replace("_", " ") for name in column.also_called))


def _measure(measure: Measure) -> dict[str, str]:
    source = f" Source: {measure.source}" if measure.source else ""
    return {
        "Measure": measure.name,
        "What it counts": measure.definition,
        "How it is worked out": measure.formula + source,
        "Better when": BETTER[measure.better],
    }
