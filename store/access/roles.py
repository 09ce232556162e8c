"""Which role may do what: one table, and nothing else decides."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to a plan, the least first."""

    READER = "reader"
    MEMBER = "member"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that may be done. The value completes "You may not …"."""

    SEE = "see this plan"
    SEE_MEMBERS_FIGURES = "see the members’ figures"
    UPLOAD = "upload for this plan"
    RECORD = "record anything about this plan"
    SETTINGS = "change this plan’s settings"
    UPDATES = "ask for updates to this plan"
    PACK = "make this plan’s packs"
    WITHDRAW = "withdraw or restore an upload"
    PLANS = "add or rename plans"
    PEOPLE = "say who may do what"
    STORE = "copy or move the store"


_READER = frozenset({Right.SEE})
_MEMBER = _READER | {Right.SEE_MEMBERS_FIGURES}
_OFFICER = _MEMBER | {Right.UPLOAD, Right.RECORD, Right.SETTINGS, Right.PACK, Right.UPDATES}

ALLOWED: Mapping[Role, frozenset[Right]] = {
    Role.READER: _READER,
    Role.MEMBER: _MEMBER,
    Role.OFFICER: _OFFICER,
    Role.ADMINISTRATOR: frozenset(Right),
}
"""A reader sees public figures, a member the members' figures and copies of packs; an officer
uploads, records, asks for updates, sets and makes packs; an administrator looks after plans and
people as well."""


def strongest(roles: list[Role]) -> Role | None:
    """The one of some roles that may do most; None of none."""
    return max(roles, key=list(Role).index, default=None)
