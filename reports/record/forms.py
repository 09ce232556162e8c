"""The files taken from the record, by name: what was chosen of it, and a year's section."""

from datetime import datetime
from typing import Literal

from reports.pdf import document as pdf
from reports.pictures import UNDRAWN
from reports.record import workbook
from reports.record.annual import annual
from reports.record.gathered import Record
from reports.record.papers import every
from reports.word import document as word
from workstreams.actions.recommended.record import Chosen

Form = Literal["excel", "word", "pdf"]
NAMES: dict[Form, str] = {"excel": "Excel workbook", "word": "Word document", "pdf": "PDF"}
ENDS: dict[Form, str] = {"excel": "xlsx", "word": "docx", "pdf": "pdf"}
OF_RECORD: tuple[Form, ...] = ("excel", "word")
OF_YEAR: tuple[Form, ...] = ("word", "pdf")


def record_file(record: Record, chosen: Chosen, form: Form, known_at: datetime) -> bytes:
    """What was chosen of the record, as Excel or Word."""
    made = every(record, chosen, known_at)
    if form == "excel":
        return workbook.write(made, chosen.of(record.entries))
    return word.write(made, UNDRAWN)


def year_file(record: Record, year: str, committee: str, form: Form, known_at: datetime) -> bytes:
    """The annual scrutiny report's section for a municipal year, as Word or PDF."""
    made = annual(record, year, committee, known_at)
    return pdf.write(made, UNDRAWN) if form == "pdf" else word.write(made, UNDRAWN)


def record_name(record: Record, form: Form, known_at: datetime) -> str:
    """What a copy of the record is called."""
    return f"record-of-recommendations_{known_at:%Y-%m-%d}_{record.audience}.{ENDS[form]}"


def year_name(record: Record, year: str, form: Form) -> str:
    """What a year's section is called."""
    return f"scrutiny-recommendations_{year.replace('/', '-')}_{record.audience}.{ENDS[form]}"
