"""Accepting a file from the command line: where it goes, what must be confirmed, what is told."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.choices import EACH, Choices
from loaders.guarded.safely import check
from loaders.outcome import Checked
from loaders.repeated.copies import only
from store import plans, snapshots
from store.accepting.again import accept_again
from store.accepting.doubts import doubts
from store.access.roles import Right
from store.commands import no_such_plan, plan_named
from store.database.engine import Engine, writing
from store.refused import Refused
from store.said.remembered import NOT_YET, is_laid_out_anew, remembered
from store.same_upload import same_records
from store.sources.kept import Adds, Into, sources
from store.sources.proposed import propose
from store.upload_rows import ANY
from workstreams import TABLES
from workstreams.names import folded
from workstreams.view import Plan, Snapshot, Source

SHOWN = 20
"""How many problems are printed; the rest are counted."""


def accept(engine: Engine, given: argparse.Namespace) -> None:
    """Store the file that the words name, and print what became of it. Raises ``Refused``."""
    found = plan_named(engine, given.plan)
    if found is None and not given.new:
        raise Refused(f"{no_such_plan(engine, given.plan)} Add --new to make it a new plan.")
    old = _old(engine, found, given)
    data = given.file.read_bytes()
    as_at = given.as_at or (old.as_at if old else None)
    choices = replace(remembered(engine, found.id if found else None), as_at=as_at)
    if given.each_month:
        choices = replace(choices, copies=EACH)
    choices = replace(choices, read_before=NOT_YET)
    checked = check(data, given.file.name, TABLES, choices)
    last = as_at or (checked.copies[-1].as_at if checked.copies else None)
    if last is None:
        raise Refused("Say with --as-at on which day the figures were true.")
    into = old.source if old else _into(engine, found, given, last, checked)
    if found is not None and isinstance(into, Source):
        before = remembered(engine, found.id, into.id).read_before
        if is_laid_out_anew(checked, before):
            choices = replace(choices, read_before=before)
            checked = check(data, given.file.name, TABLES, choices)
    there = _dates(engine, found, into)
    latest = last, checked
    uploads = [latest] if old else _uploads(data, given, choices, latest, there)
    reasons = {ANY: given.reason}
    same = same_records(engine, found.id, uploads[-1][1]) if found else None
    if old and found:
        one = accept_again(
            engine, found.id, old, last, checked, given.by, given.why, reasons=reasons
        )
        print(f"It takes the place of upload {old.id}, which is kept with your reason.")
        _print_stored(engine, found.id, [one.id], uploads)
        return
    # One transaction for both: a file that is refused leaves no new plan behind.
    with writing(engine, Right.UPLOAD if found else Right.PLANS) as connection:
        facts = (given.plan, given.committee, "", "", "")
        plan_id = found.id if found else plans.add_plan_in(connection, *facts, given.by)
        ids = snapshots.accept_in(connection, plan_id, uploads, given.by, reasons, into=into)
    _print_stored(engine, plan_id, ids, uploads)
    if same:
        print(f"  Every row is in {same.file} too, as at {printed(same.as_at)}.")


def _old(engine: Engine, plan: Plan | None, given: argparse.Namespace) -> Snapshot | None:
    """The upload that the file is to take the place of; None where none is named."""
    if given.again is None:
        return None
    if given.each_month or given.source or given.new_source or given.new:
        raise Refused(
            "A file that is read again goes where it was: leave out --source, --new-source, --new "
            "and --each-month."
        )
    if not given.why.strip():
        raise Refused("Say with --why for what reason this file is read again; it is kept.")
    standing = snapshots.snapshots(engine, plan.id) if plan else ()
    old = next((one for one in standing if one.id == given.again), None)
    if old is None:
        raise Refused(f"“{given.plan}” has no upload {given.again} in use. See: store uploads.")
    return old


def _print_stored(
    engine: Engine, plan_id: int, ids: Sequence[int], uploads: Sequence[tuple[date, Checked]]
) -> None:
    """Print what became of each upload: its number, its source, how much of it was read."""
    stored = {one.id: one for one in snapshots.snapshots(engine, plan_id)}
    name = plans.plan(engine, plan_id).name
    for snapshot_id, (_, checked) in zip(ids, uploads, strict=True):
        snapshot = stored[snapshot_id]
        print(f"Upload {snapshot.id} of “{name}”, as at {printed(snapshot.as_at)}, is stored.")
        print(f"  Source: {snapshot.source.name}")
        for table in snapshot.tables:
            left_out = f", {table.rows_left_out} left out" if table.rows_left_out else ""
            print(f"  {table.sheet}: {table.rows_read} rows read{left_out}")
        _print_problems(checked)


def _uploads(
    data: bytes,
    given: argparse.Namespace,
    choices: Choices,
    latest: tuple[date, Checked],
    there: set[date],
) -> list[tuple[date, Checked]]:
    """The file as it is stored: once, or once for each date that it holds and is not ``there``."""
    last, checked = latest
    if choices.copies != EACH or not (checked.copies or given.each_month):
        return [latest]
    if not checked.copies:
        raise Refused(
            "This file has no sheets of one list at several dates. Leave out --each-month."
        )
    earlier = [
        (one.as_at, check(data, given.file.name, TABLES, only(checked, one, choices, one.as_at)))
        for one in checked.copies[:-1]
        if one.as_at and one.as_at < last and one.as_at not in there
    ]
    return [*earlier, latest]


def _dates(engine: Engine, plan: Plan | None, into: Into | None) -> set[date]:
    """The dates that the source which a file goes to has a snapshot of."""
    if plan is None:
        return set()
    return {one.as_at for one in snapshots.snapshots(engine, plan.id) if one.source == into}


def _print_problems(checked: Checked) -> None:
    for problem in checked.problems[:SHOWN]:
        print(f"  {problem.level}: {problem}")
    if len(checked.problems) > SHOWN:
        print(f"  and {len(checked.problems) - SHOWN} more")
    for left in checked.left_out:
        print(f"  {left.sheet} was left out: {left.why}")
    for note in checked.notes:
        print(f"  {note}")


def _into(
    engine: Engine,
    plan: Plan | None,
    given: argparse.Namespace,
    as_at: date,
    checked: Checked,
) -> Into | None:
    """The source that a file continues or adds: as said, else as proposed where that is sure.

    Raises ``Refused`` where it must be said, or something that is odd must be confirmed.
    """
    if plan is None:
        if given.source:
            raise Refused("A new plan has no source yet. Say --new-source to name its first.")
        return Adds(given.new_source) if given.new_source else None
    there = {folded(one.name): one for one in sources(engine, plan.id)}
    into: Into
    if given.new_source:
        into = Adds(given.new_source)
    elif given.source:
        if folded(given.source) not in there:
            names = ", ".join(f"“{one.name}”" for one in there.values()) or "none yet"
            raise Refused(
                f"“{plan.name}” has no source called “{given.source}”. Its sources are: {names}. "
                "Say --new-source to add one."
            )
        into = there[folded(given.source)]
    else:
        proposal = propose(engine, plan.id, checked)
        if not proposal.sure:
            names = " or ".join(f"--source “{one.name}”" for one in there.values())
            raise Refused(
                f"Say which file of the plan this is. {proposal.why} Add {names} where it is the "
                f"next one of that, or --new-source “{proposal.name}” where the plan has not had "
                "it before."
            )
        into = proposal.into
    odd = [
        one for one in doubts(engine, plan.id, checked, as_at, into) if one.key not in given.confirm
    ]
    if odd:
        said = " ".join(f"{one.found} Is it so: {one.yes[:1].lower()}{one.yes[1:]}?" for one in odd)
        raise Refused(f"{said} Then add {' '.join(f'--confirm {one.key}' for one in odd)}.")
    return into


def printed(when: date) -> str:
    """A date in words."""
    return f"{when.day} {when:%B %Y}"
