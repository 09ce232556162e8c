"""How records are listed, found, named and followed."""

import pandas as pd

from loaders.declared import Table
from ui.pieces import listing
from ui.pieces.history import history
from workstreams import TABLES
from workstreams.actions.columns import ACTIONS
from workstreams.indicators.columns import INDICATORS
from workstreams.recruitment.columns import POSTS


def listed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    return listing.texts(frame, listing.columns(table, frame))


def test_every_listing_names_declared_fields() -> None:
    for table in TABLES:
        found = table.listing
        named = found.columns + found.filters + found.named_by + found.known_by + found.due
        named += tuple(field for field, _ in found.expected)
        assert set(named) <= set(table.fields)
        assert found.done[0] in ("", *table.fields)
        assert found.named_by, f"nothing tells one record of {table.key} from another"


def test_a_column_that_holds_nothing_is_not_listed_but_a_mark_is_something() -> None:
    frame = INDICATORS.frame(
        {"indicator": ["A"], "period": [pd.Timestamp("2022-01-31")], "value_mark": ["c"]}
    )
    headings = [column.heading for column in listing.columns(INDICATORS, frame)]
    assert headings == ["Indicator", "Period", "Value"]
    assert listed(INDICATORS, frame)["Value"].iloc[0].startswith("hidden, because")


def test_a_search_needs_every_word_in_any_cell_and_any_case() -> None:
    frame = ACTIONS.frame(
        {"title": ["Train the team", "Train nobody"], "owner": ["Head of legal", "Practice lead"]}
    )
    assert list(listing.searched(ACTIONS, frame, "LEGAL train")["title"]) == ["Train the team"]
    assert listing.searched(ACTIONS, frame, "legal nobody").empty
    assert len(listing.searched(ACTIONS, frame, "")) == 2
    assert listing.searched(ACTIONS, frame.iloc[0:0], "x").empty


def test_only_columns_with_a_choice_can_be_filtered() -> None:
    frame = ACTIONS.frame({"title": ["a", "b"], "status": ["paused", None], "owner": ["x", "y"]})
    assert listing.filterable(ACTIONS, frame) == {"owner": ["x", "y"]}


def test_a_records_history_says_each_change_once() -> None:
    frame = POSTS.frame(
        {
            "post": ["CLT01", "CLT02", "CLT01", "CLT01"],
            "position": ["advertised", "frozen", "offered", "offered"],
        }
    ).assign(as_at=pd.to_datetime(["2022-01-25", "2022-01-25", "2022-03-22", "2022-05-24"]))
    lines = history(POSTS, frame, 0)
    assert [line["What changed"] for line in lines] == ["First listed", "Stage"]
    assert (lines[1]["From"], lines[1]["To"]) == ("Advertised", "Offered")


def test_an_indicators_figures_are_printed_in_the_unit_of_their_row() -> None:
    frame = INDICATORS.frame(
        {
            "indicator": ["Advice on time", "Typed out of 100", "Visits", "Wait", "Cost"],
            "value": [0.6212, 62.12, 62.12, 12.0, 1250.0],
            "target": [0.9, 90.0, 1.0, 1.0, 1000.0],
            "unit": ["percent", "percent", "count", "days", "pounds"],
        }
    )
    shown = listed(INDICATORS, frame)
    assert list(shown["Value"]) == ["62.1%", "62.1%", "62.1", "12 days", "£1,250"]
    assert list(shown["Target"]) == ["90%", "90%", "1", "1 day", "£1,000"]


def test_a_word_that_is_chosen_from_a_list_begins_with_a_capital() -> None:
    frame = ACTIONS.frame({"title": ["train the team"], "status": ["in progress"]})
    shown = listed(ACTIONS, frame)
    assert (shown["Status"].iloc[0], shown["Action"].iloc[0]) == ("In progress", "train the team")


def test_records_are_ordered_as_a_reader_would_with_empty_cells_last() -> None:
    frame = ACTIONS.frame(
        {
            "ref": ["Q12", "q3", None, "Q3a", "A"],
            "title": ["one", "two", "three", "four", "five"],
            "due_date": [pd.NaT, *pd.to_datetime(["2022-03-01", "2021-03-01", "2022-03-01"]), None],
        }
    )
    orders = listing.orders(listing.columns(ACTIONS, frame))
    assert list(orders) == [
        "Reference, A to Z",
        "Action, A to Z",
        "Due date, earliest first",
        "Due date, latest first",
    ]
    by = {name: list(listing.ordered(frame, one)["title"]) for name, one in orders.items()}
    assert by["Reference, A to Z"] == ["five", "two", "four", "one", "three"]
    assert by["Due date, earliest first"] == ["three", "two", "four", "one", "five"]
    # Those of one day stay as the file has them, whichever way it goes.
    assert by["Due date, latest first"] == ["two", "four", "three", "one", "five"]


def test_every_column_that_may_be_listed_has_an_order_that_can_be_worked_out() -> None:
    for table in TABLES:
        frame = table.frame({field: [None, None] for field in table.fields})
        columns = [table[field] for field in table.listing.columns]
        for order in listing.orders(columns).values():
            assert len(listing.ordered(frame, order)) == 2
