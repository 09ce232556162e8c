"""A draft opens as a message not sent yet, to nobody, with its words whole and its sheet."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from reports.updates.messages import BRACKETS, WORDS, draft, filled


def opened(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_draft_is_not_sent_and_names_nobody() -> None:
    message = opened(draft("Update: “Plan”", "Dear colleague,\n\nThank you."))
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Update: “Plan”"
    assert not {"from", "to", "cc", "bcc", "date", "message-id"} & {k.lower() for k in message}
    assert message.get_content().splitlines() == ["Dear colleague,", "", "Thank you."]


def test_a_sheet_is_attached_whole_under_its_name() -> None:
    data = bytes(range(256)) * 40
    message = opened(draft("Update", "Words", {"Pennaeth gwasanaeth – tŷ.xlsx": data}))
    (part,) = message.iter_attachments()
    assert part.get_filename() == "Pennaeth gwasanaeth – tŷ.xlsx"
    assert part.get_content_type().endswith("spreadsheetml.sheet")
    assert part.get_content() == data
    body = message.get_body()
    assert body is not None
    assert body.get_content().strip() == "Words"


def test_the_same_draft_is_the_same_bytes() -> None:
    assert draft("A", "b", {"c.xlsx": b"d"}) == draft("A", "b", {"c.xlsx": b"d"})


def test_a_subject_cannot_bring_a_line_of_its_own() -> None:
    message = opened(draft("Update\r\nBcc: somebody@example.org", "Words"))
    assert message["bcc"] is None
    assert message["Subject"] == "Update Bcc: somebody@example.org"


@pytest.mark.parametrize("name", BRACKETS)
def test_what_stands_in_brackets_is_put_in(name: str) -> None:
    assert filled(f"On [{name}], [{name}] and [other]", {name: "x"}) == "On x, x and [other]"


def test_our_own_words_leave_no_bracket_open() -> None:
    assert "[" not in filled(WORDS, dict.fromkeys(BRACKETS, "x"))
