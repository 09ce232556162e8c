"""What a file is, told by its bytes."""

import pytest

from loaders.formats.sniff import kind, wide
from loaders.formats.workbook import CannotRead, grids

CYRILLIC = "Ref,Action\r\n1,Обучить юристов отдела\r\n2,Проверить список\r\n"
PLAIN = "Ref,Action\r\n1,Train the café team\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("text", [PLAIN, CYRILLIC])
def test_text_in_any_width_is_read(text: str, encoding: str) -> None:
    (grid,) = grids(text.encode(encoding), "plan.csv")
    assert grid.values == [line.split(",") for line in text.split("\r\n")[:-1]]


@pytest.mark.parametrize(
    "data",
    [b"Ref,Action\n1,Do it\n", b"\x00\x01\x02\x03" * 50, b"\0" * 40 + b"x", bytes(range(256)) * 4],
)
def test_what_is_not_wide_text_is_not_taken_for_it(data: bytes) -> None:
    assert wide(data) == ""


def test_excels_lock_file_is_told_for_what_it_is() -> None:
    owner = b"\x07J Smith" + b" " * 47 + b"\x07\0J\0 \0S\0m\0i\0t\0h\0" + b" \0" * 48
    with pytest.raises(CannotRead, match=r"only marks that plan\.xlsx is open"):
        kind(owner, "~$plan.xlsx")


def test_a_table_that_is_merely_named_like_a_lock_file_is_read() -> None:
    assert kind(b"Ref,Action\n" + b"1,Do it\n" * 200, "~$plan.csv") == "csv"
