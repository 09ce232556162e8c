"""Nothing half set up ever runs: each way to get the configuration wrong is named, none passes."""

from pathlib import Path

import pytest

from store.access.configuration import Access, Misconfigured, access
from store.access.roles import Role

SIGN_IN = {"DASHBOARD_ACCESS": "sign-in"}
GOOD = """
[auth]
redirect_uri = "https://plans.example.gov.uk/oauth2callback"
cookie_secret = "a-long-secret-of-more-than-32-letters"
client_id = "dashboard"
client_secret = "kept"
server_metadata_url = "https://login.example.gov.uk/.well-known/openid-configuration"

[access]
administrators = ["Democratic.Services@example.gov.uk"]
claim = "groups"
hours = 8

[access.roles]
"Scrutiny members" = "member"
"Plan officers" = "Officer"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "secrets.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_setting_it_runs_for_this_machine_only(tmp_path: Path) -> None:
    assert access({}) == Access("this machine only")
    assert access({}, [tmp_path / "not there.toml"]) == Access("this machine only")


def test_other_secrets_are_no_concern(tmp_path: Path) -> None:
    path = written(tmp_path, '[database]\npassword = "kept"\n')
    assert access({}, [path]).mode == "this machine only"
    assert access({"DASHBOARD_ACCESS": " Published "}, [path]).mode == "published"


def test_a_sign_in_says_who_may_do_what(tmp_path: Path) -> None:
    found = access(SIGN_IN, [written(tmp_path, GOOD)])
    assert found == Access(
        "sign-in",
        frozenset({"democratic.services@example.gov.uk"}),
        "groups",
        {"Scrutiny members": Role.MEMBER, "Plan officers": Role.OFFICER},
        8.0,
    )


def test_a_provider_may_stand_in_a_section_of_its_own(tmp_path: Path) -> None:
    own = GOOD.replace('client_id = "dashboard"', '[auth.council]\nclient_id = "dashboard"')
    assert access(SIGN_IN, [written(tmp_path, own)]).mode == "sign-in"


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"kept"', '"kept', r"secrets\.toml: .* line 6"),
        ("[auth]", "[Auth]", r"\[Auth\] must be written \[auth\]"),
        ("[auth]", "[AUTH]", r"must be written \[auth\]"),
        ("[access]", "[Access]", r"must be written \[access\]"),
        ("[auth]", "[authentication]", r"no section \[auth\]"),
        ('client_id = "dashboard"', "", r"fill in \[auth\] client_id"),
        ('client_secret = "kept"', 'client_secret = " "', r"fill in \[auth\] client_secret"),
        ("redirect_uri", "redirect_url", r"fill in \[auth\] redirect_uri"),
        ("cookie_secret =", "cookie =", r"fill in \[auth\] cookie_secret"),
        ("a-long-secret-of-more-than-32-letters", "short", "at least 32 letters"),
        ("administrators", "admins", "admins, which is unknown"),
        ('["Democratic.Services@example.gov.uk"]', "[]", "at least one e-mail address"),
        ("Democratic.Services@example.gov.uk", "the clerk", "no e-mail address"),
        ('claim = "groups"', "", "needs both claim and"),
        ('"member"', '"owner"', "It may be: reader, member, officer, administrator"),
        ("hours = 8", "hours = 0", "number from 0 to 24"),
        ("hours = 8", "hours = true", "number from 0 to 24"),
        ("[auth]", "auth = 3\n[other]", r"\[auth\] must be a section"),
    ],
)
def test_what_is_half_filled_in_is_named(tmp_path: Path, was: str, becomes: str, said: str) -> None:
    assert was in GOOD
    path = written(tmp_path, GOOD.replace(was, becomes))
    with pytest.raises(Misconfigured, match=said):
        access(SIGN_IN, [path])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xef\xbb\xbf" + GOOD.encode(), "line 1: begins with a byte-order mark"),
        (GOOD.encode("utf-16"), "line 1: begins with a byte-order mark"),
        (b'[auth]\nclient_id = "\xe9"\n', "line 2: is not UTF-8"),
    ],
)
def test_a_file_as_editors_spoil_it_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    for environment in ({}, SIGN_IN, {"DASHBOARD_ACCESS": "published"}):
        with pytest.raises(Misconfigured, match=said):
            access(environment, [written(tmp_path, data)])


@pytest.mark.parametrize("environment", [{}, {"DASHBOARD_ACCESS": "published"}])
def test_a_sign_in_that_is_not_asked_for_is_not_passed_over(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with pytest.raises(Misconfigured, match="a sign-in is filled in, but DASHBOARD_ACCESS"):
        access(environment, [written(tmp_path, GOOD)])


def test_a_folder_or_a_forbidden_file_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").mkdir()
    with pytest.raises(Misconfigured, match="cannot be read"):
        access({}, [tmp_path / "secrets.toml"])


@pytest.mark.parametrize("said", ["signin", "on", "public", "yes", "sign in", "none"])
def test_a_setting_that_is_nearly_right_is_refused(said: str) -> None:
    with pytest.raises(Misconfigured, match="It may be: this machine only, sign-in, published"):
        access({"DASHBOARD_ACCESS": said})


def test_each_place_counts_and_none_may_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    first = written(tmp_path / "first", GOOD)
    second = written(tmp_path / "second", "[database]\nname = 'plans'\n")
    assert access(SIGN_IN, [first, second]).mode == "sign-in"
    written(tmp_path / "first", "[auth")
    with pytest.raises(Misconfigured, match="line 1"):
        access({}, [first, second])
