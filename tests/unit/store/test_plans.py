from datetime import date

import pytest
import sqlalchemy as sa

from loaders.choices import Choices
from store import plans, snapshots
from store.database.version import version
from store.refused import Refused
from store.said import judgements, ledger, remembered, settings
from tests.made.stores import (
    BY,
    MAY,
    NOVEMBER,
    SEPTEMBER,
    a_plan,
    accepted,
    day,
    reading,
    said,
    upload,
)
from workstreams.actions.columns import ACTIONS
from workstreams.view import Event, Meeting, Target

TARGET = Target("actions.complete", 1.0, date(2022, 3, 31), "")


def test_plans_are_listed_as_they_were_added(store: sa.Engine) -> None:
    first = plans.add_plan(store, "First", "Committee", "Council", "Area", "Illustrative", by=BY)
    second = plans.add_plan(store, "Second", "Committee", by=BY)
    assert plans.plans(store) == [first, second]
    assert (first.council, first.area, first.illustrative) == ("Council", "Area", "Illustrative")


def test_two_plans_cannot_have_one_name_however_it_is_written(store: sa.Engine) -> None:
    a_plan(store, "Improvement plan")
    with pytest.raises(Refused, match="already a plan called “IMPROVEMENT plan”"):
        a_plan(store, " IMPROVEMENT plan ")
    with pytest.raises(Refused, match="Give the plan a name"):
        a_plan(store, "  ")


def test_a_renamed_plan_keeps_the_name_it_had(store: sa.Engine) -> None:
    plan = a_plan(store, "Old name")
    then = ledger.now()
    changed = plans.change_plan(store, plan.id, BY, name="New name", committee="Another")
    assert (changed.name, changed.committee) == ("New name", "Another")
    assert plans.plan(store, plan.id, known_at=then).name == "Old name"
    assert a_plan(store, "Old name").id != plan.id
    with pytest.raises(Refused, match="already a plan"):
        plans.change_plan(store, plan.id, BY, name="old name")
    with pytest.raises(Refused, match="no fact called “colour”"):
        plans.change_plan(store, plan.id, BY, colour="blue")


def test_meetings_targets_and_events_are_kept_and_taken_away_with_their_past(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(SEPTEMBER), Meeting(MAY, "Annual")], BY)
    plans.add(store, plan.id, [TARGET], BY)
    plans.add(store, plan.id, [Event(MAY, "Plan agreed")], BY)
    then = ledger.now()
    plans.remove(store, plan.id, [Meeting(MAY)], BY)
    plans.remove(store, plan.id, [TARGET], BY)
    plans.remove(store, plan.id, [Event(MAY, "Plan agreed")], BY)

    assert plans.meetings(store, plan.id) == (Meeting(SEPTEMBER),)
    assert plans.targets(store, plan.id) == ()
    assert plans.events(store, plan.id) == ()
    assert plans.meetings(store, plan.id, then) == (Meeting(MAY, "Annual"), Meeting(SEPTEMBER))
    assert plans.targets(store, plan.id, then) == (TARGET,)
    assert plans.events(store, plan.id, then) == (Event(MAY, "Plan agreed"),)


def test_a_new_value_takes_the_place_of_a_target_and_a_new_name_that_of_a_meeting(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    plans.add(store, plan.id, [TARGET], BY)
    plans.add(store, plan.id, [Target(TARGET.measure, 0.8, TARGET.by)], BY)
    plans.add(store, plan.id, [Meeting(MAY, "Committee")], BY)
    plans.add(store, plan.id, [Meeting(MAY, "Extraordinary")], BY)
    assert plans.targets(store, plan.id) == (Target(TARGET.measure, 0.8, TARGET.by),)
    assert plans.meetings(store, plan.id) == (Meeting(MAY, "Extraordinary"),)


def test_an_accepted_workbook_says_the_plans_meetings_targets_events_key_and_facts(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    checked = said(
        meetings=("2021-05-20", "2021-09-07"),
        targets=({"measure": "actions.complete", "value": 1.0, "by": day("2022-03-31")},),
        events=({"when": day("2021-04-16"), "text": "Plan agreed"},),
        key=({"found": "G", "means": "on target"},),
        about=({"fact": "Illustrative", "answer": "Made up."}, {"fact": "Pages", "answer": "9"}),
    )
    accepted(store, plan, MAY, checked)
    assert plans.meetings(store, plan.id) == (Meeting(MAY), Meeting(SEPTEMBER))
    assert plans.targets(store, plan.id) == (TARGET,)
    assert plans.events(store, plan.id) == (Event(date(2021, 4, 16), "Plan agreed"),)
    assert settings.setting(store, plan.id, "colour_key") == [
        {"found": "G", "means": "on target", "status": ""}
    ]
    assert plans.plan(store, plan.id).illustrative == "Made up."


def test_the_key_beside_a_table_is_kept_in_its_own_words(store: sa.Engine) -> None:
    plan = a_plan(store)
    row = {"ref": "Q1", "title": "One", "reported_colour": "G"}
    key = {"G": "On target", "B": "Done and evidenced"}
    first = reading(ACTIONS, row, colours={"G": 1}, key=key)
    accepted(store, plan, MAY, upload(first))
    means = {"found": "G", "means": "On target", "status": ""}
    assert settings.setting(store, plan.id, "colour_key") == [means]
    # The next file explains another letter: what the first said of its own stays.
    second = reading(ACTIONS, row, colours={"B": 1}, key=key)
    accepted(store, plan, SEPTEMBER, upload(second, sha256="b" * 64))
    done = {"found": "B", "means": "Done and evidenced", "status": ""}
    assert settings.setting(store, plan.id, "colour_key") == [means, done]


def test_a_meeting_that_a_later_workbook_no_longer_lists_stays(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, said(meetings=("2021-05-20", "2021-09-07"), sha256="a" * 64))
    accepted(store, plan, SEPTEMBER, said(meetings=("2021-11-23",), sha256="b" * 64))
    kept = [meeting.when for meeting in plans.meetings(store, plan.id)]
    assert kept == [MAY, SEPTEMBER, NOVEMBER]


def test_an_older_workbook_uploaded_late_changes_no_target(store: sa.Engine) -> None:
    plan = a_plan(store)

    def with_target(value: float, sha256: str) -> object:
        row = {"measure": "actions.complete", "value": value, "by": day("2022-03-31")}
        return said(targets=(row,), sha256=sha256)

    accepted(store, plan, SEPTEMBER, with_target(0.9, "a" * 64))
    accepted(store, plan, MAY, with_target(0.5, "b" * 64))
    assert [target.value for target in plans.targets(store, plan.id)] == [0.9]
    accepted(store, plan, NOVEMBER, with_target(0.7, "c" * 64))
    assert [target.value for target in plans.targets(store, plan.id)] == [0.7]


def test_what_a_withdrawn_workbook_said_of_the_plan_falls_with_it_and_comes_back(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    row = {"measure": "actions.complete", "value": 0.5}
    accepted(store, plan, MAY, said(targets=(row,), sha256="a" * 64))
    wrong = accepted(
        store,
        plan,
        SEPTEMBER,
        said(meetings=("2021-09-07",), targets=(row | {"value": 0.9},), sha256="b" * 64),
    )
    snapshots.withdraw(store, wrong.id, BY, "Wrong file")
    assert plans.meetings(store, plan.id) == ()
    assert [target.value for target in plans.targets(store, plan.id)] == [0.5]
    snapshots.restore(store, wrong.id, BY)
    assert plans.meetings(store, plan.id) == (Meeting(SEPTEMBER),)
    assert [target.value for target in plans.targets(store, plan.id)] == [0.9]


def test_a_target_may_name_its_measure_as_the_screen_does(store: sa.Engine) -> None:
    plan = a_plan(store)
    plans.add(store, plan.id, [Target("  vacancy  RATE ", 0.15)], BY)
    (target,) = plans.targets(store, plan.id)
    assert target.measure == "recruitment.vacancy_rate"


def test_a_setting_keeps_what_it_was(store: sa.Engine) -> None:
    plan = a_plan(store)
    settings.change_setting(store, plan.id, "amber_meetings", 3, BY)
    then = ledger.now()
    settings.change_setting(store, plan.id, "amber_meetings", 4, BY)
    assert settings.settings(store, plan.id) == {"amber_meetings": 4}
    assert settings.setting(store, plan.id, "amber_meetings", then) == 3
    assert settings.setting(store, plan.id, "never chosen") is None


@pytest.mark.parametrize("value", [4, 0, "ten", True])
def test_the_small_number_is_never_lowered(store: sa.Engine, value: object) -> None:
    plan = a_plan(store)
    with pytest.raises(Refused, match="always hidden in public"):
        settings.change_setting(store, plan.id, "small_number", value, BY)
    settings.change_setting(store, plan.id, "small_number", 10, BY)
    assert settings.setting(store, plan.id, "small_number") == 10


def test_how_a_file_was_read_is_remembered_beside_earlier_choices(
    store: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    plan = a_plan(store)
    first = Choices(sheets={"Log": "actions"}, fields={"actions": {"By when?": "due_date"}})
    remembered.remember(store, plan.id, first, BY)
    second = Choices(fields={"actions": {"Who": "owner"}}, colours={"G": "in progress"})
    remembered.remember(store, plan.id, second, BY)
    kept = remembered.remembered(store, plan.id)
    assert kept.sheets == {"Log": "actions"}
    assert kept.fields == {"actions": {"By when?": "due_date", "Who": "owner"}}
    assert kept.colours == {"G": "in progress"}
    assert kept.secret == b"for tests"
    assert not remembered.remembered(store).fields


def test_a_judgement_stands_until_it_is_taken_back(store: sa.Engine) -> None:
    plan = a_plan(store)
    given = {"text": "Audit report", "link": ""}
    one = judgements.judge(store, plan.id, "evidence", "Q7", given, BY, SEPTEMBER)
    then = ledger.now()
    found = judgements.judgements(store, plan.id)
    assert found.loc[one, ["kind", "subject", "value", "by"]].tolist() == [
        "evidence",
        "Q7",
        given,
        BY,
    ]
    assert found.loc[one, "on"].date() == SEPTEMBER
    judgements.end_judgement(store, plan.id, one, BY)
    assert not len(judgements.judgements(store, plan.id))
    assert len(judgements.judgements(store, plan.id, then)) == 1
    with pytest.raises(Refused, match="not there any more"):
        judgements.end_judgement(store, plan.id, one, BY)


def test_a_judgement_may_take_the_place_of_others_of_its_kind(store: sa.Engine) -> None:
    plan = a_plan(store)
    went = {"reason": "completed", "into": "", "text": ""}
    first = judgements.judge(store, plan.id, "no longer listed", "Q7", went, BY, MAY)
    shown = judgements.judge(store, plan.id, "evidence", "Q7", {"text": "Minute 4"}, BY, MAY)
    then = ledger.now()
    other = went | {"reason": "withdrawn by decision"}
    second = judgements.judge(
        store, plan.id, "no longer listed", "Q7", other, BY, MAY, (first, shown)
    )
    assert set(judgements.judgements(store, plan.id).index) == {shown, second}
    assert set(judgements.judgements(store, plan.id, then).index) == {first, shown}


@pytest.mark.parametrize(
    ("kind", "subject", "value", "advice"),
    [
        ("gossip", "Q7", {}, "not something the dashboard keeps"),
        ("evidence", " ", {}, "Say what this is about"),
        ("no longer listed", "Q7", {"reason": "lost"}, "Say why the action is no longer listed"),
        ("same action", "Q31", {"was": "Q19", "answer": "maybe"}, "same action or different"),
        ("step change", "indicators.value", {"reason": " "}, "Say why the level changed"),
    ],
)
def test_a_judgement_that_says_too_little_is_refused(
    store: sa.Engine, kind: str, subject: str, value: dict[str, str], advice: str
) -> None:
    plan = a_plan(store)
    with pytest.raises(Refused, match=advice):
        judgements.judge(store, plan.id, kind, subject, value, BY)
    assert not len(judgements.judgements(store, plan.id))


def test_the_version_changes_with_anything_that_changes_and_with_nothing_else(
    store: sa.Engine,
) -> None:
    plan, other = a_plan(store), a_plan(store, "Other")
    seen = [version(store, plan.id)]

    def changed() -> bool:
        seen.append(version(store, plan.id))
        return seen[-1] not in seen[:-1]

    snapshot = accepted(store, plan, MAY, said())
    assert changed()
    plans.add(store, plan.id, [Meeting(MAY)], BY)
    assert changed()
    plans.remove(store, plan.id, [Meeting(MAY)], BY)
    assert changed()
    snapshots.withdraw(store, snapshot.id, BY, "Wrong")
    assert changed()
    snapshots.restore(store, snapshot.id, BY)
    assert changed()
    settings.change_setting(store, other.id, "amber_meetings", 3, BY)
    assert not changed()
    settings.change_setting(store, plan.id, "amber_meetings", 3, BY)
    assert changed()
    settings.change_setting(store, plan.id, "amber_meetings", 3, BY)
    assert not changed()
