"""Which columns of a table a chart's figures are read from: the way back to the officer's cells."""

DUE = ("due_date", "revised_due_date")
POSITION = (*DUE, "status")
PEOPLE = ("position", "completed_date", "expires_date", "in_scope")
GROUPS = ("in_role", "in_date", "expired", "booked", "never", "exempt")
SERIES = ("period", "value", "numerator", "denominator", "target")

FIELDS: dict[str, tuple[str, ...]] = {
    "actions.burn_up": (*POSITION, "completed_date", "evidence"),
    "actions.evidence": ("status", "evidence"),
    "actions.bridge": ("status",),
    "actions.date_position": POSITION,
    "actions.overdue_age": POSITION,
    "actions.dates": DUE,
    "actions.by_owner": ("owner", *POSITION),
    "actions.by_theme": ("theme", *POSITION),
    "actions.by_status": ("status", "rag"),
    "actions.due_months": POSITION,
    "actions.open_over_time": POSITION,
    "recruitment.posts": ("title", "fte", "position", "cover"),
    "recruitment.over_time": ("fte", "position", "cover"),
    "recruitment.pipeline": ("position", "advert_date", "offer_date", "start_date"),
    "recruitment.capacity": ("period", "fee_earners_fte", "cases_per_fee_earner", "live_cases"),
    "recruitment.time_to_hire": ("advert_date", "offer_date", "start_date"),
    "recruitment.staff": ("period", "vacancy_fte", "agency_cover_fte", "in_post_fte"),
    "recruitment.vacancy_rate": ("period", "vacancy_rate", "vacancy_fte", "in_post_fte"),
    "recruitment.agency_rate": ("period", "agency_rate", "agency_fte", "in_post_fte"),
    "recruitment.turnover_rate": ("period", "turnover_rate", "leavers_fte", "in_post_fte"),
    "recruitment.caseload": ("period", "caseload", "cases", "case_holders_fte"),
    "hra_cases.open_over_time": ("stage", "opened_date", "concluded_date"),
    "hra_cases.new_and_concluded": ("opened_date", "concluded_date"),
    "hra_cases.stages": ("stage",),
    "hra_cases.months_open": ("stage", "opened_date"),
    "hra_cases.learning": ("learning", "learning_action", "learning_closed_date"),
    "training.untrained": (*PEOPLE, "in_role", "never", "exempt"),
    "training.events": ("held_date", "course", "attended"),
    "training": (*PEOPLE, *GROUPS),
    "indicators": SERIES,
}
"""A chart's key, or for all other charts of a workstream its key -> fields of its tables."""


def fields(chart: str) -> tuple[str, ...]:
    """The fields that a chart's figures are read from, in any table that has them."""
    return FIELDS.get(chart) or FIELDS.get(chart.split(".")[0], ())
