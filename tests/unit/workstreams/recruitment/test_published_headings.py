"""The Department for Education's workforce files, the newer and the older, are read alike."""

import csv
import io

from loaders.check import check
from loaders.outcome import Checked
from loaders.records import records
from workstreams import TABLES

PLACE = (
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_code", "region_name", "old_la_code", "new_la_code", "la_name"),
)
NEWER = (
    *("inpost_fte", "leavers_fte", "turnover_rate_fte", "agency_fte", "agency_rate_fte"),
    *("agency_cover_fte", "agency_cover_rate_fte", "vacancy_fte", "vacancy_rate_fte"),
    *("vacancy_agency_cover_rate_fte", "case_holders_fte", "cases", "caseload_fte"),
    *("inpost_headcount", "absence_rate_fte"),
)
OLDER = (
    *("social_worker_fte", "leaver_fte", "turnover_rate_fte_%", "agency_fte"),
    *("agency_worker_rate_fte_%", "agency_cover_fte", "agency_cover_rate_fte_%", "vacancy_fte"),
    *("vacancy_rate_fte_%", "vacancy_agency_cover_rate_fte_%", "case_holders_fte", "cases"),
    *("caseload_fte", "social_worker_headcount", "absence_rate_fte_%"),
)
FIGURES = ("80.5", "12.1", "15", "20", "19.9", "18", "90", "22", "21.5", "81.8", "60", "990")
AREAS = (
    ("2021", "Reporting year", "National", "E92000001", "England", "", "", "", "", ""),
    ("2021", "Reporting year", "Regional", "E92000001", "England", "E1", "North", "", "", ""),
    *(
        (
            *(year, "Reporting year", "Local authority", "E92000001", "England", "E1", "North"),
            *("900", "E0900", "Invented Council"),
        )
        for year in ("2020", "2021")
    ),
)


def read(headings: tuple[str, ...], odd: str = "16.5") -> Checked:
    out = io.StringIO()
    rows = [(*area, *FIGURES, odd, "85", "3.4") for area in AREAS]
    csv.writer(out).writerows([(*PLACE, *headings), *rows])
    return check(out.getvalue().encode(), "csww.csv", TABLES)


def test_the_older_headings_mean_the_same() -> None:
    newer, older = read(NEWER), read(OLDER)
    assert [one.table for one in older.readings] == ["workforce"]
    assert records(older.readings[0].frame) == records(newer.readings[0].frame)
    assert len(records(older.readings[0].frame)[0]) > 15
    assert older.problems == newer.problems


def test_a_mark_for_a_figure_that_is_not_there_is_kept() -> None:
    frame = read(OLDER, odd="z").frames["workforce"]
    assert set(frame["caseload_mark"]) == {"z"}
