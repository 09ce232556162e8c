"""When a question about actions is asked, in words a chair can read.

What stands in {} is a threshold of the plan (``workstreams/thresholds.py``).
"""

from workstreams.asking import Rule

UNANSWERED = Rule(
    "unanswered",
    "answers",
    "A recommendation has no answer from the executive, and its two months are over. They begin "
    "with the day notice was given or, where the file does not say, the day it was raised.",
    rank=10,
)
UNEXPLAINED = Rule(
    "unexplained",
    "answers",
    "The executive rejected a recommendation or accepted only part of it, and no reason is "
    "recorded.",
    rank=50,
)
GONE = Rule(
    "gone",
    "missing rows",
    "An open action is no longer in the file, and no officer has recorded why.",
    rank=20,
)
MOVED_TWICE = Rule(
    "moved_twice",
    "dates",
    "An open action’s date has moved {date_moves}, and it is overdue or due by the next meeting.",
    rank=30,
)
UNSEEN = Rule(
    "unseen",
    "proof",
    "An action is reported complete, and nothing has been given that shows it.",
    rank=40,
)
REOPENED = Rule(
    "reopened", "proof", "An action was reported complete or withdrawn, and is open again.", rank=70
)
OWNER_LEFT = Rule("owner_left", "people", "An open action’s owner has left.", rank=80)
GREEN = Rule(
    "green_and_overdue",
    "dates",
    "An action is reported green although its due date has passed.",
    rank=90,
)
SILENT = Rule(
    "silent",
    "dates",
    "An action is overdue, and its update says nothing new since the meeting before.",
    rank=100,
)
MOVED = Rule(
    "moved",
    "dates",
    "An open action’s date has moved, or been taken away, since the meeting before.",
    rank=110,
)
OVERDUE = Rule("overdue", "dates", "An open action is overdue.", rank=160)
NO_DATE = Rule("no_date", "dates", "An open action has no due date.", rank=170)
ONE_DAY = Rule(
    "one_day",
    "dates",
    "Four or more open actions, and at least {same_day} of those with a date, are due on the same "
    "day.",
    rank=120,
)
AMBER = Rule(
    "amber",
    "dates",
    "An action has been amber {amber_meetings}, with the same status and due date.",
    rank=130,
)
NO_OWNER = Rule("no_owner", "people", "An open action has no owner.", rank=140)
ORPHAN = Rule(
    "orphan",
    "answers",
    "An open recommendation that was not rejected has no action in the plan.",
    rank=150,
)
