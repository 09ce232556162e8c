"""Messages to owners as drafts: opened in Outlook and others, they stand ready to be sent.

Nothing is sent from here, and no address is needed or kept: whoever opens the draft fills it in.
"""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
WORDS = "\n\n".join(
    (
        "Dear colleague,",
        "The committee meets on [meeting]. You answer for [open actions] of the plan “[plan]”.",
        "Please fill in the attached sheet and send it back by [reply by]: what has been done, "
        "what shows it, and a new date with the reason where a date moves. Leave a cell empty "
        "where nothing has changed.",
        "Thank you.",
    )
)
"""The covering words until a plan has its own."""
CHASING = "\n\n".join(
    (
        "Dear colleague,",
        "We asked for your update on [open actions] of the plan “[plan]” by [reply by], and have "
        "not had it yet. The committee meets on [meeting], and will see for which actions nothing "
        "was said.",
        "Please fill in the sheet that we sent you and send it back as soon as you can.",
    )
)
"""The words to those who have not returned."""
BRACKETS = ("owner", "plan", "meeting", "reply by", "open actions")
"""What may stand in square brackets in covering words, and is put in for each owner."""


def filled(words: str, values: Mapping[str, str]) -> str:
    """Covering words with what stands in brackets put in, by the names of ``BRACKETS``."""
    for name in BRACKETS:
        words = words.replace(f"[{name}]", values.get(name, ""))
    return words


def draft(subject: str, words: str, attached: Mapping[str, bytes] | None = None) -> bytes:
    """An .eml that opens as a message not sent yet, with workbooks attached by name.

    No sender, no receiver and no date stand in it. ``X-Unsent`` has Outlook open it for editing.
    """
    message = EmailMessage(policy=SMTP.clone(max_line_length=78))
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(subject.split())
    message.set_content(words.replace("\r\n", "\n").rstrip() + "\n", charset="utf-8")
    for name, data in sorted((attached or {}).items()):
        maintype, subtype = XLSX
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
        # The line between parts is made up at random otherwise: the same draft is the same bytes.
    if attached:
        message.set_boundary("=_improvement_plan_update_=")
    return message.as_bytes()
