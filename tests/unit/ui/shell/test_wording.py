"""Officers' words and colours as they are put on the screen."""

import re
from datetime import date
from random import Random

import pytest

from ui.shell import wording
from ui.shell.wording import JOINED, as_typed
from workstreams.colour_names import named
from workstreams.wording import short_day


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**urgent**", r"\*\*urgent\*\*"),
        ("# not a heading", r"\# not a heading"),
        (":red[no]", r"\:red\[no\]"),
        ("1. first", r"1\. first"),
        ("- first\n- second", "\\- first\n\\- second"),
        ("so\n2) second", "so\n2\\) second"),
        ("heading\n---", "heading\n\\---"),
        ("    set in", "set in"),
        ("\tset in", "set in"),
        ("-5 and well-known", "-5 and well-known"),
        ("costs $5 and $6", r"costs \$5 and \$6"),
        ("plain words, (in brackets) 50% - done", "plain words, (in brackets) 50% - done"),
    ],
)
def test_officers_words_are_never_formatting(typed: str, shown: str) -> None:
    assert as_typed(typed) == shown


def test_a_text_that_is_left_as_it_is_would_have_come_out_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = Random(7)
    alphabet = [
        "a",
        "9",
        "\u0663",
        " ",
        "    ",
        ". ",
        ") ",
        "-",
        "\n",
        "\t",
        ":material/",
        *"#*\\\u202e",
    ]
    texts = ["".join(chance.choices(alphabet, k=6)) for _ in range(5_000)]
    quick = [as_typed(text) for text in texts]
    monkeypatch.setattr(wording, "_ANYTHING", re.compile(""))
    assert quick == [as_typed(text) for text in texts]


def test_a_date_in_a_table_never_breaks() -> None:
    assert short_day(date(2022, 11, 2)) == "2\u00a0Nov\u00a02022"


@pytest.mark.parametrize(
    ("found", "called"),
    [
        ("G", "“G”"),
        ("FF0000", "red fill (FF0000)"),
        ("FFC000", "amber fill (FFC000)"),
        ("FFFF00", "yellow fill (FFFF00)"),
        ("00B050", "green fill (00B050)"),
        ("0070C0", "blue fill (0070C0)"),
        ("7030A0", "purple fill (7030A0)"),
        ("C6EFCE", "pale green fill (C6EFCE)"),
        ("A6A6A6", "grey fill (A6A6A6)"),
        ("000000", "black fill (000000)"),
    ],
)
def test_a_colour_is_called_what_people_call_it(found: str, called: str) -> None:
    assert named(found) == called


@pytest.mark.parametrize("text", [":material/skull:", "see :streamlit: now", "a :material/x: b"])
def test_no_icon_is_drawn_from_a_cell_and_its_letters_stay(text: str) -> None:
    shown = as_typed(text).replace("\\", "")
    assert ":material" not in shown
    assert ":streamlit" not in shown
    assert shown.replace(JOINED, "") == text


def test_words_of_a_cell_turn_no_others_round() -> None:
    assert as_typed("a \u202egnp.exe\u202c b \u2066c\u2069") == "a gnp.exe b c"
