"""Questions that the plan's own rows raise, each by a plain rule."""

from collections.abc import Callable
from dataclasses import replace

from workstreams.actions.asked import answers, claims, dates, owners, rules
from workstreams.actions.book import Book, book
from workstreams.asking import Question, Rule
from workstreams.view import View

ASKED: tuple[tuple[Rule, Callable[[Book], Question | None]], ...] = (
    (rules.UNANSWERED, answers.unanswered),
    (rules.GONE, claims.gone),
    (rules.MOVED_TWICE, dates.moved_twice),
    (rules.UNSEEN, claims.unseen),
    (rules.UNEXPLAINED, answers.unexplained),
    (rules.REOPENED, claims.reopened),
    (rules.OWNER_LEFT, owners.owner_left),
    (rules.GREEN, claims.green_and_overdue),
    (rules.SILENT, claims.silent),
    (rules.MOVED, dates.moved),
    (rules.ONE_DAY, dates.one_day),
    (rules.AMBER, claims.amber),
    (rules.NO_OWNER, owners.no_owner),
    (rules.ORPHAN, answers.orphan),
    (rules.OVERDUE, dates.overdue),
    (rules.NO_DATE, dates.no_date),
)
RULES = tuple(rule for rule, _ in ASKED)


def asked(view: View) -> dict[str, Question]:
    """Every question the plan's rows raise, by the key of its rule."""
    found = book(view)
    made = ((rule, ask(found)) for rule, ask in ASKED)
    return {
        rule.key: replace(question, rule=rule.told(found.said))
        for rule, question in made
        if question is not None
    }
