"""Who is asking, and whether they may: asked below the screens, so that no page can forget to.

Somebody is known here in one of two ways. A command or a server's own work says who it is with
``acting``. A screen registers, once, how its visitor is found (``ask``). Where neither was done,
it is nobody, who may do nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from store.access.roles import ALLOWED, Right, Role, strongest
from store.refused import Refused


class NotAllowed(Refused):
    """What somebody wanted to do is not theirs to do; the sentence says so."""


@dataclass(frozen=True)
class Visitor:
    """Somebody at the dashboard. ``roles``: plan id -> role; under None, the role in every plan.

    ``name`` is what is written beside all they record; "" where they say it themselves.
    """

    name: str = ""
    roles: Mapping[int | None, Role] = field(default_factory=dict)

    def role(self, plan_id: int | None = None) -> Role | None:
        """The role in a plan; without a plan, the role in every plan."""
        held = [self.roles[key] for key in {None, plan_id} if key in self.roles]
        return strongest(held)

    def may_somewhere(self, right: Right) -> bool:
        """Whether this may be done in one plan at least."""
        return any(self.may(right, plan_id) for plan_id in self.roles)

    def may(self, right: Right, plan_id: int | None = None) -> bool:
        """Whether this may be done; without a plan, whether it may be done in every plan."""
        role = self.role(plan_id)
        return role is not None and right in ALLOWED[role]


NOBODY = Visitor()
AT_THE_MACHINE = Visitor(roles={None: Role.ADMINISTRATOR})
"""Somebody with a shell on the server, or the server's own work: they have the store anyway."""

_acting: ContextVar[Visitor | None] = ContextVar("acting", default=None)
_found: list[Callable[[], Visitor]] = []


def current() -> Visitor:
    """Who is asking."""
    said = _acting.get()
    if said is not None:
        return said
    return _found[-1]() if _found else NOBODY


def require(right: Right, plan_id: int | None = None) -> None:
    """Goes on where it is allowed. Raises ``NotAllowed``, with a sentence, where it is not."""
    if not current().may(right, plan_id):
        raise NotAllowed(
            f"You may not {right}. Ask whoever looks after this dashboard for a role that may."
        )


@contextmanager
def acting(visitor: Visitor) -> Iterator[None]:
    """Everything inside is done by this visitor."""
    before = _acting.set(visitor)
    try:
        yield
    finally:
        _acting.reset(before)


def ask(finding: Callable[[], Visitor]) -> None:
    """Registers how a screen finds its visitor; the last one registered is asked."""
    _found[:] = [finding]
