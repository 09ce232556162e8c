"""How the dashboard is run: one setting and one file, refused where they are half filled in."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from store.access.roles import Role

SETTING = "DASHBOARD_ACCESS"
Mode = Literal["this machine only", "sign-in", "published"]
MODES: Mapping[str, Mode] = {
    "": "this machine only",
    "this machine only": "this machine only",
    "machine": "this machine only",
    "sign-in": "sign-in",
    "published": "published",
}
"""What may stand in ``DASHBOARD_ACCESS``; without it, this machine only."""
NEEDED = ("redirect_uri", "cookie_secret")
OF_A_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
"""Letters of a cookie secret: fewer could be guessed, and a cookie made up."""
LONGEST_HOURS = 12.0


class Misconfigured(Exception):
    """The configuration cannot be used. ``str()`` is one line for the log: file, line and why."""


@dataclass(frozen=True)
class Access:
    """How the dashboard is run. The rest says whom the sign-in lets do what.

    ``administrators`` are e-mail addresses, in small letters. ``claim`` is the claim of the sign-in
    that holds groups or roles, ``roles`` what each of its values is here. ``hours`` is how long
    somebody stays signed in. ``trust_email``: addresses count where the provider does not say
    whether they are verified; one said not to be never counts.
    """

    mode: Mode = "this machine only"
    administrators: frozenset[str] = frozenset()
    claim: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)
    hours: float = LONGEST_HOURS
    trust_email: bool = False


def access(environment: Mapping[str, str], secrets: Sequence[Path] = ()) -> Access:
    """How the dashboard is to be run.

    ``secrets`` are the places of Streamlit's own secrets files, whether or not there is one: what
    stands in a later one counts before an earlier one. Raises
    ``Misconfigured`` where anything is unreadable, unknown, half filled in, or filled in for
    another way to run it: nothing is guessed.
    """
    said = environment.get(SETTING, "").strip().casefold()
    if said not in MODES:
        known = ", ".join(name for name in dict.fromkeys(MODES.values()))
        raise Misconfigured(f"{SETTING} is “{said}”. It may be: {known}.")
    mode = MODES[said]
    found: dict[str, Any] = {}
    name = "secrets.toml"
    for path in secrets:
        if path.exists():
            own = _parsed(path)
            _spelled(own, str(path))
            found |= own
            name = str(path) if own.keys() & {"auth", "access"} else name
    if mode != "sign-in":
        if "auth" in found or "access" in found:
            raise Misconfigured(
                f"{name}: a sign-in is filled in, but {SETTING} is not “sign-in”. Set it, or take "
                "the sections [auth] and [access] out."
            )
        return Access(mode)
    if "auth" not in found:
        raise Misconfigured(f"{name}: {SETTING} is “sign-in”, and there is no section [auth].")
    _check_auth(found["auth"], name)
    return _access(found.get("access", {}), name)


def _parsed(path: Path) -> dict[str, Any]:
    """The file's sections. A file that cannot be read is never taken for one that is not there."""
    try:
        data = path.read_bytes()
    except OSError as why:
        raise Misconfigured(f"{path}: cannot be read ({why.strerror}).") from why
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Misconfigured(
            f"{path}, line 1: begins with a byte-order mark. Save it as UTF-8 without one."
        )
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as why:
        line = data[: why.start].count(b"\n") + 1
        raise Misconfigured(f"{path}, line {line}: is not UTF-8 text.") from why
    except tomllib.TOMLDecodeError as why:
        lines = data.count(b"\n") + 1
        where = str(why).replace("end of document", f"line {lines}, the last")
        raise Misconfigured(f"{path}: {where}.") from why


def _spelled(found: Mapping[str, Any], name: str) -> None:
    """Refuses sections nearly named as those that count: they would be passed over silently."""
    for section in found:
        plain = section.strip().casefold()
        if plain in {"auth", "access"} and section != plain:
            raise Misconfigured(f"{name}: the section [{section}] must be written [{plain}].")


def _check_auth(auth: Any, name: str) -> None:
    """Refuses an [auth] that Streamlit could not sign anybody in with."""
    if not isinstance(auth, Mapping):
        raise Misconfigured(f"{name}: [auth] must be a section.")
    providers = {key: part for key, part in auth.items() if isinstance(part, Mapping)}
    sections = {f"auth.{key}": part for key, part in providers.items()} or {"auth": auth}
    lacking = [f"[auth] {key}" for key in NEEDED if not _filled(auth.get(key))]
    lacking += [
        f"[{section}] {key}"
        for section, part in sections.items()
        for key in OF_A_PROVIDER
        if not _filled(part.get(key))
    ]
    if lacking:
        raise Misconfigured(f"{name}: fill in {', '.join(lacking)}.")
    if len(str(auth["cookie_secret"])) < SHORTEST_SECRET:
        raise Misconfigured(
            f"{name}: [auth] cookie_secret must have at least {SHORTEST_SECRET} letters."
        )


def _filled(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _access(section: Any, name: str) -> Access:
    if not isinstance(section, Mapping):
        raise Misconfigured(f"{name}: [access] must be a section.")
    unknown = set(section) - {"administrators", "claim", "roles", "hours", "trust_email"}
    if unknown:
        raise Misconfigured(f"{name}: [access] has {', '.join(sorted(unknown))}, which is unknown.")
    administrators = section.get("administrators", [])
    if not isinstance(administrators, list) or not administrators:
        raise Misconfigured(
            f"{name}: [access] administrators must list at least one e-mail address."
        )
    claim, roles = section.get("claim", ""), section.get("roles", {})
    if not isinstance(claim, str) or not isinstance(roles, Mapping) or bool(claim) != bool(roles):
        raise Misconfigured(f"{name}: [access] needs both claim and [access.roles], or neither.")
    hours = section.get("hours", LONGEST_HOURS)
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 < hours <= 24:
        raise Misconfigured(f"{name}: [access] hours must be a number from 0 to 24.")
    trust = section.get("trust_email", False)
    if not isinstance(trust, bool):
        raise Misconfigured(f"{name}: [access] trust_email must be true or false.")
    return Access(
        "sign-in",
        frozenset(_addresses(administrators, name)),
        claim,
        {str(value): _role(role, name) for value, role in roles.items()},
        float(hours),
        trust,
    )


def _addresses(given: Iterable[Any], name: str) -> Iterable[str]:
    for one in given:
        if not _filled(one) or "@" not in one:
            raise Misconfigured(f"{name}: [access] administrators has “{one}”: no e-mail address.")
        yield one.strip().casefold()


def _role(given: Any, name: str) -> Role:
    try:
        return Role(str(given).strip().casefold())
    except ValueError:
        known = ", ".join(Role)
        raise Misconfigured(f"{name}: [access.roles] has “{given}”. It may be: {known}.") from None
