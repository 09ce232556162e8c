"""Characters that no form takes are taken out where text comes in, and that is said."""

import sys
from pathlib import Path

import pytest
from lxml import etree

from loaders.check import check_grids
from loaders.choices import Choices
from loaders.formats.fit import fit, fit_all, unfit
from loaders.formats.grid import Grid
from store.access.visitor import AT_THE_MACHINE, acting
from store.database.engine import open_store
from store.plans import add_plan
from store.said.settings import change_setting, setting
from workstreams import TABLES


def test_every_character_is_one_that_a_document_takes_or_is_taken_out() -> None:
    taken = "".join(fit(f"a{chr(code)}b") for code in range(sys.maxunicode + 1))
    element = etree.Element("text")
    element.text = taken
    assert element.text == taken
    assert not unfit(taken)
    taken.encode()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Agree the protocol\x07", "Agree the protocol"),
        ("one\x0btwo", "one\ntwo"),
        ("one\x0ctwo", "one\ntwo"),
        ("nul\x00", "nul"),
        ("half \ud83d", "half "),
        ("line\nbreak\tand tab", "line\nbreak\tand tab"),
        ("é – “fine” 😀", "é – “fine” 😀"),
    ],
)
def test_what_becomes_of_a_text(text: str, meant: str) -> None:
    assert fit(text) == meant
    assert fit_all({"a": [text, {text: 1}]}) == {"a": [meant, {meant: 1}]}


def test_a_file_with_such_characters_is_read_and_that_is_said() -> None:
    rows: list[list[object]] = [
        ["Ref", "Action", "Owner", "Status"],
        ["1", "Agree the protocol\x07", "Head\x0bof law", "Open\x07"],
        ["2", "Train the team", "Trainer", "Closed"],
    ]
    found = check_grids([Grid("Plan", rows)], "p.xlsx", "", TABLES, Choices())
    frame = found.frames["actions"]
    assert frame["title"][0] == "Agree the protocol"
    assert frame["owner"][0] == "Head of law"
    assert frame["status"].to_list() == ["in progress", "complete"]
    (told,) = [p for p in found.problems if "cannot be seen" in p.advice]
    assert (told.level, told.advice[:12]) == ("note", "3 cells hold")


def test_what_is_typed_on_a_page_is_made_fit_too(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with acting(AT_THE_MACHINE):
        plan = add_plan(store, "Plan", "Scrutiny", by="Officer")
        change_setting(store, plan.id, "note", "typed\x07 here", "Officer")
    assert setting(store, plan.id, "note") == "typed here"
