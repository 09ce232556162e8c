"""What commands print is text, whatever stands in a file, its name or what is asked for."""

from pathlib import Path

import pytest

from loaders.__main__ import main as reading
from loaders.minutes.__main__ import main as minutes
from loaders.terminal import shown
from reports.__main__ import main as pack
from store.__main__ import main as store
from tests.made.workbooks import of_rows

ORDERS = (
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;http://example.org\x07link",
    "\x9b31mred",
    "a\rb",
    "a\x08\x08b",
    "\u202egnp.exe",
    "a\u200bb",
    "\x7f",
)
FILES = ("\x9b31mred", "\u202egnp", "\x1b[31mred")


@pytest.mark.parametrize("words", ORDERS)
def test_an_order_to_the_terminal_is_written_out(words: str) -> None:
    assert shown(words).isprintable()
    assert all(letter in shown(words) for letter in words if letter.isalnum())


def test_ordinary_text_stands_as_it_is() -> None:
    text = "Première étape – “done”\t£12\nŵ ✓ 日本 🙂"
    assert shown(text) == text


@pytest.mark.parametrize("name", FILES)
def test_no_command_prints_an_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv("PERSON_KEY_SECRET", "for tests")
    cell = name.replace("\x1b", "\x9b")  # a workbook cannot hold the other
    head = ["Ref", "Action", f"Who {cell}", "Due date", "Status"]
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(
        of_rows([head, [1, f"Plan {cell}", cell, "soon", cell], [2, "B", "C", "", ""]])
    )
    (tmp_path / f"{name}.txt").write_text(f"AGREED: that {name} the Head of {name} write a note.")
    reading([str(path)])
    minutes([str(path.with_suffix(".txt"))])
    store(["accept", str(path), "--plan", name, "--as-at", "2024-05-01", "--new"])
    store(["plans"])
    store(["accept", str(path), "--plan", f"no {name}", "--as-at", "2024-05-01"])
    pack(["--plan", f"no {name}", "--meeting", "2024-06-01", "--out", str(tmp_path)])
    said = capsys.readouterr()
    for line in (said.out + said.err).splitlines():
        assert line.isprintable(), repr(line)
    assert "red" in said.out + said.err or "gnp" in said.out + said.err
