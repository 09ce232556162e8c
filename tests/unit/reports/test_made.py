"""Packs from the store: the same again later, of plans small and large, and by command."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
import sqlalchemy as sa

from reports import __main__ as command
from reports.content.blocks import Heading, Table
from reports.content.lists import MOST
from reports.excel import document as excel
from reports.forms import FORMS
from reports.meeting import NothingToReport, fix, made_from, pack_for
from reports.pdf import document as pdf
from reports.slug import slug
from reports.web import document as html
from reports.word import document as word
from store.database.engine import open_store
from store.plans import add, change_plan
from store.said.settings import change_setting
from store.snapshots import snapshots, withdraw
from tests.made.packs import drawings, made
from tests.made.stores import BY, MAY, NOVEMBER, SEPTEMBER, a_plan, accepted, actions, day
from tests.made.written import in_pdf
from workstreams.view import Meeting

MOST_PAGES = 18


def an_action(place: int = 1, **more: object) -> dict[str, object]:
    return {
        "ref": f"Q{place}",
        "title": f"Action {place} of the plan, in words enough to run over a line of a table",
        "owner": "Head of legal services",
        "due_date": day("2021-08-01"),
        "status": "in progress",
    } | more


def pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as opened:
        return len(opened.pages)


def all_forms(given):
    drawn = drawings(given)
    return (
        word.write(given, drawn),
        pdf.write(given, drawn),
        excel.write(given),
        html.write(given),
    )


def test_a_pack_made_again_is_the_same_whatever_came_after(store: sa.Engine) -> None:
    plan = a_plan(store)
    add(store, plan.id, [Meeting(SEPTEMBER, "Scrutiny committee")], BY)
    accepted(store, plan, MAY, actions(an_action()))
    accepted(store, plan, SEPTEMBER, actions(an_action(status="complete"), sha256="b" * 64))
    fix(store, plan.id, SEPTEMBER)
    first = pack_for(store, plan.id, SEPTEMBER)

    accepted(store, plan, NOVEMBER, actions(an_action(2), sha256="c" * 64))
    accepted(store, plan, SEPTEMBER, actions(an_action(3), sha256="d" * 64))
    withdraw(store, snapshots(store, plan.id)[0].id, BY, "The wrong file.")
    change_plan(store, plan.id, BY, committee="Another committee")
    change_setting(store, plan.id, "small_number", 10, BY)
    change_setting(store, plan.id, "date_moves", 1, BY)

    assert all_forms(pack_for(store, plan.id, SEPTEMBER)) == all_forms(first)
    fix(store, plan.id, SEPTEMBER, fresh=True, reason="The wrong file went out.")
    anew = pack_for(store, plan.id, SEPTEMBER)
    assert anew.committee != first.committee or anew.lines != first.lines
    assert dict(anew.facts)["Issue"] == "2, made anew: The wrong file went out."


def test_a_meeting_before_every_upload_has_nothing_to_report(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, actions(an_action()))
    with pytest.raises(NothingToReport, match="no upload for a date up to 20 May 2021"):
        pack_for(store, plan.id, MAY)
    assert made_from(store, plan.id, MAY) is None


def test_a_pack_reports_the_last_upload_before_its_meeting(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions(an_action()))
    accepted(store, plan, NOVEMBER, actions(an_action(2), sha256="b" * 64))
    assert pack_for(store, plan.id, date(2021, 10, 1)).as_at == MAY


def test_a_plan_of_one_action_makes_every_form(store: sa.Engine) -> None:
    plan = a_plan(store)
    accepted(store, plan, SEPTEMBER, actions(an_action()))
    given = pack_for(store, plan.id, SEPTEMBER)
    assert all(all_forms(given))
    assert pages(pdf.write(given, drawings(given))) <= MOST_PAGES


def test_a_plan_of_300_actions_fits_and_says_what_it_leaves_to_the_workbook(
    store: sa.Engine,
) -> None:
    plan = a_plan(store)
    accepted(store, plan, MAY, actions(*(an_action(place) for place in range(300))))
    late = [an_action(place, due_date=day("2021-08-15")) for place in range(300)]
    accepted(store, plan, SEPTEMBER, actions(*late, sha256="b" * 64))
    given = pack_for(store, plan.id, SEPTEMBER)
    tables = [block for block in given.blocks if isinstance(block, Table)]
    assert max(len(table.rows) for table in tables) <= MOST
    overdue = next(table for table in tables if table.caption.startswith("Open actions past"))
    assert f"The first {MOST} of 300 are here" in overdue.caption
    assert all(all_forms(given))
    assert pages(pdf.write(given, drawings(given))) <= MOST_PAGES


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_sample_plan_is_at_most_fourteen_pages_with_a_summary_of_one(place, audience) -> None:
    given = made(place, audience)
    data = in_pdf(place, audience)
    assert pages(data) <= MOST_PAGES
    heads = [b.text for b in given.blocks if isinstance(b, Heading) and b.level == 1]
    with pikepdf.open(BytesIO(data)) as opened, opened.open_outline() as outline:
        second = outline.root[1]
        assert second.title == heads[1]
        assert opened.pages.index(pikepdf.Page(second.destination[0])) == 1


def test_the_command_makes_what_it_is_asked_for(tmp_path, monkeypatch, capsys) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    engine = open_store(url)
    plan = a_plan(engine)
    accepted(engine, plan, SEPTEMBER, actions(an_action()))
    words = ["--plan", plan.name, "--meeting", "2021-09-07", "--out", str(tmp_path / "out")]
    assert command.main([*words, "--only", "excel,html", "--parts", "summary"]) == 0

    def plan_file(ending: str) -> str:
        return f"{slug(plan.committee)}_2021-09-07_improvement-plan_{ending}".lstrip("_")

    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        plan_file("data_public.xlsx"),
        plan_file("report_public.html"),
    ]
    first = (tmp_path / "out" / names[0]).read_bytes()
    accepted(engine, plan, SEPTEMBER, actions(an_action(2), sha256="b" * 64))
    assert command.main([*words, "--only", "excel", "--parts", "summary"]) == 0
    assert (tmp_path / "out" / names[0]).read_bytes() == first
    assert "made from what was known at" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_in_one_line(tmp_path, monkeypatch, capsys) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    plan = a_plan(open_store(url))
    out = ["--out", str(tmp_path)]
    assert command.main(["--plan", "None such", "--meeting", "2021-09-07", *out]) == 2
    assert "There is no plan called “None such”. The plans are: “Improvement plan”." in _said(
        capsys
    )
    assert command.main(["--plan", plan.name, "--meeting", "2021-09-07", *out]) == 2
    assert "There is no upload for a date up to 7 September 2021." in _said(capsys)
    with pytest.raises(SystemExit):
        command.main(["--plan", plan.name, "--meeting", "7/9/21", *out])
    assert "is not a date. Write it as 2021-09-07." in _said(capsys)
    with pytest.raises(SystemExit):
        command.main(["--plan", plan.name, "--meeting", "2021-09-07", *out, "--only", "paper"])
    assert f"“paper” is not one of {', '.join(FORMS)}" in _said(capsys)


def _said(capsys) -> str:
    return str(capsys.readouterr().err)
