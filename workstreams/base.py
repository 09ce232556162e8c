"""What a workstream is: its tables, measures, charts and wording, declared once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from charts.spec import Chart
from loaders.declared import Table
from measures.figures import Better, Figure, Unit
from measures.small_numbers.disclosure import let_out, limit_of
from workstreams.view import View


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
    printed: int = 2

    @property
    def about_children(self) -> bool:
        """Whether each of its rows is about a child: a public copy shows none, nor how many."""
        return any(measure.counts_children for measure in self.measures)

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

    def __getitem__(self, key: str) -> Measure:
        return next(measure for measure in self.measures if measure.key == key)
