"""An OpenID Connect provider for tests, and the file with which a dashboard signs in at it."""

from pathlib import Path

HEAD, MEMBER, CLERK = "head@example.gov.uk", "member@example.gov.uk", "clerk@example.gov.uk"
USERS = (
    {"sub": "head", "email": HEAD, "name": "Head of democracy"},
    {"sub": "member", "email": MEMBER, "name": "Member", "groups": ["Scrutiny"]},
    {"sub": "clerk", "email": CLERK, "name": "Clerk"},
    # Let in by the same provider, but to something else of the council's.
    {"sub": "elsewhere", "email": HEAD, "name": "Head of democracy", "aud": "another service"},
    {"sub": "unsure", "email": HEAD, "email_verified": False, "name": "Unsure"},
)


def secrets_for(path: Path, address: str, provider: str) -> None:
    """Write the secrets of a dashboard at an address that signs people in at a provider."""
    path.write_text(
        f"""
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "a-long-secret-for-tests-of-more-than-32-letters"
client_id = "dashboard"
client_secret = "kept"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[access]
administrators = ["{HEAD}"]
hours = 8
trust_email = true
claim = "groups"

[access.roles]
Scrutiny = "member"
""",
        encoding="utf-8",
    )
