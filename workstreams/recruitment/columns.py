"""The recruitment tables: the team's posts, monthly totals, and the published workforce figures."""

from loaders import cells
from loaders.columns import Column, Table

POSITION = cells.one_of(
    {
        "vacant, not recruiting": ("vacant", "vacant-not-recruiting", "not recruiting", "vacancy"),
        "frozen": ("on hold", "held"),
        "advertised": ("advert out", "out to advert", "recruiting"),
        "shortlisted": ("interviewing", "interview"),
        "offered": ("offer made", "offer"),
        "accepted": ("offer accepted", "start date agreed", "awaiting start"),
        "filled, permanent": ("filled-permanent", "permanent", "filled", "in post"),
        "filled, fixed term": ("filled-fixed-term", "fixed term", "temporary"),
    },
    "position of the post",
)
COVER = cells.one_of(
    {"agency": ("locum", "covered-locum", "interim"), "none": ("no", "not covered", "uncovered")},
    "cover",
)
LEVEL = cells.one_of(
    {"National": ("England",), "Regional": ("Region",), "Local authority": ("LA", "Council")},
    "geographic level",
)

POSTS = Table(
    key="posts",
    sheet="Posts",
    about="One row a post in the team's structure, filled or not. Job titles only, no names.",
    filled_by=("post", "title"),
    refused=("name of postholder", "postholder", "employee name", "employee", "staff name"),
    also_called=("Recruitment", "Structure", "Establishment", "Vacancies"),
    columns=(
        Column(
            "post",
            "Post number",
            cells.ref,
            ("Post", "Post ID", "Position number", "Post ref"),
            required=True,
            example="CLT01",
        ),
        Column(
            "title",
            "Job title",
            cells.text,
            ("Role", "Post title", "Title", "Position title"),
            required=True,
            example="Solicitor",
        ),
        Column("team", "Team", cells.text, ("Service", "Section")),
        Column("grade", "Grade band", cells.text, ("Grade", "Pay band")),
        Column(
            "fte",
            "Hours (FTE)",
            cells.number,
            ("FTE", "WTE", "Full-time equivalent"),
            required=True,
            example=1,
        ),
        Column(
            "position",
            "Position",
            POSITION,
            ("Status", "Post status", "Recruitment status", "Stage"),
            required=True,
        ),
        Column(
            "cover",
            "Cover",
            COVER,
            ("Covered by", "Locum cover", "Agency cover"),
            help="Whether agency staff cover the post while it is vacant.",
        ),
        Column("advert_date", "Date advertised", cells.first_day, ("Advert date", "Advertised")),
        Column("offer_date", "Date offered", cells.first_day, ("Offer date", "Offered")),
        Column("start_date", "Start date", cells.first_day, ("Started", "Start", "In post from")),
        Column(
            "left_date",
            "Date left",
            cells.day,
            ("Leaving date", "Last day", "Left"),
            help="When the last postholder left.",
        ),
    ),
)
CAPACITY = Table(
    key="capacity",
    sheet="Capacity",
    about="One row a month: how many live cases the team has, and how many it can carry.",
    filled_by=("period",),
    also_called=("Capacity and demand", "Caseload", "Demand"),
    columns=(
        Column("period", "Month", cells.day, ("Period", "Month ending", "As at"), required=True),
        Column("team", "Team", cells.text, ("Service",)),
        Column(
            "fee_earners_fte", "Fee earners (FTE)", cells.number, ("Fee earners", "Lawyers FTE")
        ),
        Column(
            "cases_per_fee_earner",
            "Cases one fee earner can carry",
            cells.number,
            ("Cases per fee earner", "Safe caseload"),
        ),
        Column(
            "live_cases",
            "Live cases",
            cells.whole,
            ("Active cases", "Open cases", "Current cases"),
            required=True,
        ),
    ),
)
WORKFORCE = Table(
    key="workforce",
    sheet="Workforce",
    about=(
        "Children's social work workforce figures as the Department for Education publishes "
        "them: one row an area and year."
    ),
    filled_by=("period",),
    also_called=("Social work workforce", "csww_indicators"),
    columns=(
        Column(
            "period",
            "Year",
            cells.text,
            ("time_period", "Time period"),
            required=True,
            example="2025",
            help="The census is on 30 September of that year.",
        ),
        Column("level", "Geographic level", LEVEL, ("geographic_level",), required=True),
        Column("region", "Region", cells.text, ("region_name",)),
        Column("area", "Local authority", cells.text, ("la_name", "LA name")),
        Column("area_code", "Authority code", cells.ref, ("new_la_code", "ONS code")),
        Column(
            "in_post_fte", "In post (FTE)", cells.number, ("inpost_fte", "FTE in post"), marks=True
        ),
        Column(
            "in_post_headcount", "In post (people)", cells.number, ("inpost_headcount",), marks=True
        ),
        Column("starters_fte", "Starters (FTE)", cells.number, (), marks=True),
        Column("leavers_fte", "Leavers (FTE)", cells.number, (), marks=True),
        Column(
            "turnover_rate",
            "Turnover rate (published, %)",
            cells.number,
            ("turnover_rate_fte",),
            marks=True,
        ),
        Column("agency_fte", "Agency staff (FTE)", cells.number, ("agency_fte",), marks=True),
        Column(
            "agency_rate",
            "Agency rate (published, %)",
            cells.number,
            ("agency_rate_fte",),
            marks=True,
        ),
        Column(
            "agency_cover_fte",
            "Agency covering vacancies (FTE)",
            cells.number,
            ("agency_cover_fte",),
            marks=True,
        ),
        Column(
            "agency_cover_rate",
            "Agency staff covering vacancies (published, %)",
            cells.number,
            ("agency_cover_rate_fte",),
            marks=True,
        ),
        Column("vacancy_fte", "Vacancies (FTE)", cells.number, ("vacancy_fte",), marks=True),
        Column(
            "vacancy_rate",
            "Vacancy rate (published, %)",
            cells.number,
            ("vacancy_rate_fte",),
            marks=True,
        ),
        Column(
            "vacancy_agency_cover_rate",
            "Vacancies covered by agency (published, %)",
            cells.number,
            ("vacancy_agency_cover_rate_fte",),
            marks=True,
        ),
        Column("case_holders_fte", "Case holders (FTE)", cells.number, (), marks=True),
        Column("cases", "Cases", cells.number, (), marks=True),
        Column(
            "caseload", "Average caseload (published)", cells.number, ("caseload_fte",), marks=True
        ),
        Column(
            "absence_rate",
            "Absence rate (published, %)",
            cells.number,
            ("absence_rate_fte",),
            marks=True,
        ),
    ),
)
