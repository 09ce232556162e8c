"""The recruitment tables: the team's posts, monthly totals, and the published workforce figures."""

from loaders.cells import readers
from loaders.declared import Column, Listing, Table
from workstreams.names import names_in

POSITION = readers.one_of(
    {
        "vacant, not recruiting": ("vacant", "vacant-not-recruiting", "not recruiting", "vacancy"),
        "frozen": ("on hold", "held", "on hold - not recruiting", "on hold (not recruiting)"),
        "advertised": names_in(
            """
            advert out; out to advert; recruiting; ad out; advertising; advert live; live advert;
            advert placed; at advert; advert
            """
        ),
        "shortlisted": names_in(
            """
            interviewing; interview; interviews; shortlisting; interview stage; sifting;
            interviews booked; interview booked; interviews arranged
            """
        ),
        "offered": ("offer made", "offer", "conditional offer", "offer out"),
        "accepted": names_in(
            """
            offer accepted; start date agreed; awaiting start; start agreed; starts; starting;
            appointed; start date confirmed; due to start
            """
        ),
        "filled, permanent": ("filled-permanent", "permanent", "filled", "in post"),
        "filled, fixed term": names_in(
            """
            filled-fixed-term; fixed term; temporary; in post (FTC); FTC; in post - FTC;
            in post (fixed term); fixed term contract; filled (FTC); in post (temporary);
            filled (fixed term)
            """
        ),
    },
    "stage of the post",
)
COVER = readers.one_of(
    {
        "agency": ("locum", "covered-locum", "interim", "yes", "y", "true"),
        "none": ("no", "n", "false", "not covered", "uncovered"),
    },
    "cover",
)
LEVEL = readers.one_of(
    {"National": ("England",), "Regional": ("Region",), "Local authority": ("LA", "Council")},
    "geographic level",
)

POSTS = Table(
    key="posts",
    sheet="Posts",
    about="One row a post in the team's structure, filled or not. Job titles only, no names.",
    filled_by=("post", "title"),
    listing=Listing(
        ("post", "title", "team", "fte", "position", "cover"),
        filters=("position", "team"),
        named_by=("post",),
    ),
    refused=("name of postholder", "postholder", "employee name", "employee", "staff name"),
    also_called=("Recruitment", "Structure", "Establishment", "Vacancies"),
    columns=(
        Column(
            "post",
            "Post number",
            readers.ref,
            names_in(
                """
                Post; Post ID; Position number; Post ref; Post no; Vacancy ref; Vacancy no;
                Vacancy number; Post reference; Vacancy reference; Position ID; Position no;
                Establishment ref; Pos no; Pos number; Pos ref; Pos ID; Job no; Job number
                """
            ),
            required=True,
            looks="code",
            example="CLT01",
        ),
        Column(
            "title",
            "Job title",
            readers.text,
            names_in(
                """
                Role; Post title; Title; Position title; Position; Post; Job; Post name; Job role;
                Role title; Position name
                """
            ),
            required=True,
            example="Solicitor",
        ),
        Column("team", "Team", readers.text, ("Service", "Section")),
        Column("grade", "Grade band", readers.text, ("Grade", "Pay band")),
        Column(
            "fte",
            "Hours (FTE)",
            readers.number,
            ("FTE", "WTE", "Full-time equivalent"),
            required=True,
            example=1,
        ),
        Column(
            "position",
            "Stage",
            POSITION,
            names_in(
                """
                Position; Status; Post status; Recruitment status; Where we are; Where are we;
                Recruitment stage; Stage of recruitment; Current stage; Progress;
                Recruitment progress; Position of post; Current position; Vacancy status;
                Position status; Vacancy stage
                """
            ),
            required=True,
        ),
        Column(
            "cover",
            "Cover",
            COVER,
            names_in(
                """
                Covered by; Locum cover; Agency cover; Agency covering; Agency?; Agency covering?;
                Covered by agency; Locum; Agency in post
                """
            ),
            help="Whether agency staff cover the post while it is vacant.",
        ),
        Column(
            "advert_date",
            "Date advertised",
            readers.first_day,
            ("Advert date", "Advertised", "Ad out", "Advert out", "Date of advert"),
        ),
        Column(
            "offer_date",
            "Date offered",
            readers.first_day,
            ("Offer date", "Offered", "Offer made", "Date of offer"),
        ),
        Column("start_date", "Start date", readers.first_day, ("Started", "Start", "In post from")),
        Column(
            "left_date",
            "Date left",
            readers.day,
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
    listing=Listing(
        ("period", "team", "fee_earners_fte", "cases_per_fee_earner", "live_cases"),
        filters=("team",),
        named_by=("period", "team"),
    ),
    also_called=("Capacity and demand", "Caseload", "Demand"),
    columns=(
        Column("period", "Month", readers.day, ("Period", "Month ending", "As at"), required=True),
        Column("team", "Team", readers.text, ("Service",)),
        Column(
            "fee_earners_fte", "Fee earners (FTE)", readers.number, ("Fee earners", "Lawyers FTE")
        ),
        Column(
            "cases_per_fee_earner",
            "Cases one fee earner can carry",
            readers.number,
            ("Cases per fee earner", "Safe caseload"),
        ),
        Column(
            "live_cases",
            "Live cases",
            readers.whole,
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
    listing=Listing(
        ("period", "level", "region", "area", "in_post_fte", "vacancy_rate"),
        filters=("level", "area", "period"),
        named_by=("period", "level", "region", "area"),
    ),
    also_called=("Social work workforce", "csww_indicators"),
    passed_over=names_in(
        # The file of 2017 to 2022 has other headings for the same.
        """
        time_identifier; country_code; country_name; region_code; old_la_code; starters_headcount;
        leavers_headcount; turnover_rate_headcount; agency_headcount; agency_rate_headcount;
        working_days_lost_fte; leaver_headcount; turnover_rate_headcount_%;
        agency_worker_rate_headcount_%
        """
    ),
    columns=(
        Column(
            "period",
            "Year",
            readers.text,
            ("time_period", "Time period"),
            required=True,
            example="2025",
            help="The census is on 30 September of that year.",
        ),
        Column("level", "Geographic level", LEVEL, ("geographic_level",), required=True),
        Column("region", "Region", readers.text, ("region_name",)),
        Column("area", "Local authority", readers.text, ("la_name", "LA name")),
        Column("area_code", "Authority code", readers.ref, ("new_la_code", "ONS code")),
        Column(
            "in_post_fte",
            "In post (FTE)",
            readers.number,
            ("inpost_fte", "FTE in post", "social_worker_fte"),
            marks=True,
        ),
        Column(
            "in_post_headcount",
            "In post (people)",
            readers.number,
            ("inpost_headcount", "social_worker_headcount"),
            marks=True,
        ),
        Column("starters_fte", "Starters (FTE)", readers.number, (), marks=True),
        Column("leavers_fte", "Leavers (FTE)", readers.number, ("leaver_fte",), marks=True),
        Column(
            "turnover_rate",
            "Turnover rate (published, %)",
            readers.number,
            ("turnover_rate_fte", "turnover_rate_fte_%"),
            marks=True,
        ),
        Column("agency_fte", "Agency staff (FTE)", readers.number, ("agency_fte",), marks=True),
        Column(
            "agency_rate",
            "Agency rate (published, %)",
            readers.number,
            ("agency_rate_fte", "agency_worker_rate_fte_%"),
            marks=True,
        ),
        Column(
            "agency_cover_fte",
            "Agency covering vacancies (FTE)",
            readers.number,
            ("agency_cover_fte",),
            marks=True,
        ),
        Column(
            "agency_cover_rate",
            "Agency staff covering vacancies (published, %)",
            readers.number,
            ("agency_cover_rate_fte", "agency_cover_rate_fte_%"),
            marks=True,
        ),
        Column("vacancy_fte", "Vacancies (FTE)", readers.number, ("vacancy_fte",), marks=True),
        Column(
            "vacancy_rate",
            "Vacancy rate (published, %)",
            readers.number,
            ("vacancy_rate_fte", "vacancy_rate_fte_%"),
            marks=True,
        ),
        Column(
            "vacancy_agency_cover_rate",
            "Vacancies covered by agency (published, %)",
            readers.number,
            ("vacancy_agency_cover_rate_fte", "vacancy_agency_cover_rate_fte_%"),
            marks=True,
        ),
        Column("case_holders_fte", "Case holders (FTE)", readers.number, (), marks=True),
        Column("cases", "Cases", readers.number, (), marks=True),
        Column(
            "caseload",
            "Average caseload (published)",
            readers.number,
            ("caseload_fte",),
            marks=True,
        ),
        Column(
            "absence_rate",
            "Absence rate (published, %)",
            readers.number,
            ("absence_rate_fte", "absence_rate_fte_%"),
            marks=True,
        ),
    ),
)
