"""Actions that the file does not have any more, with what an officer recorded about why."""

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.draft import shortened
from workstreams.actions.listings import TEXT, days, listing
from workstreams.actions.said.judgements import why_gone
from workstreams.view import View
from workstreams.wording import sentence

UNSAID = "Not recorded yet"


def vanished_table(view: View) -> pd.DataFrame:
    """Every action once listed and not in the latest file, those nobody explained first.

    Text cells under on-screen headings, indexed by the action's last record.
    """
    found = book(view)
    rows, gone = found.now[~found.now["listed"]], found.judged.gone
    rows = rows.sort_values("explained", kind="stable")
    return listing(
        rows,
        {
            "No longer listed since": days(rows["not_listed_since"]),
            "Last reported status": [sentence(status) for status in rows["reported_status"]],
            "Due": days(rows["current_due"]),
            "Why": [
                UNSAID
                if number < 0
                else sentence(shortened(why_gone(gone.loc[number, "value"]), TEXT))
                for number in rows["reason"]
            ],
        },
    )
