"""What the pace so far makes likely, how far the work is behind its first dates, piles of dates."""

from measures.actions.completion import behind, over_time
from measures.actions.forecast import Forecast, forecast
from workstreams.actions.book import book
from workstreams.view import View
from workstreams.wording import are, counted, day, month


def outlook(view: View) -> tuple[str, ...]:
    """Sentences for beneath the completion chart: forecast, gap, and dates all on one day."""
    found = book(view)
    if found.in_scope.empty:
        return ()
    gap = behind(found.now, view.as_at)
    pile = found.one_day
    sentences = [forecast_sentence(likely(view))]
    if gap.days and gap.planned_for:
        sentences.append(
            f"{gap.done} of the actions with a date {are(gap.done)} complete. "
            f"The first due dates asked for more than that from {day(gap.planned_for)} on, so the "
            f"work is {counted(gap.days, 'day')} behind them."
        )
    if pile:
        sentences.append(
            f"{pile.actions} of {pile.of} open actions with a date are due on one day, "
            f"{day(pile.when)}."
        )
    return tuple(sentences)


def likely(view: View) -> Forecast:
    """The forecast for a view."""
    found = book(view)
    return forecast(over_time(found.lives, found.stand), view.as_at, view.next_meeting)


def forecast_sentence(likely: Forecast) -> str:
    """A forecast in words, with what it rests on; or why there is none."""
    if likely.why_missing:
        return f"No forecast: {likely.why_missing}."
    rests = (
        f"This is a rough guide: it takes the pace of the last {counted(likely.days, 'day')} "
        f"({counted(likely.periods, 'period')} between uploads) to go on, and would be wrong about "
        "one time in five."
    )
    parts = []
    if likely.by_next and likely.next_meeting:
        low, high = likely.by_next
        number = f"{low}" if low == high else f"{low} to {high}"
        parts.append(
            f"At the pace so far, {number} {'action is' if high == 1 else 'actions are'} likely to "
            f"be complete by the next meeting on {day(likely.next_meeting)} "
            f"({likely.complete or 'none'} {are(likely.complete)} now)."
        )
    if likely.finish:
        first, last = likely.finish
        what = (
            f"all {counted(likely.open, 'open action')}" if likely.open > 1 else "the open action"
        )
        if first is None:
            parts.append(f"At this pace {what} would take more than ten years.")
        elif last is None:
            parts.append(
                f"{what.capitalize()} would be complete in {month(first)} at the earliest."
            )
        elif month(first) == month(last):
            parts.append(f"{what.capitalize()} would be complete in about {month(first)}.")
        else:
            parts.append(
                f"{what.capitalize()} would be complete between {month(first)} and {month(last)}."
            )
    return " ".join([*parts, rests])
