"""The overview as a chair reads it with ten minutes to go."""

from functools import partial
from pathlib import Path

import pytest

from store import plans
from store.database.engine import open_store
from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from ui.overview import opening

TOP = (
    "1. When will the executive answer Rec f (“Train councillors so that they are confident in "
    "starting the call-in procedure”)? Its two months ended 368 days ago.",
    "2. What happened to Q14 (“Write to families whose consent under section 20 was not clear”)? "
    "It was open when last listed on 22 March 2022, and is not in the file any more.",
    "3. What will be different this time for Q7, Q24, Q2 and 2 more? They have had the due date "
    "moved twice or more, and are overdue or due by 24 January 2023.",
)


def plain(text: str) -> str:
    return text.replace("\\", "").strip("*")


def test_the_sample_plan_asks_what_a_good_scrutiny_officer_would(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page()
    assert "Three questions to ask" in [h.value for h in app.header]
    labels = [plain(e.label).removeprefix(":primary[").removesuffix("]") for e in app.expander]
    asked = [label for label in labels if label[:2] in {"1.", "2.", "3.", "4."}]
    assert asked == [question.partition("? ")[0] + "?" for question in TOP]
    told = said(app).replace("\\", "")
    assert all(question.partition("? ")[2] in told for question in TOP)


def test_each_question_has_its_rows_and_a_text_to_copy(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page()
    copied = [code.value for code in app.code]
    assert len(copied) == 3
    for text, question in zip(copied, TOP, strict=True):
        first, *rows = text.splitlines()
        assert first == question.split(" ", 1)[1]
        assert rows
    assert "Q14" in copied[1]


def test_more_questions_come_on_demand(sample_store: Path, open_page: OpenPage) -> None:
    app = open_page()
    more = next(t for t in app.toggle if t.label.startswith("Show"))
    number = int(more.label.split()[1])
    assert number > 0
    more.set_value(True).run()
    assert len(app.code) == 3 + number


def test_what_a_line_opens_is_made_once_it_is_opened(
    sample_store: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "FOLDED", partial(opening.FOLDED, expanded=False))
    app = open_page()
    tables = len(app.table)
    assert not app.code
    app.session_state["all"] = True
    assert len(app.run().table) > tables
    assert "Figures that moved" in [control.label for control in app.segmented_control]
    app.session_state["all"] = False
    assert len(app.run().table) == tables


def test_what_falls_due_next_is_listed_with_the_meeting_it_is_counted_to(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page()
    assert "Due before the next meeting on 24 January 2023: 7" in [h.value for h in app.header]


def test_without_a_later_meeting_nothing_is_called_none(
    own_store: Path, open_page: OpenPage
) -> None:
    store = open_store()
    plan = plans.plans(store)[0]
    later = [m for m in plans.meetings(store, plan.id) if m.when.year == 2023]
    plans.remove(store, plan.id, later, "Officer")
    app = open_page()
    assert "Due before the next meeting" in [h.value for h in app.header]
    assert "No later meeting has been entered." in said(app)


def test_the_first_upload_says_that_there_is_nothing_before_it(
    sample_store: Path, open_page: OpenPage
) -> None:
    app = open_page(as_at="2021-05-20")
    assert "This is the first upload, so there is nothing to compare it with yet." in said(app)
