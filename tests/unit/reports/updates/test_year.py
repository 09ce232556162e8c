"""A year of meetings of an invented plan, from asking to accepting, beside the known truth.

Sheets come back sorted, renamed, as CSV, twice, with a key that was changed, and after the sheets
of the next meeting went out; the minutes of each meeting bring an action that is asked about next.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

import sqlalchemy as sa
from openpyxl.worksheet.worksheet import Worksheet

from loaders.check import check
from loaders.returned.read import Returned, read
from reports.updates.asking import prepare
from reports.updates.returned import take
from store import plans, snapshots
from store.said.minuted import Kept, keep
from store.said.remembered import remembered
from store.said.updates import keep_returned, returned_of
from store.views import view
from tests.made.stores import BY, a_plan
from tests.made.updates.returned import Answers, as_csv, edited, filled, sheets
from tests.made.workbooks import of_rows
from workstreams import TABLES
from workstreams.actions.book import book
from workstreams.actions.columns import ACTIONS
from workstreams.actions.minuted import Draft, rows
from workstreams.view import Meeting

BEGUN = date(2021, 1, 11)
MEETINGS = [date(2021, month, 20) for month in (2, 4, 6, 8, 10, 12)]
OWNERS = ("Clerk", "Head of service", "Team manager")
HEADINGS = ("Ref", "Action", "Owner", "Due date", "Revised date", "Status", "Progress", "Evidence")
THINGS = (
    *("Publish the duty rota", "Recruit two solicitors", "Train every manager in supervision"),
    *("Write to families about their views", "Agree a protocol with the courts"),
    *("Audit case files each quarter", "Review the escalation procedure"),
    *("Replace the case management system", "Set a budget for interpreters"),
)
MINUTED = (
    *("Bring the vacancy figures", "Invite the family court judge", "Circulate the staff survey"),
    *("Report on complaints of young people", "Visit the contact centre"),
)
PROGRESS = ("Begun", "Half way", "A draft is with legal services", "Waiting for the board")


@dataclass(frozen=True)
class Told:
    """An action as it truly stands."""

    status: str
    due: date | None
    progress: str = ""
    evidence: str = ""

    def after(self, said: Answers) -> "Told":
        """It as its owner says it stands now."""
        found = self
        if "status" in said:
            found = replace(found, status=str(said["status"]).lower())
        if isinstance(when := said.get("new_date"), datetime):
            found = replace(found, due=when.date())
        if "progress" in said:
            found = replace(found, progress=str(said["progress"]))
        if (shown := str(said.get("evidence", ""))) and shown not in self.evidence:
            found = replace(found, evidence="; ".join(filter(None, (self.evidence, shown))))
        return found


def answers(chance: Random, meeting: date) -> Answers:
    """What an owner says of one action; now and then nothing."""
    said: dict[str, object] = {}
    if chance.random() < 0.7:
        said["progress"] = f"{chance.choice(PROGRESS)}, {meeting:%B}"
    if chance.random() < 0.25:
        said["status"] = chance.choice(["Complete", "In progress", "Not started"])
    if chance.random() < 0.25:
        said["evidence"] = f"Minute {chance.randint(1, 99)}"
    if chance.random() < 0.25:
        later = meeting + timedelta(days=chance.randint(30, 200))
        said["new_date"] = datetime(later.year, later.month, later.day)  # noqa: DTZ001
    return said


def turned(page: Worksheet, head: int) -> None:
    """The rows of the table the other way about, each whole."""
    filled_in = [row for row in page.iter_rows(min_row=head + 1) if row[0].value]
    values = [[cell.value for cell in row] for row in filled_in]
    for row, others in zip(filled_in, reversed(values), strict=True):
        for cell, value in zip(row, others, strict=True):
            cell.value = value


def spoilt(page: Worksheet, head: int) -> None:
    for (cell,) in page.iter_rows(min_row=head + 1, max_col=1):
        if cell.value:
            cell.value = f"{str(cell.value)[:-1]}{'0' if str(cell.value)[-1] != '0' else '1'}"


def came_back(data: bytes, said: list[Answers], owner: str, chance: Random) -> list[Returned]:
    """A sheet as it comes back: in one of many forms, perhaps twice, perhaps with a spoilt copy."""
    whole = filled(data, *said)
    form = chance.choice(["as sent", "sorted", "csv"])
    files = {
        "as sent": (whole, f"{owner}.xlsx"),
        "sorted": (edited(whole, turned), "Copy of update (3).xlsx"),
        "csv": (as_csv(whole), f"update_{owner[:3]}.csv"),
    }
    found = [read(*files[form])]
    if chance.random() < 0.5:
        found.append(read(whole, "again.xlsx"))
    if chance.random() < 0.5:
        found.append(read(edited(whole, spoilt), "spoilt.xlsx"))
    return found


def standing(store: sa.Engine, plan_id: int) -> dict[str, Told]:
    now = book(view(store, plan_id)).now
    assert now["listed"].all()
    return {
        row["title"]: Told(
            row["reported_status"],
            row["current_due"].date() if row["current_due"] == row["current_due"] else None,
            row["update"] if isinstance(row["update"], str) else "",
            row["evidence"] if isinstance(row["evidence"], str) else "",
        )
        for row in now.to_dict("records")
    }


def test_at_every_meeting_the_plan_is_what_owners_truly_said(store: sa.Engine) -> None:
    chance = Random(2)
    plan = a_plan(store)
    plans.add(store, plan.id, [Meeting(when) for when in MEETINGS], BY)
    due = date(2021, 9, 30)
    first = [
        (str(at + 1), thing, OWNERS[at % 3], due, None, "In progress", "Asked for", "")
        for at, thing in enumerate(THINGS)
    ]
    checked = check(of_rows((HEADINGS, *first)), "Plan.xlsx", TABLES, remembered(store, plan.id))
    snapshots.accept(store, plan.id, BEGUN, checked, BY, {"": "Sent so."})
    truth = {thing: Told("in progress", due, "Asked for") for thing in THINGS}
    late: list[Returned] = []
    untaken: list[str] = []
    for number, meeting in enumerate(MEETINGS):
        asked = prepare(store, plan.id, meeting, meeting - timedelta(days=5), "", BY)
        sent = sheets(asked.zip)
        files, late, owners = late, [], []
        overdue = len(files)
        for sheet in asked.asked.sheets:
            said = [answers(chance, meeting) for _ in sheet.actions]
            if chance.random() < 0.2:
                late += [read(filled(sent[sheet.owner], *said), "late.xlsx")]
                continue
            owners.append(sheet.owner)
            files += came_back(sent[sheet.owner], said, sheet.owner, chance)
            for (_, _, words), one in zip(sheet.actions, said, strict=True):
                truth[words] = truth[words].after(one)
        chance.shuffle(files)
        draft = take(store, plan.id, meeting, files)
        assert draft.found.conflicts == ()
        assert draft.found.returned == tuple(owners)
        assert set(draft.found.missing) == {one.owner for one in asked.asked.sheets} - set(owners)
        told = [why for _, why in draft.found.untaken]
        assert sum("asked for the meeting on" in why for why in told) == overdue
        untaken += told
        (part,) = draft.parts
        assert part.book.lost == ()
        if part.made.changes:
            checked = check(part.book.data, part.file, TABLES, remembered(store, plan.id))
            when = meeting - timedelta(days=1)
            made = snapshots.accept(store, plan.id, when, checked, BY, {"": "Sent so."})
            keep_returned(store, plan.id, part.found, made.id, BY)
            assert returned_of(store, plan.id, meeting) == tuple(owners)
        assert standing(store, plan.id) == truth
        if number < len(MINUTED):
            words = MINUTED[number]
            item = Draft("action", "", words, "Clerk", None, number)
            frame, wrong = rows([item], meeting, "Scrutiny committee", b"k" * 32)
            assert not wrong
            stood = view(store, plan.id).as_at
            keep(store, plan.id, Kept(ACTIONS.key, frame, [("", words)]), stood, BY)
            truth[words] = Told("unknown", None)
            assert standing(store, plan.id) == truth
    # The year had one of each at least.
    for why in ("the key was changed", "asked for the meeting on"):
        assert any(why in one for one in untaken)
