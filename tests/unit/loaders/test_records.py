"""A table's records as plain data: ISO days, whole numbers, moves of a date, nothing missing."""

import json
from pathlib import Path

import pandas as pd
import pytest

from loaders.__main__ import main
from loaders.records import records
from tests.made import workbooks

PLAN = [
    ["Ref", "Action", "Owner", "Due date", "Status", "% complete"],
    ["1", "Write the plan", "Director", "31/03/2022", "Open", "50%"],
    ["2", "Share the plan", None, "Q4 2021/22", "Closed", 100],
]


def test_the_command_prints_every_record_with_clean_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbooks.of_rows(PLAN))
    assert main([str(path), "--json", "--values", "--as-at", "2022-03-31"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["as_at"] == "2022-03-31"
    assert printed["tables"][0]["records"] == [
        {
            "row": 2,
            "ref": "1",
            "title": "Write the plan",
            "owner": "Director",
            "due_date": "2022-03-31",
            "status": "in progress",
            "percent_complete": 0.5,
        },
        {
            "row": 3,
            "ref": "2",
            "title": "Share the plan",
            "due_date": "2022-03-31",
            "status": "complete",
            "percent_complete": 1,
        },
    ]
    assert main([str(path), "--json"]) == 0
    assert "records" not in json.loads(capsys.readouterr().out)["tables"][0]


def test_a_date_given_three_times_is_two_moves_each_with_its_reason() -> None:
    frame = pd.DataFrame(
        {
            "ref": pd.Series(["1", "2"], dtype="str"),
            "due_date": pd.to_datetime(["2024-03-31", None]).astype("datetime64[s]"),
            "due_date_history": [
                [
                    ["2024-03-31", "Due", ""],
                    ["2024-06-30", "1st revised", "Staff left"],
                    ["2024-09-30", "2nd revised", ""],
                ],
                [],
            ],
            "update_history": [[["", "Progress", "Begun"]], []],
            "sheet": ["Plan", "Plan"],
            "row": [2, 3],
        }
    )
    assert records(frame) == [
        {
            "row": 2,
            "ref": "1",
            "due_date": "2024-03-31",
            "update_history": [["", "Progress", "Begun"]],
            "moves": [
                {
                    "field": "due_date",
                    "from": "2024-03-31",
                    "to": "2024-06-30",
                    "reason": "Staff left",
                },
                {"field": "due_date", "from": "2024-06-30", "to": "2024-09-30", "reason": ""},
            ],
        },
        {"row": 3, "ref": "2"},
    ]
