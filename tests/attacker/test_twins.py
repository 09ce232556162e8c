"""No byte of a public file changes with what is hidden.

The cases are changed behind the print and every public form is made again: were there anything of
them in a file, it would change. What the print itself gives away, ``test_attacker`` settles.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from reports import meeting as reporting
from reports import pack as packing
from reports.excel import document as excel
from store.said.packs import issues
from store.views import view
from tests.attacker import forms
from tests.attacker.forms import Met
from tests.attacker.twins import KEY, Twin, other_truths, printed
from workstreams.hra_cases.columns import STEP
from workstreams.view import Audience, View


def looked_at(meeting: Met, audience: Audience = "public") -> View:
    """The plan as the meeting's pack shows it."""
    forms.pack_of(meeting)
    (issue,) = issues(forms.engine(), meeting.plan_id, meeting.on)
    return view(
        forms.engine(), meeting.plan_id, meeting.on, audience=audience, known_at=issue.known_at
    )


@cache
def twins(meeting: Met) -> tuple[Twin, ...]:
    """Other truths: one with more or fewer cases, and of the latest also one with as many."""
    shown = looked_at(meeting)
    found: dict[bool, Twin] = {}
    for name, twin in other_truths(shown):
        found.setdefault(len(twin.history[KEY]) != len(shown.history[KEY]), (name, twin))
        if True in found:
            break
    return tuple(found[more] for more in sorted(found, reverse=True) if more or meeting.latest)


@pytest.mark.parametrize("place", range(9))
def test_no_byte_of_a_public_file_changes_with_what_is_hidden(
    place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = forms.with_cases()[place]
    before = forms.files_of(meeting)
    assert twins(meeting), "there is no other truth behind the print"
    for name, twin in twins(meeting):
        monkeypatch.setattr(reporting, "view", lambda *_, twin=twin, **__: twin)
        after = forms.files(meeting, forms.pack_of.__wrapped__(meeting))
        assert after.keys() == before.keys(), name
        assert [file for file in before if before[file] != after[file]] == [], name


def test_a_file_that_changed_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's own numbers of records tell how many cases stand between two of them."""
    meeting = forms.with_cases()[0]
    shown = looked_at(meeting)
    monkeypatch.setattr(excel, "_record_numbers", lambda pack: {n: n for n in pack.sources})
    written = {
        excel.write(packing.pack(one, meeting.on, datetime(2026, 1, 1, tzinfo=UTC)))
        for one in (shown, *(twin for _, twin in twins(meeting)))
    }
    assert len(written) > 1


def test_the_same_changes_show_in_a_members_copy() -> None:
    """So the public files could have shown them."""
    for meeting in (forms.with_cases()[0], forms.with_cases()[-1]):
        truth = printed(looked_at(meeting, "members"))
        for name, twin in twins(meeting):
            assert printed(replace(twin, audience="members")) != truth, name


def test_the_other_plan_has_no_case_to_hide() -> None:
    others = [meeting for meeting in forms.met() if meeting not in forms.with_cases()]
    assert len(others) == 6
    for meeting in others:
        assert looked_at(meeting).history[KEY].empty
        assert not [file for file in forms.files_of(meeting) if "hra" in file.lower()]


def test_no_public_file_names_a_case_or_a_stage() -> None:
    meeting = forms.with_cases()[-1]
    names = set(looked_at(meeting).history[KEY]["case"])
    stages = set(STEP) - set(STEP.values()) - {"negotiation", "notified"}
    for file, data in forms.files_of(meeting).items():
        text = data.decode("utf-8", "ignore")
        for word in names | stages:
            assert f">{word}<" not in text, f"{word} in {file}"
            assert f'"{word}"' not in text, f"{word} in {file}"


def test_no_file_name_says_anything_of_a_count() -> None:
    for meeting in forms.with_cases():
        for file in forms.files_of(meeting):
            if "_pictures_" in file and "/" in file:
                stem = file.rpartition("/")[2].split(".")[0]
                assert not any(part.isdigit() for part in stem.split("_")[1:]), file


def test_no_record_of_a_case_is_a_source_in_public() -> None:
    meeting = forms.with_cases()[-1]
    ids = set(looked_at(meeting).history[KEY].index)
    assert not ids & set(forms.pack_of(meeting).sources)
    assert ids & set(forms.pack_of(meeting, "members").sources)
