"""What a workbook's own key suggests a colour means; the officer still says so."""

import re

SUGGESTS = {
    "not started": r"not (yet )?(been )?started|yet to (start|begin)",
    "in progress": r"not (yet )?(complete|achieved|delivered)|incomplete|partly|partial|\d ?%",
    "complete": r"achieved|completed?\b|done\b|finished|implemented|delivered|closed",
    "withdrawn": r"withdrawn|cancelled|deleted|superseded|no longer (needed|required)",
    "paused": r"paused|on hold|suspended|deferred",
    "started": r"on (target|track|course|schedule)|progress|under ?way|ongoing|behind|delay|slipp"
    r"|at risk|off track|overdue|late\b",
}
"""Tried in this order: "not complete" is no kind of complete, and an action that is achieved and
needs no more watching is complete, not withdrawn."""


def suggested(meaning: str) -> str:
    """The reported status a key's words suggest ("on target" -> "in progress"), or ""."""
    said = " ".join(meaning.casefold().split())
    for status, words in SUGGESTS.items():
        if re.search(words, said):
            return "in progress" if status == "started" else status
    return ""
