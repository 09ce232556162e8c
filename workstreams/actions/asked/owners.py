"""Questions about who answers for an action."""

from workstreams.actions.asked import rules
from workstreams.actions.asked.posing import ask, disagreeing, refs
from workstreams.actions.book import Book
from workstreams.actions.columns import ACTIONS
from workstreams.asking import Question
from workstreams.wording import has, listed


def owner_left(found: Book) -> Question | None:
    """Open actions whose owner has left."""
    rows = disagreeing(found, "owner has left")
    if rows.empty:
        return None
    owners = list(dict.fromkeys(rows["owner"]))
    text = (
        f"Who now answers for {refs(rows)}? {'The owner' if len(owners) == 1 else 'The owners'} "
        f"in the file ({listed(owners)}) {has(len(owners))} left."
    )
    return ask(rules.OWNER_LEFT, rows, text)


def no_owner(found: Book) -> Question | None:
    """Open actions without an owner."""
    rows = found.open[found.open["owner"].isna()]
    if rows.empty or not found.view.reports(ACTIONS.key, "owner"):
        return None
    text = f"Who will own {refs(rows)}? The file names nobody."
    return ask(rules.NO_OWNER, rows, text)
