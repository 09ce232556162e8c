"""The Department's file as it is published, read by its own headings and nothing else.

The project's reader is not used, so that its figures can be checked against this.
"""

import csv
from pathlib import Path

import pandas as pd

from workstreams.recruitment.columns import WORKFORCE

HERE = Path(__file__).parent
EXTRACT = HERE / "dfe_workforce_extract.csv"
NOT_REPRODUCED = HERE / "rates_not_reproduced.csv"
WHOLE = next(
    iter(sorted((HERE.parents[3] / "shared" / "real_workbooks").glob("71_*csww_indicators*.csv"))),
    None,
)
HEADINGS = {
    "period": "time_period",
    "level": "geographic_level",
    "region": "region_name",
    "area": "la_name",
    "area_code": "new_la_code",
    "in_post_fte": "inpost_fte",
    "in_post_headcount": "inpost_headcount",
    "turnover_rate": "turnover_rate_fte",
    "agency_rate": "agency_rate_fte",
    "agency_cover_rate": "agency_cover_rate_fte",
    "vacancy_rate": "vacancy_rate_fte",
    "vacancy_agency_cover_rate": "vacancy_agency_cover_rate_fte",
    "caseload": "caseload_fte",
    "absence_rate": "absence_rate_fte",
}


def read(path: Path) -> pd.DataFrame:
    """The rows of a file as the workforce table's records."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    values: dict[str, list[object]] = {}
    for column in WORKFORCE.columns:
        found = [row[HEADINGS.get(column.field, column.field)] for row in rows]
        if column.marks:
            marked = [value if value.isalpha() else None for value in found]
            values[f"{column.field}_mark"] = list(marked)
            values[column.field] = [
                None if mark or not value else float(value)
                for mark, value in zip(marked, found, strict=True)
            ]
        else:
            values[column.field] = [value or None for value in found]
    values["row"] = list(range(2, len(rows) + 2))
    return WORKFORCE.frame(values)


def as_history(records: pd.DataFrame, as_at: str = "2026-03-31") -> pd.DataFrame:
    """Records as one snapshot's history."""
    frame = records.assign(
        snapshot_id=1,
        as_at=pd.Series([pd.Timestamp(as_at)] * len(records), dtype="datetime64[s]"),
    )
    frame.index = pd.Index(range(1, len(frame) + 1), name="record_id")
    return frame
