"""Plan settings: kept, logged with who and when, and never changing a pack that was made."""

from datetime import date
from pathlib import Path

import pandas as pd

from reports.content.exempt import banner
from store import plans
from store.database.engine import open_store
from store.file_names import CLEARED
from store.said.ledger import now
from store.said.settings import settings
from store.views import view
from tests.screens.conftest import OpenPage
from tests.screens.filling import OFFICER, field, kept, press
from tests.screens.reading import said


def latest(open_page: OpenPage) -> pd.Series:
    """The first line of the log."""
    return open_page("plan_settings", plan="1", ask="log").table[-1].value.iloc[0]


def test_nothing_is_saved_without_a_name(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("plan_settings", plan="1")
    field(app, "text_input", "Committee it is reported to").set_value("Another committee")
    press(app, "Save the plan")
    assert "Enter your name or job title" in app.error[0].value
    assert plans.plan(open_store(), 1).committee != "Another committee"


def test_a_changed_committee_is_logged_with_who_and_what_it_was(
    own_store: Path, open_page: OpenPage
) -> None:
    was, moment = plans.plan(open_store(), 1).committee, now()
    app = open_page("plan_settings", plan="1")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "text_input", "Committee it is reported to").set_value("Another committee")
    press(app, "Save the plan")
    assert plans.plan(open_store(), 1).committee == "Another committee"
    first = latest(open_page)
    assert first["Who"] == OFFICER
    assert first["What happened"] == (
        f"The committee was changed from “{was}” to “Another committee”."
    )
    # A pack made before reads the plan as it stood then.
    assert view(open_store(), 1, known_at=moment).plan.committee == was


def test_the_paragraphs_of_the_exemption_are_chosen_and_logged(
    own_store: Path, open_page: OpenPage
) -> None:
    assert "paragraphs 1 and 2 of Part 1 of Schedule 12A" in banner(
        view(open_store(), 1, audience="members")
    )
    app = open_page("plan_settings", plan="1", ask="public")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "multiselect", "Exempt as information").set_value([2, 5])
    press(app, "Save the paragraphs")
    found = view(open_store(), 1, audience="members")
    assert banner(found) == (
        "Exempt: not for publication (paragraphs 2 and 5 of Part 1 of Schedule 12A, Local "
        "Government Act 1972)"
    )
    first = latest(open_page)
    assert first["Who"] == OFFICER
    assert first["What happened"].endswith(" to paragraphs 2 and 5.")
    field(app, "multiselect", "Exempt as information").set_value([])
    press(app, "Save the paragraphs")
    assert "Choose at least one paragraph." in [error.value for error in app.error]
    assert banner(view(open_store(), 1)) == ""


def test_a_meeting_is_added_and_taken_away(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("plan_settings", plan="1", ask="meetings")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "date_input", "Date of the meeting").set_value(date(2023, 3, 21))
    press(app, "Add the meeting")
    assert date(2023, 3, 21) in {m.when for m in plans.meetings(open_store(), 1)}
    field(app, "multiselect", "Take a meeting away").set_value(["2023-03-21"])
    (button,) = [b for b in app.button if b.label == "Take away" and "meetings" in str(b.form_id)]
    button.click().run()
    assert date(2023, 3, 21) not in {m.when for m in plans.meetings(open_store(), 1)}
    assert latest(open_page)["What happened"].endswith("was taken away.")


def test_an_event_is_added_and_drawn_on_the_time_axes(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("plan_settings", plan="1", ask="events")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "date_input", "Date of the event").set_value(date(2022, 6, 1))
    field(app, "text_input", "What happened, in a few words").set_value("New system went live")
    press(app, "Add the event")
    charts = open_page("actions", plan="1").get("plotly_chart")
    assert any("New system went live" in str(chart.proto) for chart in charts)


def test_a_target_is_entered_as_a_percentage_and_shown_on_its_card(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("plan_settings", plan="1", ask="targets")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "selectbox", "Measure").set_value("actions.complete")
    field(app, "number_input", "Target").set_value(85.0)
    field(app, "date_input", "By (leave blank for no date)").set_value(date(2022, 12, 31))
    press(app, "Set the target")
    assert plans.Target("actions.complete", 0.85, date(2022, 12, 31)) in plans.targets(
        open_store(), 1
    )
    assert "Target 85% by 31 December 2022" in said(open_page("actions", plan="1"))


def test_a_target_that_a_file_named_by_its_heading_is_taken_away(
    own_store: Path, open_page: OpenPage
) -> None:
    before = plans.targets(open_store(), 1)
    app = open_page("plan_settings", plan="1", ask="targets")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "multiselect", "Take a target away").set_value([0])
    (button,) = [b for b in app.button if b.label == "Take away" and "targets" in str(b.form_id)]
    button.click().run()
    assert plans.targets(open_store(), 1) == before[1:]


def test_the_small_number_is_raised_and_never_lowered(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("plan_settings", plan="1", ask="public")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "number_input", "Hide counts from 1 to").set_value(10)
    press(app, "Raise the limit")
    assert settings(open_store(), 1)["small_number"] == 10
    assert field(app, "number_input", "Hide counts from 1 to").min == 10


def test_a_colour_is_given_a_meaning_for_the_next_file(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("plan_settings", plan="1", ask="colours")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "text_input", "Colour or letter, as the file has it").set_value("P")
    field(app, "selectbox", "Read as").set_value("paused")
    press(app, "Keep this meaning")
    stands = settings(open_store(), 1)
    assert stands["reading: colours"] == {"P": "paused"}
    assert {"found": "P", "means": "", "status": "paused"} in stands["colour_key"]
    assert len(stands["colour_key"]) == 5


def test_an_owner_is_marked_as_left(own_store: Path, open_page: OpenPage) -> None:
    app = open_page("plan_settings", plan="1", ask="owners")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    field(app, "selectbox", "Owner, as the file names them").set_value("Head of legal services")
    press(app, "Mark as left")
    assert "Head of legal services" in {subject for subject, _, _ in kept("owner left")}


def test_a_threshold_is_changed_logged_in_every_rules_words_and_put_back(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("plan_settings", plan="1", ask="thresholds")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    assert not [b for b in app.button if b.label == "Put all back to the usual numbers"]
    field(app, "number_input", "Moves of a date (usually 2)").set_value(3)
    press(app, "Save the thresholds")
    assert settings(open_store(), 1)["date_moves"] == 3
    assert "amber_meetings" not in settings(open_store(), 1)
    line = latest(open_page)
    assert line["Who"] == OFFICER
    assert line["What happened"] == (
        "The threshold “moves of a date” was changed from 2 moves to 3 moves."
    )
    rule = "An open action’s date has moved {}, and it is overdue or due by the next meeting."
    assert rule.format("three times or more") in said(
        open_page("definitions", plan="1", ask="questions")
    )
    assert rule.format("twice or more") in said(open_page("definitions", plan="2", ask="questions"))
    assert "moved twice or more" not in said(open_page(plan="1"))
    press(app, "Put all back to the usual numbers")
    assert settings(open_store(), 1)["date_moves"] == 2
    assert "from 3 moves to 2 moves" in latest(open_page)["What happened"]
    assert "moved twice or more" in said(open_page(plan="1"))


def test_saving_thresholds_as_they_are_keeps_nothing(own_store: Path, open_page: OpenPage) -> None:
    before = settings(open_store(), 1)
    app = open_page("plan_settings", plan="1", ask="thresholds")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    press(app, "Save the thresholds")
    assert settings(open_store(), 1) == before
    assert "Nothing was changed." in said(app)


def test_a_files_name_stands_in_public_once_an_officer_allows_it_and_the_log_says_who(
    own_store: Path, open_page: OpenPage
) -> None:
    app = open_page("plan_settings", plan="1", ask="public")
    field(app, "text_input", "Your name or job title").set_value(OFFICER)
    names = field(app, "multiselect", "Names that identify nobody")
    assert sorted(names.value) == sorted(names.options)  # the samples' own names are dates
    only = names.options[:1]
    names.set_value(only)
    press(app, "Save the names")
    assert settings(open_store(), 1)[CLEARED] == only
    found = view(open_store(), 1).snapshots
    assert {one.file for one in found if not one.described} == set(only)
    first = latest(open_page)
    assert first["Who"] == OFFICER
    assert (
        first["What happened"]
        .replace("\\", "")
        .startswith("Which files are named in public was changed from ")
    )
    assert first["What happened"].replace("\\", "").endswith(f" to “{only[0]}”.")
