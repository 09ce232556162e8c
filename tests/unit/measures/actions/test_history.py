"""Every event of an invented plan, against what its inventor wrote down as it happened."""

import pandas as pd
import pytest

from benchmarks.made.invented_plan import invent
from measures.actions.history import events
from measures.following.lives import lives

TOLD = ["life", "as_at", "event", "was", "now", "days", "record_id"]
EVERY = {
    *("first listed", "date set", "date moved", "date taken away", "date given back"),
    *("complete", "reopened", "withdrawn", "status changed", "owner changed", "owner taken away"),
    *("renumbered", "reworded", "updated", "evidence given", "evidence taken away"),
    *("no longer listed", "listed again"),
}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_event_of_a_truly_followed_action_is_exact(seed: int) -> None:
    history, truth = invent(300, 60, seed)
    known = lives(history)
    # The same set of records, so surely the same action: life found -> true life.
    true = {tuple(r.index): life for life, r in truth.life.groupby(truth.life)}
    found = {tuple(r): life for life, r in known.records.groupby("life")["record_id"]}
    both = {found[records]: true[records] for records in true.keys() & found.keys()}
    assert len(both) / len(true) >= 0.97

    said = events(known)
    said = said[said["life"].isin(both)].assign(life=lambda rows: rows["life"].map(both))
    must = truth.events[truth.events["life"].isin(both.values())]

    assert set(said["event"]) == set(must["event"]) == EVERY
    order = ["life", "as_at", "event", "record_id"]
    pd.testing.assert_frame_equal(
        said[TOLD].sort_values(order, ignore_index=True),
        must[TOLD].sort_values(order, ignore_index=True),
        check_dtype=False,
    )
