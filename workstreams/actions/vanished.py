"""Actions that the file does not have any more, with what an officer recorded about why."""

import pandas as pd

from workstreams.actions.book import book
from workstreams.actions.listings import days, listing
from workstreams.actions.recorded import OUTCOMES
from workstreams.view import View
from workstreams.wording import sentence

UNSAID = "Not recorded yet"
REASONS = {outcome: sentence(reason) for reason, outcome in OUTCOMES.items()}


def vanished_table(view: View) -> pd.DataFrame:
    """Every action once listed and not in the latest file, those nobody explained first.

    Text cells under on-screen headings, indexed by the action's last record.
    """
    found = book(view)
    rows = found.now[~found.now["listed"]]
    said = found.judged.gone.drop_duplicates("life", keep="last").set_index("life")["outcome"]
    why = said.reindex(rows.index).map(REASONS).where(rows["explained"])
    order = why.notna().sort_values(kind="stable").index
    rows, why = rows.loc[order], why.loc[order]
    return listing(
        rows,
        {
            "No longer listed since": days(rows["not_listed_since"]),
            "Last reported status": [sentence(str(status)) for status in rows["status"]],
            "Due": days(rows["current_due"]),
            "Why": [text if isinstance(text, str) else UNSAID for text in why],
        },
    )
