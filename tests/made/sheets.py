"""Every chart of the sample plans' packs by its key: so tests of each are listed, no pack made."""

import pytest

from reports.content.blocks import Sheet
from tests.made.packs import made
from workstreams.view import Audience

AUDIENCES: tuple[Audience, ...] = ("public", "members")
PLANS = [(place, audience) for place in (0, 1) for audience in AUDIENCES]
KEYS = {  # the place of the plan -> its charts in the order of its pack for members
    0: (
        "actions.burn_up",
        "actions.evidence",
        "actions.bridge",
        "actions.date_position",
        "actions.overdue_age",
        "actions.dates",
        "actions.by_owner",
        "actions.by_theme",
        "actions.by_status",
        "actions.due_months",
        "actions.open_over_time",
        "recruitment.posts",
        "recruitment.over_time",
        "recruitment.pipeline",
        "recruitment.capacity",
        "recruitment.time_to_hire",
        "recruitment.staff",
        "recruitment.vacancy_rate",
        "recruitment.agency_rate",
        "recruitment.turnover_rate",
        "recruitment.caseload",
        "hra_cases.ladder",
        "hra_cases.open_over_time",
        "hra_cases.new_and_concluded",
        "hra_cases.stages",
        "hra_cases.months_open",
        "hra_cases.learning",
        "training.grid",
        "training.parts",
        "training.over_time",
        "training.both_numbers",
        "training.untrained",
        "training.events",
        "indicators.against_target",
        "indicators.legal_advice_given_within_the_agreed_time",
        "indicators.meetings_held_after_court_proceedings_ended",
        "indicators.care_proceedings_finished_within_26_weeks",
        "indicators.managers_who_know_when_to_ask_for_legal_advice",
        "indicators.disagreements_escalated_to_a_senior_officer",
        "indicators.decisions_called_in_by_councillors",
    ),
    1: (
        "actions.burn_up",
        "actions.evidence",
        "actions.bridge",
        "actions.date_position",
        "actions.overdue_age",
        "actions.dates",
        "actions.by_owner",
        "actions.by_status",
        "actions.due_months",
        "actions.open_over_time",
        "recruitment.staff",
        "recruitment.vacancy_rate",
        "recruitment.agency_rate",
        "recruitment.turnover_rate",
        "recruitment.caseload",
        "training.grid",
        "training.parts",
        "training.over_time",
        "training.both_numbers",
        "training.untrained",
        "indicators.against_target",
        "indicators.section_20_files_audited_with_clear_written_consent",
    ),
}
MEMBERS_ONLY = frozenset(
    f"hra_cases.{name}"
    for name in ("ladder", "open_over_time", "new_and_concluded", "stages", "months_open")
) | {
    "indicators.meetings_held_after_court_proceedings_ended",
    "indicators.care_proceedings_finished_within_26_weeks",
}
"""What no public pack draws: counts of cases that are said in words, or whose bands are alike, and
indicators of which no figure may be shown."""


def keys(place: int, audience: Audience) -> tuple[str, ...]:
    """The charts of a sample plan in the order of its pack."""
    return tuple(key for key in KEYS[place] if audience == "members" or key not in MEMBERS_ONLY)


EVERY = [
    pytest.param(place, audience, key, id=f"{place}-{audience}-{key}")
    for place, audience in PLANS
    for key in keys(place, audience)
]


def sheet_of(place: int, audience: Audience, key: str) -> Sheet:
    """One chart with its sheet, as the pack of a sample plan holds it."""
    return next(one for one in made(place, audience).sheets if one.chart.key == key)
