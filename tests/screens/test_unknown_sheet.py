"""A sheet that was not recognised is asked about where it is listed, and read at once."""

from pathlib import Path

from tests.screens.conftest import OpenPage
from tests.screens.reading import said
from tests.screens.test_upload import chosen

ODD = (
    ("Asset name", "Serial number", "Room", "Price"),
    *((f"Desk {at}", f"S{at}", "Room 1", 10 * at) for at in range(1, 9)),
)


def test_choosing_what_a_sheet_holds_reads_it_at_once(own_store: Path, open_page: OpenPage) -> None:
    app = chosen(open_page("upload", plan="1"), ODD)
    (asked,) = [one for one in app.selectbox if one.label.endswith("holds")]
    text = said(app)
    assert "was not recognised" in text
    assert "8 rows under “Asset name”, “Serial number”, “Room” and “Price”." in text
    assert app.table[0].value.iloc[0]["Taken for"] == "Nothing we know, so not used"
    asked.set_value("actions").run()
    assert not app.exception
    assert app.table[0].value.iloc[0]["Taken for"] == "Actions"
    assert not [one for one in app.selectbox if one.label.endswith("holds")]
