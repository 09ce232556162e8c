"""What the public sees is noted, once for each state of a plan that it sees."""

import logging
from functools import lru_cache

from store.access.roles import Right
from store.access.visitor import current
from store.database.engine import DatabaseFault, open_store
from store.said import public_copies

LOG = logging.getLogger(__name__)


def on_a_page(plan_id: int, version: str) -> None:
    """Public figures are drawn: for the public, where the visitor may see no others."""
    if not current().may(Right.SEE_MEMBERS_FIGURES, plan_id):
        taken_away(plan_id, version)


def taken_away(plan_id: int, version: str) -> None:
    """A public figure leaves the page, whoever takes it."""
    try:
        _noted(str(open_store().url), plan_id, version)
    except DatabaseFault:
        # Of a store that cannot be written to the uploads cannot change either.
        LOG.warning("The store cannot be written to, so what the public saw was not noted.")


@lru_cache(maxsize=2000)
def _noted(store: str, plan_id: int, version: str) -> None:
    """Asked of the store once a version; a failure is not kept."""
    public_copies.seen(open_store(), plan_id)
