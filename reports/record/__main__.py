"""The record of recommendations from the command line, and a year's section for the annual report.

python -m reports.record --out FOLDER [--year 2021/22] [--committee NAME]
                         [--audience public|members] [--known-at MOMENT]
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from reports.record.forms import (
    OF_RECORD,
    OF_YEAR,
    record_file,
    record_name,
    year_file,
    year_name,
)
from reports.record.gathered import Record, gathered
from store.commands import moment, run
from store.database.engine import open_store
from store.refused import Refused
from store.said.ledger import now
from workstreams.actions.recommended.record import Chosen, choices
from workstreams.actions.recommended.told import named
from workstreams.names import folded
from workstreams.wording import counted

YEAR = re.compile(r"(\d{4})[/-](\d{2})")


def main(words: Sequence[str] | None = None) -> int:
    """Write the files and say where; 0 when done, 2 with one line on standard error when not."""
    return run(lambda: _make(_parser().parse_args(words)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reports.record",
        description="The record of recommendations over all plans as Excel and Word; with a "
        "municipal year, that year's, and the annual scrutiny report's section as Word and PDF.",
    )
    parser.add_argument("--out", required=True, type=Path, help="the folder to put them in")
    parser.add_argument("--year", type=_year, help="a municipal year: 2021/22")
    parser.add_argument("--committee", default="", help="of one committee alone")
    parser.add_argument("--audience", choices=["public", "members"], default="public")
    parser.add_argument("--known-at", type=moment, help="as a copy says it was made from")
    return parser


def _make(given: argparse.Namespace) -> None:
    known_at = given.known_at or now()
    record = gathered(open_store(), given.audience, known_at)
    if not record.entries:
        raise Refused("No plan has a recommendation yet.")
    committee = _committee(record, given.committee)
    chosen = Chosen(committee=committee, year=given.year or "")
    made = {
        record_name(record, form, known_at): record_file(record, chosen, form, known_at)
        for form in OF_RECORD
    }
    if given.year:
        made |= {
            year_name(record, given.year, form): year_file(
                record, given.year, committee, form, known_at
            )
            for form in OF_YEAR
        }
    given.out.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (given.out / name).write_bytes(data)
    number = counted(len(chosen.of(record.entries)), "recommendation")
    print(f"{counted(len(made), 'file')} in {given.out}, with {number}, made from what was known "
          f"at {known_at:%Y-%m-%d %H:%M}.")  # fmt: skip


def _committee(record: Record, name: str) -> str:
    """The committee as the record names it; raises ``Refused`` with the names there are."""
    wanted = folded(name)
    names = choices(record.entries)["committee"]
    found = next((one for one in names if folded(one) == wanted), "")
    if wanted and not found:
        there = ", ".join(f"“{one}”" for one in names)
        raise Refused(f"No recommendation is of a committee called “{name}”. There are: {there}.")
    return found


def _year(text: str) -> str:
    """A municipal year as 2021/22 or 2021-22; raises ``ArgumentTypeError`` for anything else."""
    found = YEAR.fullmatch(text.strip())
    name = named(int(found[1])) if found else ""
    if not found or not name.endswith(found[2]):
        raise argparse.ArgumentTypeError(f"“{text}” is no municipal year. Write it as 2021/22.")
    return name


if __name__ == "__main__":
    sys.exit(main())
