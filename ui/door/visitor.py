"""Who is looking, found from how the dashboard is run: this machine, the sign-in, or published."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from store.access.configuration import Access, Misconfigured, Mode, access
from store.access.roles import Role, strongest
from store.access.visitor import AT_THE_MACHINE, NOBODY, Visitor, current
from store.database.engine import open_store
from store.people import roles_of

FOUND = "visitor"
FORWARDED = ("Forwarded", "Via", "X-Real-Ip")
FORWARDED_LIKE = "x-forwarded-"
LOOPBACK_NAMES = {"localhost", "ip6-localhost"}
PUBLISHED = Visitor(roles={None: Role.READER})
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    """What a visit itself says of who is looking, however roles change meanwhile.

    ``here`` counts where the dashboard is for this machine only, ``claims`` where people sign in.
    """

    mode: Mode
    here: bool = False
    claims: Mapping[str, Any] = field(default_factory=dict)


def configured() -> Access:
    """How the dashboard is run, read anew whenever one of its files changes.

    Raises ``Misconfigured``: nothing half set up ever runs.
    """
    files = tuple(Path(name) for name in st.get_option("secrets.files"))
    return _configured(os.environ.get("DASHBOARD_ACCESS", ""), files, tuple(map(_state, files)))


@lru_cache(maxsize=4)
def _configured(said: str, files: tuple[Path, ...], states: tuple[object, ...]) -> Access:
    return access({"DASHBOARD_ACCESS": said}, files)


def _state(path: Path) -> object:
    """What changes when a file does; another value for each way it cannot be read."""
    try:
        stat = path.stat()
    except OSError as why:
        return type(why).__name__
    return stat.st_mtime_ns, stat.st_size, stat.st_ino, stat.st_mode


def name() -> str:
    """The name that the sign-in gives, or "" where there is none."""
    return current().name


def find() -> Visitor:
    """Who is looking: found once a run, and afresh by ``afresh``.

    What a button calls runs before its page does, and a part of a page may run without the rest:
    neither is done by whoever the visitor was in the run before.
    """
    context = get_script_run_ctx()
    if context is None:
        return NOBODY
    run, found = st.session_state.get(FOUND, (None, None))
    # Streamlit gives each run cursors of its own, callbacks before it included.
    return found if run is context.cursors and isinstance(found, Visitor) else afresh()


def afresh() -> Visitor:
    """Who is looking, found now: a role taken away is gone at the next click."""
    try:
        how = configured()
        found = _who(how, _request(how))
    except Misconfigured:
        found = NOBODY
    if (context := get_script_run_ctx()) is not None:
        st.session_state[FOUND] = (context.cursors, found)
    return found


def later() -> Callable[[], Visitor]:
    """Who is looking, to be found anew by what goes on after the run, outside of it.

    It is nobody once the dashboard is run in another way, or is not set up.
    """
    try:
        request = _request(configured())
    except Misconfigured:
        return lambda: NOBODY

    def found() -> Visitor:
        try:
            how = configured()
        except Misconfigured:
            return NOBODY
        return _who(how, request) if how.mode == request.mode else NOBODY

    return found


def _request(how: Access) -> Request:
    match how.mode:
        case "this machine only":
            return Request(how.mode, here=from_this_machine())
        case "sign-in":
            return Request(how.mode, claims=st.user.to_dict())
    return Request(how.mode)


def _who(how: Access, request: Request) -> Visitor:
    match how.mode:
        case "published":
            return PUBLISHED
        case "this machine only":
            return AT_THE_MACHINE if request.here else NOBODY
    return signed_in(how, request.claims) if request.claims.get("is_logged_in") else NOBODY


def from_this_machine() -> bool:
    """Whether the page was asked for by this machine itself, and nothing stands in between."""
    headers = st.context.headers
    named = {name.casefold() for name in headers}
    if any(name.startswith(FORWARDED_LIKE) for name in named):
        return False
    if any(name.casefold() in named for name in FORWARDED):
        return False
    return _is_loopback(st.context.ip_address or "127.0.0.1") and _is_loopback(
        _host(headers.get("Host", "localhost"))
    )


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    if header.startswith("["):
        return header[1 : header.index("]")] if "]" in header else header
    return header.rsplit(":", 1)[0] if header.count(":") == 1 else header


def _is_loopback(name: str) -> bool:
    if name.casefold() in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def signed_in(how: Access, claims: Mapping[str, Any]) -> Visitor:
    """The visitor that a sign-in's claims give; nobody once the session has lasted too long."""
    if ended(how, claims):
        return NOBODY
    address = address_of(how, claims)
    roles: dict[int | None, Role] = dict(roles_of(open_store(), address)) if address else {}
    held = [how.roles[value] for value in _values(claims.get(how.claim)) if value in how.roles]
    if address and address in how.administrators:
        held.append(Role.ADMINISTRATOR)
    if None in roles:
        held.append(roles[None])
    everywhere = strongest(held)
    if everywhere:
        roles[None] = everywhere
    return Visitor(name_of(how, claims), roles)


def ended(how: Access, claims: Mapping[str, Any], now: datetime | None = None) -> bool:
    """Whether a session has lasted its hours, or does not say when it began."""
    began = claims.get("iat")
    if isinstance(began, bool) or not isinstance(began, int | float):
        return True
    age = (now or datetime.now(UTC)) - datetime.fromtimestamp(began, UTC)
    return age > timedelta(hours=how.hours)


def address_of(how: Access, claims: Mapping[str, Any]) -> str:
    """The e-mail address signed in with, in small letters; "" where it is not vouched for.

    The provider vouches for it with ``email_verified``. One that never says so counts only where
    the configuration says that its addresses are to be trusted.
    """
    vouched = claims.get("email_verified")
    if vouched is None and not how.trust_email:
        _say_unvouched()
        return ""
    if vouched is not None and str(vouched).casefold() != "true":
        return ""
    # Other claims (preferred_username and the like) may be changed by whoever they name.
    return str(claims.get("email") or "").strip().casefold()


def name_of(how: Access, claims: Mapping[str, Any]) -> str:
    """What is written beside all that somebody records."""
    return str(claims.get("name") or address_of(how, claims)).strip()


@lru_cache(maxsize=1)
def _say_unvouched() -> None:
    """One line for the log, once."""
    log.warning(
        "The provider does not say whether e-mail addresses are verified, so they count for "
        "nothing. If it vouches for all of them, set trust_email = true in [access]."
    )


def _values(claim: Any) -> list[str]:
    """The values of a claim of groups: one, or a list of them."""
    if isinstance(claim, str):
        return [claim]
    return [one for one in claim if isinstance(one, str)] if isinstance(claim, list) else []
