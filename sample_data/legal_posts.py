"""The posts of the children's legal team, and its cases against what it can carry. All made up."""

from typing import Any

from sample_data.legal_dates import JAN22, JUL22, MAR22, MAY21, MAY22, NOV21, NOV22, SEP21, SEP22
from sample_data.story import Row, day

TEAM = "Children's legal"


def post(
    number: str, title: str, grade: str, story: dict[str, dict[str, Any]], fte: float = 1
) -> Row:
    """One post of the structure over time."""
    start = {"Post number": number, "Job title": title, "Team": TEAM, "Grade band": grade}
    return Row(start | {"Hours (FTE)": fte}, story)


def vacant(cover: str = "None", **more: Any) -> dict[str, Any]:
    """Nobody permanent in the post, and no recruitment going on."""
    empty = {"Date advertised": None, "Date offered": None, "Start date": None}
    return empty | {"Position": "Vacant, not recruiting", "Cover": cover} | more


def advertised(on: str, cover: str) -> dict[str, Any]:
    """The post is out to advert; an earlier round's dates are wiped."""
    told = {"Position": "Advertised", "Cover": cover, "Date advertised": day(on)}
    return told | {"Date offered": None, "Start date": None}


def offered(on: str, accepted: bool = False) -> dict[str, Any]:
    """Somebody has been offered the post."""
    return {"Position": "Accepted" if accepted else "Offered", "Date offered": day(on)}


def filled(on: str, fixed_term: bool = False) -> dict[str, Any]:
    """Somebody has started; nobody covers the post any more."""
    position = "Filled, fixed term" if fixed_term else "Filled, permanent"
    return {"Position": position, "Cover": "None", "Start date": day(on), "Date left": None}


def left(on: str, cover: str = "None") -> dict[str, Any]:
    """The postholder has gone."""
    return vacant(cover) | {"Date left": day(on)}


POSTS = (
    post(
        "CLT01",
        "Head of children's legal",
        "Senior manager",
        {
            MAY21: vacant("Agency"),
            SEP21: advertised("09/08/2021", "Agency"),
            NOV21: {"Position": "Shortlisted"},
            JAN22: offered("12/01/2022", accepted=True),
            MAR22: filled("07/03/2022"),
        },
    ),
    post(
        "CLT02",
        "Principal lawyer, children",
        "Manager",
        {
            MAY21: filled("03/06/2019"),
            SEP22: left("12/08/2022"),
            NOV22: advertised("10/10/2022", "Agency"),
        },
    ),
    post(
        "CLT03",
        "Senior solicitor",
        "Senior professional",
        {
            MAY21: advertised("04/05/2021", "Agency"),
            SEP21: offered("23/08/2021"),
            NOV21: filled("01/11/2021"),
        },
    ),
    # The post that three rounds did not fill.
    post(
        "CLT04",
        "Senior solicitor",
        "Senior professional",
        {
            MAY21: vacant("Agency"),
            SEP21: advertised("01/07/2021", "Agency"),
            NOV21: advertised("04/10/2021", "Agency"),
            JAN22: {"Position": "Shortlisted"},
            MAR22: advertised("01/03/2022", "Agency"),
            MAY22: {"Position": "Shortlisted"},
            JUL22: offered("27/06/2022", accepted=True),
            SEP22: filled("05/09/2022"),
        },
    ),
    post(
        "CLT05",
        "Solicitor",
        "Professional",
        {MAY21: filled("12/10/2020"), NOV22: left("28/10/2022")},
    ),
    post(
        "CLT06",
        "Solicitor",
        "Professional",
        {
            MAY21: advertised("04/05/2021", "None"),
            SEP21: {"Position": "Shortlisted"},
            NOV21: offered("18/10/2021", accepted=True),
            JAN22: filled("10/01/2022"),
        },
    ),
    post(
        "CLT07",
        "Solicitor",
        "Professional",
        {
            MAY21: vacant("Agency"),
            JAN22: advertised("17/01/2022", "Agency"),
            MAR22: {"Position": "Shortlisted"},
            MAY22: offered("09/05/2022", accepted=True),
            JUL22: filled("04/07/2022"),
        },
    ),
    post(
        "CLT08",
        "Legal executive",
        "Professional",
        {MAY21: filled("04/03/2018"), MAR22: left("28/02/2022"), JUL22: filled("13/06/2022", True)},
        fte=0.8,
    ),
    post(
        "CLT09",
        "Trainee solicitor",
        "Trainee",
        {
            MAY21: {"Position": "Frozen", "Cover": "None"},
            MAY22: advertised("25/04/2022", "None"),
            JUL22: offered("11/07/2022", accepted=True),
            SEP22: filled("01/09/2022", True),
        },
    ),
    post("CLT10", "Legal assistant", "Support", {MAY21: filled("15/01/2020")}),
)
POST_WIDTHS = {
    "Post number": 10,
    "Job title": 28,
    "Team": 18,
    "Grade band": 20,
    "Hours (FTE)": 8,
    "Position": 24,
    "Cover": 10,
    "Date advertised": 14,
    "Date offered": 14,
    "Start date": 14,
    "Date left": 14,
}

MONTHS = tuple(
    day(text)
    for text in (
        *("30/04/2021", "31/05/2021", "30/06/2021", "31/07/2021", "31/08/2021", "30/09/2021"),
        *("31/10/2021", "30/11/2021", "31/12/2021", "31/01/2022", "28/02/2022", "31/03/2022"),
        *("30/04/2022", "31/05/2022", "30/06/2022", "31/07/2022", "31/08/2022", "30/09/2022"),
        "31/10/2022",
    )
)
"""Month ends from April 2021 to October 2022."""
LIVE_CASES = (101, 100, 98, 97, 95, 92, 90, 89, 86, 88, 93, 98, 97, 91, 84, 79, 75, 72, 70)
"""Falling, but for the worsening of February to April 2022."""
FEE_EARNERS = (
    *(4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 4.8, 5.8),
    *(5, 5, 5, 5, 5.8, 5.8, 5.8, 5.8, 4.8),
)
"""Solicitors and the legal executive, permanent or agency, who carry cases."""
CASES_EACH = 13

CAPACITY = tuple(
    {
        "Month": month,
        "Team": TEAM,
        "Fee earners (FTE)": earners,
        "Cases one fee earner can carry": CASES_EACH,
        "Live cases": cases,
    }
    for month, earners, cases in zip(MONTHS, FEE_EARNERS, LIVE_CASES, strict=True)
)
CAPACITY_WIDTHS = {
    "Month": 14,
    "Team": 18,
    "Fee earners (FTE)": 12,
    "Cases one fee earner can carry": 16,
    "Live cases": 10,
}
