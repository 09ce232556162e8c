"""Questions about recommendations: whether they are answered, why not, and what delivers them."""

from measures.actions.recommendations import orphans, recommendations
from workstreams.actions.asked import rules
from workstreams.actions.asked.posing import ask, refs
from workstreams.actions.book import Book
from workstreams.actions.listings import coded, days, lengths, words
from workstreams.actions.said.judgements import about
from workstreams.asking import Question
from workstreams.wording import counted


def unanswered(found: Book) -> Question | None:
    """Recommendations past their two months with no answer."""
    rows = recommendations(found.now, found.lives.known(), found.as_at)
    rows = rows[(rows["answer"] == "none yet") & rows["days_late"].notna() & rows["in_scope"]]
    if rows.empty:
        return None
    rows = rows.sort_values("days_late", ascending=False)
    longest = counted(int(rows["days_late"].max()), "day")
    up_to = "" if len(rows) == 1 else "up to "
    text = (
        f"When will the executive answer {refs(rows)}? "
        f"{'Its' if len(rows) == 1 else 'Their'} two months ended {up_to}{longest} ago."
    )
    return ask(
        rules.UNANSWERED,
        rows,
        text,
        {
            "Two months from": [
                f"{when}, {'notice given' if notice else 'raised'}"
                for when, notice in zip(
                    days(rows["counted_from"]), rows["from_notice"], strict=True
                )
            ],
            "Two months end": days(rows["answer_due"]),
            "Beyond that by": lengths(rows["days_late"]),
        },
    )


def unexplained(found: Book) -> Question | None:
    """Recommendations rejected or accepted only in part, with no reason in the file or recorded."""
    rows = found.now[
        (found.now["kind"] == "recommendation")
        & found.now["response"].isin(["partly accepted", "rejected"])
        & found.now["response_reason"].isna()
        & found.now["in_scope"]
    ]
    told = [
        len(about(found.view, found.lives, int(life), ("answer reason",))) > 0
        for life in rows.index
    ]
    rows = rows[[not one for one in told]]
    if rows.empty:
        return None
    text = (
        f"Why did the executive not accept all of {refs(rows)}? No reason is recorded for "
        f"{'that answer' if len(rows) == 1 else 'those answers'}."
    )
    more = {"Answer": words(rows["response"]), "Answered": days(rows["response_date"])}
    return ask(rules.UNEXPLAINED, rows, text, more)


def orphan(found: Book) -> Question | None:
    """Open recommendations that no action names."""
    rows, _ = orphans(found.now, found.lives.known())
    if rows.empty:
        return None
    text = (
        f"Which action delivers {refs(rows)}? No action in the plan names "
        f"{'it' if len(rows) == 1 else 'them'}."
    )
    return ask(rules.ORPHAN, rows, text, {"Answer": coded(rows["response"])})
