"""No public page and no public pack has the name of a file that nobody cleared."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from reports.forms import FORMS, written
from reports.meeting import pack_for
from store.database.engine import open_store
from store.database.tables import SNAPSHOTS
from store.views import view
from tests.made.packs import drawings, pdf_text
from tests.screens.conftest import OpenPage
from tests.screens.test_every_page import PAGES
from workstreams.view import Audience

PLANTED = "Kayleigh"
OF_OFFICERS = {"upload", "plan_settings"}


@pytest.fixture
def named(own_store: Path) -> sa.Engine:
    """The sample plans, with every file named after a child."""
    store = open_store()
    with store.begin() as connection:
        connection.execute(sa.update(SNAPSHOTS).values(file=f"{PLANTED}’s plan.xlsx"))
    return store


def nodes(block: Block) -> Iterator[Node]:
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from nodes(child)


def sent(app: AppTest) -> str:
    return "".join(str(getattr(node, "proto", "")) for node in nodes(app._tree)) + "".join(
        table.value.to_csv() for table in app.table
    )


def test_no_public_page_names_a_file_and_a_members_page_does(
    named: sa.Engine, open_page: OpenPage
) -> None:
    for page in sorted(set(PAGES) - OF_OFFICERS):
        assert PLANTED not in sent(open_page(page, plan="1")), page
    app = open_page("actions", plan="1")
    assert "workbook of " in sent(app)
    app.segmented_control(key="audience").set_value("members").run()
    assert PLANTED in sent(app)


@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_pack_names_files_in_members_copies_alone(named: sa.Engine, audience: Audience) -> None:
    given = pack_for(named, 1, view(named, 1).as_at, audience)
    files = written(given, FORMS, drawings(given))
    texts = {name: text(data) for name, data in files.items()} | {"pack": repr(given)}
    found = {name for name, words in texts.items() if PLANTED in words}
    # Every file says what it was made from, single pictures too.
    assert found == (set() if audience == "public" else set(texts))


def text(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(data)) as opened:
            return f"{pdf_text(data)}\n{opened.docinfo.get('/Keywords', '')}"
    if not is_zipfile(BytesIO(data)):
        return data.decode("utf-8", "replace")
    with ZipFile(BytesIO(data)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
