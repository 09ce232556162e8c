"""Answers worked out once: what tells them apart, and that nobody can change what is kept."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from types import ModuleType
from typing import Any
from uuid import uuid4

import pandas as pd
import pytest

from tests.made.actions import JAN, MAY, row, seen
from ui.shell import kept
from ui.shell.look import Look
from workstreams import WORKSTREAMS
from workstreams.shown import shown
from workstreams.view import View

ASKED: list[tuple[object, ...]] = []
"""What was worked out, with its arguments; what is kept is not worked out."""
OTHER: dict[str, Any] = {
    "store": "sqlite:///another",
    "plan_id": 2,
    "version": "2",
    "as_at": date(2021, 5, 20),
    "since": date(2021, 5, 20),
    "audience": "members",
    "meeting": date(2022, 1, 25),
}


@dataclass(frozen=True)
class Declared:
    """Something with a key that has answers of its own."""

    key: str

    def says(self, view: View) -> str:
        ASKED.append((self.key, view.as_at))
        return f"{self.key} says so"


def rows(view: View, *given: object, first: int | None = None) -> pd.DataFrame:
    """A frame that the view keeps as well."""
    ASKED.append((*given, first))
    return view.now("actions")[["ref"]].head(first)


def shared(view: View) -> pd.DataFrame:
    return view.once("shared", lambda: view.now("actions")[["ref"]].copy())


@pytest.fixture
def view(monkeypatch: pytest.MonkeyPatch) -> View:
    """One view behind every look of a test."""
    found = seen([row(JAN, "a"), row(JAN, "b"), row(MAY, "c")])
    monkeypatch.setattr(kept, "view", lambda _: found)
    ASKED.clear()
    return found


@pytest.fixture
def look() -> Look:
    """A look that no other test has."""
    return Look(f"sqlite:///{uuid4()}", 1, "1", date(2022, 1, 24), None, "public")


@pytest.mark.usefixtures("view")
def test_an_answer_is_worked_out_once_for_one_look(look: Look) -> None:
    first, again = kept.answer(look, rows), kept.answer(replace(look), rows)
    assert len(ASKED) == 1
    assert first.equals(again)


@pytest.mark.usefixtures("view")
@pytest.mark.parametrize("field", [field.name for field in fields(Look)])
def test_whatever_tells_two_looks_apart_keeps_their_answers_apart(look: Look, field: str) -> None:
    kept.answer(look, rows)
    kept.answer(replace(look, **{field: OTHER[field]}), rows)
    assert len(ASKED) == 2


@pytest.mark.usefixtures("view")
def test_other_arguments_have_another_answer(look: Look) -> None:
    actions, recruitment = WORKSTREAMS[:2]
    asked: list[tuple[tuple[object, ...], dict[str, int]]] = [
        *(((one,), {}) for one in (1, "1", 1.0, True, None, date(2022, 1, 1), "2022-01-01")),
        *(((one,), {}) for one in (actions, recruitment, actions.key, actions.measures[0])),
        ((), {}),
        ((), {"first": 1}),
        ((), {"first": 2}),
        (("first=1",), {}),
        (("a", "b"), {}),
        (("b", "a"), {}),
        (("a, 'b'",), {}),
        (("a', 'b",), {}),
    ]
    for _ in range(2):
        for given, named in asked:
            kept.answer(look, rows, *given, **named)  # type: ignore[arg-type]
    assert len(ASKED) == len(asked)


@pytest.mark.parametrize("function", [rows, shared])
def test_who_changes_what_was_handed_out_changes_nothing_kept(
    look: Look, view: View, function: Callable[[View], pd.DataFrame]
) -> None:
    truth = function(view)["ref"].to_list()
    assert truth
    for _ in range(3):
        found = kept.answer(look, function)
        assert found["ref"].to_list() == function(view)["ref"].to_list() == truth
        found["ref"] = "changed"


@pytest.mark.usefixtures("view")
def test_functions_of_one_name_in_two_modules_never_share(look: Look) -> None:
    made = []
    for name in ("one.late", "another.late"):
        module = ModuleType(name)
        exec(f"def late(view, place=0):\n    return {name!r}", module.__dict__)
        made.append(module.late)
    assert [kept.answer(look, late) for late in made] == ["one.late", "another.late"]
    assert [kept.answer(look, late) for late in reversed(made)] == ["another.late", "one.late"]


@pytest.mark.usefixtures("view")
def test_a_method_is_kept_for_the_one_it_belongs_to(look: Look) -> None:
    for _ in range(2):
        assert kept.answer(look, Declared("a").says) == "a says so"
        assert kept.answer(look, Declared("b").says) == "b says so"
    assert len(ASKED) == 2


@pytest.mark.usefixtures("view")
def test_what_has_no_name_of_its_own_is_refused(look: Look) -> None:
    def inner(view: View) -> date:
        return view.as_at

    figure = WORKSTREAMS[0].measures[0].figure
    for function in (lambda view: view.as_at, inner, partial(rows), figure):
        with pytest.raises(TypeError, match="no name of its own"):
            kept.answer(look, function)
    for argument in ([1], {"a": 1}, object(), pd.DataFrame()):
        with pytest.raises(TypeError, match="cannot tell one answer from another"):
            kept.answer(look, rows, argument)
    assert not ASKED


@pytest.mark.usefixtures("view")
def test_an_answer_that_fails_is_not_kept(look: Look) -> None:
    for _ in range(2):
        with pytest.raises(KeyError):
            kept.answer(look, nothing)


def nothing(view: View) -> pd.DataFrame:
    return view.now("no such table")


def test_the_answers_of_a_workstream_can_be_kept(look: Look, view: View) -> None:
    whole = kept.answer(look, shown, WORKSTREAMS[0])
    headline = kept.answer(look, shown, WORKSTREAMS[0], 1)
    assert whole == shown(view, WORKSTREAMS[0])
    assert headline.results == whole.results[:1]
    assert len(whole.results) > 1
