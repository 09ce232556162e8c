"""What officers record of an action: evidence, acceptance, why it went, why its date moved."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store.database.engine import open_store
from store.said.judgements import judge
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, kept, press
from tests.screens.reading import said as escaped
from ui.actions import record as action_record
from workstreams.actions.book import book


def said(app: AppTest) -> str:
    """What the page says, without the signs that keep Streamlit from formatting it."""
    return escaped(app).replace("\\", "")


def record(ref: str) -> int:
    """The id of an action's latest record."""
    history = view(open_store(), 1).history["actions"]
    return int(history.index[history["ref"] == ref][-1])


def opened(open_page: OpenPage, ref: str, what: str, picker: str = "actions_open") -> AppTest:
    """The actions page with one action open and the form for one thing to record."""
    app = open_page("actions", plan="1", ask="records")
    app.selectbox(key=picker).set_value(record(ref)).run()
    field(app, "selectbox", "Officers: record").set_value(what).run()
    return app


def named(app: AppTest, ref: str) -> None:
    field(app, "text_input", "Your name or job title", f"action_{record(ref)}").set_value(OFFICER)


def test_evidence_makes_a_claimed_action_evidenced(own_store: Path, open_page: OpenPage) -> None:
    app = opened(open_page, "Q21", action_record.EVIDENCE)
    assert "How it was shown: on the officer’s word alone" in said(app)
    before = {metric.label: metric.value for metric in app.metric}
    field(app, "text_area", "What shows that it is done").set_value("Photographs of the store")
    field(app, "text_input", "Link to it, if there is one").set_value("https://example.org/q21")
    named(app, "Q21")
    press(app, "Record it")
    value = {"text": "Photographs of the store", "link": "https://example.org/q21"}
    assert ("Q21", value, OFFICER) in kept("evidence")
    assert "How it was shown: with evidence given" in said(app)
    assert "Recorded for Q21." in said(app)
    assert before != {metric.label: metric.value for metric in app.metric}


def test_the_committees_acceptance_is_kept_with_its_meeting(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q21", action_record.ACCEPTANCE)
    named(app, "Q21")
    press(app, "Record it")
    assert ("Q21", {"meeting": "2022-11-22", "text": ""}, OFFICER) in kept("acceptance")
    assert "How it was shown: accepted by the committee" in said(app)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "example.org"])
def test_a_link_that_is_not_one_is_not_kept(
    link: str, own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q21", action_record.EVIDENCE)
    field(app, "text_input", "Link to it, if there is one").set_value(link)
    named(app, "Q21")
    press(app, "Record it")
    assert "beginning with https://" in app.error[0].value
    assert "Q21" not in [subject for subject, _, _ in kept("evidence")]


def test_the_reason_for_a_move_is_kept_under_the_snapshot_that_moved_it(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q5", action_record.MOVED)
    field(app, "text_area", "Why the date moved").set_value("Two posts were frozen.")
    named(app, "Q5")
    press(app, "Record it")
    assert ("Q5", {"reason": "Two posts were frozen."}, OFFICER) in kept("move reason")


def test_what_was_recorded_can_be_taken_back_and_stays_in_the_log(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q17", action_record.TAKE_BACK)
    assert "Audit report sent to members" in said(app)
    named(app, "Q17")
    press(app, "Take it back")
    assert not kept("evidence")
    log = open_page("plan_settings", plan="1", ask="log").table[-1].value
    first = log.iloc[0]["What happened"].replace("\\", "")
    assert first == "Evidence for Q17 was taken back: Audit report sent to members, April 2022."


def test_an_action_no_longer_listed_stays_until_somebody_says_why(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q14", action_record.GONE, "vanished_open")
    assert "1 is not explained yet." in said(app)
    field(app, "radio", "It is no longer in the file because it was").set_value(
        "withdrawn by decision"
    )
    named(app, "Q14")
    press(app, "Record it")
    assert "whose decision" in app.error[0].value
    field(app, "text_area", "If withdrawn: by whose decision. Else what there is to say").set_value(
        "Improvement board, 3 October 2022"
    )
    press(app, "Record it")
    (found,) = kept("no longer listed")
    assert found[1]["reason"] == "withdrawn by decision"
    text = said(app)
    assert "All are explained." in text
    assert "1 open action is no longer in the file" not in text


def test_a_second_reason_for_a_row_that_went_takes_the_place_of_the_first(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q14", action_record.GONE, "vanished_open")
    reason, where = "It is no longer in the file because it was", "If withdrawn: by whose decision"
    field(app, "radio", reason).set_value("completed")
    named(app, "Q14")
    press(app, "Record it")
    field(app, "selectbox", "Officers: record").set_value(action_record.GONE).run()
    assert "Recorded so far: it was completed." in said(app)
    field(app, "radio", reason).set_value("merged into another action")
    field(app, "selectbox", "If merged: into").set_value("Q15")
    field(app, "text_area", f"{where}. Else what there is to say").set_value("Board, 3 October")
    named(app, "Q14")
    press(app, "Record it")
    (found,) = kept("no longer listed")
    assert (found[1]["reason"], found[1]["into"]) == ("merged into another action", "Q15")
    (line,) = [t.value.iloc[0] for t in app.table if "Where it stood" in t.value.columns]
    assert line["Why"].replace("\\", "") == "Merged into Q15: Board, 3 October"
    assert line["Last reported status"] == "In progress"
    assert line["Where it stood"].replace("\u00a0", " ") == "2022-03-22.xlsx, Actions, row 19"
    assert "All are explained." in said(app)
    log = open_page("plan_settings", plan="1", ask="log").table[-1].value["What happened"]
    assert all(said.startswith("Why Q14 is no longer listed was ") for said in log[:2])


def test_an_earlier_date_takes_no_record(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("actions", plan="1", as_at="2022-03-22", ask="records")
    app.selectbox(key="actions_open").select_index(2).run()
    assert "choose the plan's latest date" in said(app)
    assert not [box for box in app.selectbox if box.label == "Officers: record"]


def actions() -> int:
    """How many actions the plan has."""
    return len(book(view(open_store(), 1)).now)


def test_a_match_is_split_by_an_officer_and_the_answer_is_taken_back(
    own_store: Path, open_page: OpenPage
) -> None:
    before = actions()
    app = open_page("actions", plan="1", ask="records")
    field(app, "radio", "These rows").set_value("They are two actions")
    field(app, "text_input", "Your name or job title", "links_0").set_value(OFFICER)
    press(app, "Record the answer")
    value = {"was": "Q19", "answer": "different"}
    assert kept("same action") == [("Q31", value, OFFICER)], "the confirmation is ended"
    assert actions() == before + 1
    assert "Q31: two actions, 22 March 2022" in str(
        [box.options for box in app.selectbox if box.label == "Answer"]
    )

    field(app, "text_input", "Your name or job title", "links_back_0").set_value(OFFICER)
    press(app, "Take the answer back")
    assert kept("same action") == []
    assert actions() == before, "followed by likeness again, and asked about"
    assert "1 match between uploads is not confirmed by an officer" in said(app)


def test_a_confirmed_match_is_in_the_actions_history_and_can_be_taken_back_there(
    own_store: Path, open_page: OpenPage
) -> None:
    app = opened(open_page, "Q31", action_record.TAKE_BACK)
    assert "Nothing is recorded beside the file yet." not in said(app)
    tables = str([table.value.to_numpy().tolist() for table in app.table])
    assert "Was Q19, now Q31, confirmed by an officer" in tables
    assert "Same action" in tables
    named(app, "Q31")
    press(app, "Take it back")
    assert kept("same action") == []


def test_what_fits_no_action_is_listed_until_it_is_taken_back(
    own_store: Path, open_page: OpenPage
) -> None:
    assert "not about any action" not in said(open_page("actions", plan="1", ask="records"))
    judge(open_store(), 1, "evidence", "Q99", {"text": "A minute", "link": ""}, OFFICER)
    app = open_page("actions", plan="1", ask="records")
    assert "Recorded, but not about any action" in said(app)
    (table,) = [t.value for t in app.table if "What to do" in t.value.columns]
    assert table[["About", "Says"]].to_numpy().tolist() == [["Q99", "A minute"]]
    field(app, "text_input", "Your name or job title", "unplaced").set_value(OFFICER)
    press(app, "Take it back")
    assert "Q99" not in [subject for subject, _, _ in kept("evidence")]
    assert "not about any action" not in said(app)


def test_the_disagreements_are_listed_kind_by_kind(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("actions", plan="1", ask="records")
    kinds = app.selectbox(key="disagreements_kind")
    assert kinds.options[0] == "All of them (22)"
    kinds.set_value("The owner has left").run()
    (table,) = [t.value for t in app.table if "Overdue by" in t.value.columns]
    assert len(table)
    assert set(table["Owner"]) == {"Interim head of children's legal"}
