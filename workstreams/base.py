"""What a workstream is: its tables, measures, charts and wording, declared once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from charts.spec import Chart
from loaders.declared import Table
from measures.figures import Better, Figure, Unit
from measures.small_numbers.disclosure import let_out, limit_of
from measures.weight import Affected, Stands
from workstreams.asking import Question, Rule
from workstreams.sections import (
    ALL_FIGURES,
    RECORDS,
    REST,
    THE_RECORDS,
    Screen,
    Section,
    Told,
    Topic,
)
from workstreams.view import View

Life = Callable[[View, int], pd.DataFrame]


@dataclass(frozen=True)
class Measure:
    """A rule for one figure, with the words that explain it.

    ``key`` is "workstream.name". ``definition`` and ``formula`` are printed as they stand on the
    definitions page and under each chart that uses the measure. ``figure`` is worked out once a
    view. ``counts_children``: no exact count leaves in public, whatever ``figure`` gives.
    """

    key: str
    name: str
    definition: str
    formula: str
    unit: Unit
    better: Better
    figure: Callable[[View], Figure]
    source: str = ""
    counts_children: bool = False
    of_a_list: bool = False
    """Whether it is a share of a list that grows: where only the list does, that is not worse."""

    def __post_init__(self) -> None:
        work = _guarded(self.figure) if self.counts_children else self.figure

        def once(view: View) -> Figure:
            return view.once(f"measure {self.key}", lambda: work(view))

        object.__setattr__(self, "figure", once)


def _guarded(figure: Callable[[View], Figure]) -> Callable[[View], Figure]:
    """The figure of a measure that counts children, as each copy may show it."""

    def shown(view: View) -> Figure:
        found = figure(view)
        if view.audience == "members":
            return found
        return let_out(found, limit_of(view.settings.get("small_number")))

    return shown


def no_questions(view: View) -> Mapping[str, Question]:
    """The questions of a workstream that asks none of its own."""
    return {}


def nothing(view: View) -> str:
    """What a workstream says that has nothing to say."""
    return ""


def nothing_kept(view: View) -> Mapping[str, Any]:
    """A workstream whose public copies give nothing away beside each other."""
    return {}


def first_two(view: View) -> tuple[str, ...]:
    """No chart of a workstream says more than its first."""
    return ()


@dataclass(frozen=True)
class Workstream:
    """One strand of a plan with its own tables.

    ``measures[0]`` is the headline: its figure stands on the overview. ``charts`` are functions
    from a view to a chart, or None where the view has nothing to draw. ``finding`` is the
    sentence at the top of its page. ``empty`` says what to upload when there is nothing.
    ``compared`` gives the figures, each with the one before, that are compared between meetings
    where these are not the measures themselves. ``printed`` is how many of the charts, from the
    first on, the documents of a pack hold; its other forms hold them all.
    """

    key: str
    title: str
    about: str
    tables: tuple[Table, ...]
    measures: tuple[Measure, ...]
    charts: tuple[Callable[[View], Chart | None], ...]
    finding: Callable[[View], str]
    empty: str
    compared: Callable[[View], Iterable[tuple[Figure, Figure | None]]] | None = None
    series: Callable[[View], tuple[str, ...]] = first_two
    """The names of the series it is made of, where officers say of each what is being done."""
    printed: int = 2
    prints: Callable[[View], tuple[str, ...]] = first_two
    """The charts that its documents hold instead, by name, where a view says which."""
    affects: Affected = "things"
    """Whom its figures are about, where a measure does not count children."""
    stands: Callable[[View, Figure], Stands] | None = None
    """How a figure of ``compared`` stands beside its target and its usual swing."""
    rules: tuple[Rule, ...] = ()
    """When it asks questions of its own, in place of one about any figure that became worse."""
    asked: Callable[[View], Mapping[str, Question]] = no_questions
    """The questions that its rows raise, by the key of their rule."""
    read_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which fields of its tables a chart's figures are read from: the way back to the officer's
    cells. By the chart's name (its key without the workstream's); "" is for all others."""
    cards: tuple[str, ...] = ()
    """The keys of the measures that matter most, four at most: its page opens with their figures.
    Where none is named, the first that have one."""
    leads: Callable[[View], tuple[str, ...]] = first_two
    """The one or two charts that say most of this view, by name: its page opens with them. Where
    none is named, the first two that have something to draw."""
    opening_sections: tuple[Told, ...] = ()
    """What its page tells before those charts."""
    topics: tuple[Topic, ...] = ()
    """The questions under which the rest of its page stands. One with the key of ``RECORDS`` adds
    to what stands with the records."""
    rest: str = "What else do the figures show?"
    """The question over the charts that no other names."""
    printed_sections: tuple[Told, ...] = ()
    """What stands below the charts of its part of a pack."""
    unconfirmed: Callable[[View], str] = nothing
    """What its figures take for granted until an officer says so, in a sentence; "" for nothing."""
    one_row: str = "a record"
    """What one of its rows is, where the rows are not shown because of it."""
    closed_because: Callable[[View], str] = nothing
    """Why its rows give away what this public copy hides; "" where they do not. Rows about
    children always do."""
    said_in_print: Callable[[View], Mapping[str, Any]] = nothing_kept
    """What a public view of it says that later ones must be decided against, as JSON holds it."""
    life: Life | None = None
    """The history of a record of its first table, by record id, as text cells under on-screen
    headings; where there is none, what changed cell by cell."""
    beside_record: Screen | None = None
    """What stands beside that history."""

    @property
    def about_children(self) -> bool:
        """Whether each of its rows is about a child: a public copy shows none, nor how many."""
        return any(measure.counts_children for measure in self.measures)

    def closed(self, view: View) -> str:
        """Why its rows, and how many there are, are for members only; "" where they are shown."""
        if view.audience == "members":
            return ""
        return f"each row is {self.one_row}" if self.about_children else self.closed_because(view)

    def opening(self, view: View) -> tuple[Chart, ...]:
        """The charts that its page opens with: at most two."""
        drawn = {self.name(chart): chart for chart in self.drawn(view)}
        named = [drawn[name] for name in self.leads(view) if name in drawn]
        return tuple(named or drawn.values())[:2]

    def asked_of_it(self, view: View) -> tuple[Topic, ...]:
        """The questions of its page that have something under them, in order."""
        opening = {self.name(chart) for chart in self.opening(view)}
        left = [name for chart in self.drawn(view) if (name := self.name(chart)) not in opening]
        taken = {name for topic in self.topics for name in topic.charts}
        asked = [
            replace(topic, charts=tuple(name for name in topic.charts if name in left))
            for topic in self.topics
        ]
        answered = [t for t in asked if t.key != RECORDS and (t.charts or self.told(view, t))]
        rest = tuple(name for name in left if name not in taken)
        if rest:
            answered.append(Topic(REST, self.rest, rest))
        records = next((topic for topic in asked if topic.key == RECORDS), THE_RECORDS)
        return (*answered, ALL_FIGURES, records)

    def name(self, chart: Chart) -> str:
        """A chart's key without the workstream's."""
        return chart.key.removeprefix(f"{self.key}.")

    def told(self, view: View, topic: Topic) -> tuple[Section | Screen, ...]:
        """The sections of a question that have something to say; where its rows are closed, only
        those that are for everybody."""
        return tuple(
            one
            for given in topic.sections
            if (one := given if isinstance(given, Screen) else given(view)) is not None
            and self._may_tell(view, one)
        )

    def told_first(self, view: View) -> tuple[Section, ...]:
        """The sections that its page opens with, as ``told``."""
        return self._told_of(view, self.opening_sections)

    def told_in_print(self, view: View) -> tuple[Section, ...]:
        """The sections of its part of a pack, as ``told``."""
        return self._told_of(view, self.printed_sections)

    def _told_of(self, view: View, sections: tuple[Told, ...]) -> tuple[Section, ...]:
        made = (tell(view) for tell in sections)
        return tuple(one for one in made if one is not None and self._may_tell(view, one))

    def _may_tell(self, view: View, found: Section | Screen) -> bool:
        """Whether this copy may show a section."""
        return not self.closed(view) or (isinstance(found, Section) and found.for_everybody)

    def drawn(self, view: View) -> tuple[Chart, ...]:
        """Its charts that have something to draw: the one way for screens and packs.

        A public copy refuses a chart that holds exact counts about children, or leads to rows.
        """
        made = tuple(chart for draw in self.charts if (chart := draw(view)) is not None)
        for chart in made if view.audience == "public" else ():
            rows = self.about_children and any(len(ids) for ids in chart.data["records"])
            if chart.sensitive or rows:
                raise ValueError(f"{chart.key} is for members only and was asked for in public")
        return made

    def fields(self, chart: str) -> tuple[str, ...]:
        """The fields that a chart's figures are read from, by its key; none where not declared."""
        name = chart.removeprefix(f"{self.key}.")
        return self.read_from.get(name) or self.read_from.get("", ())

    def __getitem__(self, key: str) -> Measure:
        return next(measure for measure in self.measures if measure.key == key)
