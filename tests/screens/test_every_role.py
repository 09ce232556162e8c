"""Every page as every role and as nobody: what is there to press, and what pressing it does.

Pages come from the menu's own list and buttons from the pages themselves; what they are compared
with is ``offered`` and the one table of roles and rights.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import streamlit as st
from streamlit.testing.v1 import AppTest

from reports.updates.asking import prepare
from store import plans, snapshots
from store.access.roles import ALLOWED, Right, Role
from store.access.visitor import NOBODY, Visitor
from store.database import engine
from store.database.engine import open_store
from store.keeping.archived import archive
from store.people import give
from store.refused import Refused
from store.said.packs import issue
from tests.made.sample import sample_copy
from tests.made.stores import BY
from tests.screens.conftest import OpenPage
from tests.screens.offered import ELSEWHERE, NAMED, NOTES, OF_THE_WHOLE, OFFERED, written_in_code
from tests.screens.reading import opened_in_turn, said
from tests.source import ROOT
from ui.door import downloads, gate
from ui.pieces import take_chart
from ui.pieces.charts import TAKE
from ui.shell import frame

ORDER = list(Role)
PAGES = [page for page in OFFERED if page != "start"]
PRESSED_ELSEWHERE = {
    "Preview": "makes a whole pack; `test_committee_pack` does",
    "Get the pack": "makes a whole pack; `test_committee_pack` does",
}
WRITES_AS = {"Withdraw this upload": Right.UPLOAD}
"""An upload of one's own is undone with the right to upload; another's is asked about once more."""
ENTERED = {
    "Name of the plan": "Children's Legal Team Improvement Plan",  # an administrator's to change
    "Link to it, if there is one": "https://example.gov.uk/",
    "E-mail address": "clerk@example.gov.uk",
}
LIVED_IN = {"upload", "updates", "committee_pack", "plan_settings", "people"}
"""Pages that have more to press after a while; the others share their store with other tests."""
FIRST = "Children's Legal Team"
REFUSED = b"Not for you any more."


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample plans after a while: asked of owners, a pack issued, a plan put away."""
    path = sample_copy(tmp_path_factory.mktemp("roles") / "lived-in.sqlite")
    store = open_store(f"sqlite:///{path}")
    give(store, "clerk@example.gov.uk", Role.MEMBER, 1, BY)
    prepare(store, 1, date(2023, 1, 24), None, "Dear [owner]", BY)
    met = [one.when for one in plans.meetings(store, 1)]
    issue(store, 1, max(when for when in met if when <= date(2022, 11, 22)), BY)
    snapshots.withdraw(store, snapshots.snapshots(store, 2)[0].id, BY, "Wrong file")
    away = plans.add_plan(store, "Put away", "A committee", "", "", by=BY)
    archive(store, away.id, BY, "Over")
    return path


class Visit:
    """Whoever is looking, to be changed between two clicks; what was let in; what may be taken."""

    def __init__(self) -> None:
        self.who = NOBODY
        self.let_in: list[tuple[Right, int | None]] = []
        self.taken: dict[str, tuple[downloads.Asks, Callable[[], bytes | str]]] = {}

    def of(self, role: Role, plan_id: int | None = None) -> None:
        self.who = Visitor("Signed in", {plan_id: role})


@pytest.fixture
def visit(
    request: pytest.FixtureRequest,
    sample_file: Path,
    lived_in: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Visit:
    """A visit to a store in which nothing that is pressed is kept."""
    own = getattr(request.node, "callspec", None)
    path = lived_in if own and own.params["page"] in LIVED_IN else sample_file
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    made = Visit()
    monkeypatch.setattr("ui.door.visitor._who", lambda how, request: made.who)
    monkeypatch.setattr(take_chart, "browser", lambda: "a browser")

    kept, require = engine._writing, engine.require

    @contextmanager
    def nothing_is_kept(store: sa.Engine) -> Iterator[sa.Connection]:
        if made.let_in[-1][0] not in ALLOWED[Role.MEMBER]:
            raise Refused("Nothing is kept here.")
        with kept(store) as connection:  # lines worked out for those who only look
            yield connection

    def asked(right: Right, plan_id: int | None = None) -> None:
        require(right, plan_id)
        made.let_in.append((right, plan_id))

    again = downloads.asked_again

    def taken(make: Any, asks: downloads.Asks, mime: str) -> Callable[[], bytes | str]:
        given = again(make, asks, mime)
        made.taken[str(len(made.taken))] = (asks, given)
        return given

    monkeypatch.setattr(engine, "_writing", nothing_is_kept)
    monkeypatch.setattr(engine, "require", asked)
    monkeypatch.setattr(downloads, "refusal", lambda mime, sentence: REFUSED)
    monkeypatch.setattr(downloads, "asked_again", taken)
    return made


def there(app: AppTest) -> set[str]:
    """What a page has to press, to take and to bring."""
    drawn = [*app.button, *app.get("download_button"), *app.get("file_uploader")]
    return {one.proto.label for one in drawn}


def walked(open_page: OpenPage, page: str) -> Iterator[AppTest]:
    """A page in each of its states: as it opens, each section open, each chooser moved."""
    app = open_page(page, plan="1")
    yield from opened_in_turn(app)
    match page:
        case "actions":
            app = open_page(page, plan="1")
            yield next(one for one in app.pills if TAKE in one.options[-1]).set_value(TAKE).run()
            yield from _opened_record(open_page(page, plan="1", ask="records"))
        case "upload":
            yield from _at_the_end(open_page(page, plan="2"), "Upload")
        case "committee_pack":
            yield from _at_the_end(app, "Meeting")


def _at_the_end(app: AppTest, label: str) -> Iterator[AppTest]:
    """The page with the last of a list chosen, the oldest, where this visitor has the list."""
    for box in [one for one in app.selectbox if one.label == label]:
        yield box.select(box.options[-1]).run()


def _opened_record(app: AppTest) -> Iterator[AppTest]:
    for record in [one for one in app.selectbox if one.label == "Open a record"]:
        yield record.select_index(0).run()
        for what in [one for one in app.selectbox if one.label == "Officers: record"]:
            yield what.select_index(0).run()


def opens(page: str) -> Right:
    return next((right for name, _, right in frame.OF_A_ROLE if name == page), Right.SEE)


def of_role(page: str, role: Role) -> set[str]:
    """What the tables let a role have on a page, in every plan."""
    if opens(page) not in ALLOWED[role]:
        return set()
    return {
        label
        for right, labels in OFFERED[page].items()
        if right in ALLOWED[role]
        for label in labels
    }


def test_every_page_of_the_menu_and_every_button_in_the_code_is_in_the_table(
    visit: Visit, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: set[str] = set()

    def listed(*given: Any) -> Sequence[st.Page]:
        made = menu(*given)
        pages.update(page.url_path for page in made)
        return made

    menu = frame.menu
    monkeypatch.setattr(frame, "menu", listed)
    open_page("definitions")
    pages = {page or "start" for page in pages}  # the first page has no address of its own
    assert pages | {path.stem for path in (ROOT / "pages").glob("*.py")} == set(OFFERED)
    known = {label for labels in OFFERED.values() for some in labels.values() for label in some}
    unknown = {
        (file, label)
        for file, label in written_in_code()
        if label not in known | ELSEWHERE.keys() and (file, label) not in NAMED
        if not any(fnmatchcase(one, label.replace("…", "*")) for one in known)
    }
    assert not unknown, "enter it in `offered`"


@pytest.mark.parametrize("page", PAGES)
def test_each_role_is_offered_what_it_may_do_and_no_more(
    visit: Visit, open_page: OpenPage, page: str
) -> None:
    for role in reversed(ORDER):
        visit.of(role)
        visit.taken.clear()
        found: set[str] = set()
        same = role is Role.ADMINISTRATOR and of_role(page, Role.OFFICER) == of_role(page, role)
        for app in [open_page(page, plan="1")] if same else walked(open_page, page):
            found |= there(app)
        assert found <= of_role(page, role), role
        assert same or found == of_role(page, role), role
        if opens(page) not in ALLOWED[role]:
            assert "You may not" in said(app)
            continue
        for asks, given in visit.taken.values():
            assert {right for right, _ in asks} <= ALLOWED[role]
            visit.who = NOBODY  # between the drawing and the press
            assert downloads.NOT_NOW in str(given()) or given() != b""
            visit.of(role)


@pytest.mark.parametrize("page", PAGES)
def test_nobody_and_whoever_has_another_plan_alone_are_shown_and_offered_nothing_of_this(
    visit: Visit, open_page: OpenPage, page: str
) -> None:
    nobody = open_page(page, plan="1")
    assert [one.value for one in nobody.error] == [gate.NOT_THIS_MACHINE]
    assert not there(nobody)
    assert not nobody.metric
    visit.of(Role.ADMINISTRATOR, 2)
    asked = open_page(page, plan="1")
    assert FIRST not in said(asked)
    own = open_page(page, plan="2")
    assert FIRST not in said(own)
    offered = {label for label in there(own) if "blank workbook" not in label}
    assert offered <= of_role(page, Role.ADMINISTRATOR) - OF_THE_WHOLE
    assert not {plan for asks, _ in visit.taken.values() for _, plan in asks} - {2}


def _wrote(visit: Visit) -> set[tuple[Right, int | None]]:
    """What was let in to write, beside lines worked out for those who only look."""
    return {(right, plan) for right, plan in visit.let_in if right not in ALLOWED[Role.MEMBER]}


def _filled(app: AppTest, form: str) -> None:
    """Enters something else in each field of a form; what stands at the side is of none."""
    fields: dict[str, list[Any]] = {
        kind: [one for one in app.main.get(kind) if one.form_id == form]
        for kind in ("text_input", "text_area", "number_input", "date_input", "radio")
    }
    for words in (*fields["text_input"], *fields["text_area"]):
        if "leave blank" not in words.label:
            words.set_value(ENTERED.get(words.label, f"{words.value or ''} Anything"))
    for number in fields["number_input"]:
        number.set_value(50) if number.value is None else number.increment()
    for day in [one for one in fields["date_input"] if one.value is None]:
        day.set_value(date(2023, 1, 24))
    for one in [one for one in fields["radio"] if one.value is None]:
        one.set_value(one.options[0])
    for some in [one for one in app.multiselect if one.form_id == form and not one.value]:
        some.set_value(some.options[:1])
    for one in [one for one in app.selectbox if one.form_id == form and one.value is None]:
        one.select_index(0)


def _pressed(app: AppTest, label: str) -> None:
    button = next(one for one in app.button if one.label == label)
    _filled(app, button.form_id)
    button.click().run()


WRITTEN = [
    page
    for page in PAGES
    if OFFERED[page] is not NOTES  # pressed on the page of actions, with the same code
    if any(right not in ALLOWED[Role.READER] for right in OFFERED[page])
]


@pytest.mark.parametrize("page", WRITTEN)
def test_what_is_pressed_asks_for_its_right_and_does_nothing_once_the_role_is_taken_away(
    visit: Visit, open_page: OpenPage, page: str
) -> None:
    """Each button is pressed by the least role that has it, then by the next less one."""
    rights = {label: right for right, some in OFFERED[page].items() for label in some}
    writes = rights | WRITES_AS
    wrong: list[str] = []
    for role in (Role.OFFICER, Role.ADMINISTRATOR):
        visit.of(role)
        open_to = {
            label
            for label, right in rights.items()
            if least(right) is role and label not in PRESSED_ELSEWHERE
        }
        for app in walked(open_page, page):
            for label in sorted({one.label for one in app.button} & open_to):
                open_to.remove(label)
                visit.let_in.clear()
                _pressed(app, label)
                if writes[label] not in {right for right, _ in _wrote(visit)}:
                    wrong.append(f"“{label}” asked for {_wrote(visit)}")
                visit.let_in.clear()
                visit.of(ORDER[ORDER.index(role) - 1])
                _pressed(app, label)
                if _wrote(visit):
                    wrong.append(f"“{label}” asked for {_wrote(visit)} after the role was gone")
                visit.of(role)
                app.run()
    assert not wrong


def least(right: Right) -> Role:
    """The role that may do least of those that may do this."""
    return next(role for role in ORDER if right in ALLOWED[role])
