"""What officers recorded beside the workbook, one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workstreams.view import View


@dataclass(frozen=True)
class Judgement:
    """What an officer recorded beside the workbook: of what, which answer, for when, and who."""

    id: int
    subject: str
    value: Mapping[str, Any]
    on: date
    by: str


def recorded(view: View, kind: str) -> tuple[Judgement, ...]:
    """The judgements of one kind that stand for a view, oldest first."""
    found = view.judged(kind)
    columns = (found[name] for name in ("subject", "value", "on", "by"))
    return tuple(
        Judgement(int(at), subject, value, on.date(), by)
        for at, subject, value, on, by in zip(found.index, *columns, strict=True)
    )
