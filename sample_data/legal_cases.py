"""Human Rights Act cases of the sample plan: all made up, with letters for references.

No case stands for a real one. The learning of a concluded case leads to an action of the plan.
"""

from typing import Any

from sample_data.legal_dates import JAN22, JUL22, MAR22, MAY21, MAY22, NOV21, NOV22, SEP21, SEP22
from sample_data.story import Row, day

POTENTIAL = {"Stage": "Potential claim identified"}
NOTIFIED = {"Stage": "Notified"}
LOOKED_INTO = {"Stage": "Under investigation"}
NEGOTIATED = {"Stage": "Negotiation"}
ISSUED = {"Stage": "Issued"}
SETTLED = {"Stage": "Settled, awaiting approval"}


def case(letter: str, opened: str, theme: str, story: dict[str, dict[str, Any]]) -> Row:
    """One case over time."""
    start = {"Case reference": f"HRA-{letter}", "Date opened": day(opened), "Theme": theme}
    return Row(start, story)


def expected(what: str, by: str = "") -> dict[str, Any]:
    """What the case waits for, and by when; the list has said so since January 2022."""
    return {"Expected next": what, "Expected by": day(by) if by else None}


def concluded(on: str, outcome: str, paid: float | None = None) -> dict[str, Any]:
    """The claim is over; its learning may still be open."""
    told = {"Stage": "Concluded", "Date concluded": day(on), "Outcome": outcome}
    return told | {"Amount paid (£)": paid, "Expected next": None, "Expected by": None}


def learned(lesson: str, ref: str, closed: str = "") -> dict[str, Any]:
    """What was learned, the plan action it led to, and when that was finished, if it was."""
    told: dict[str, Any] = {"Learning": lesson, "Plan action from learning": ref}
    if closed:
        told |= {"Stage": "Learning closed", "Date learning closed": day(closed)}
    return told


S20, DELAY, CONTACT, PLANNING = "Section 20", "Delay", "Contact", "Care planning"
CONSENT = "Consent must be written down and looked at again"
CHECK = "Check for a claim before proceedings start"
REVIEWS = "Reviews must ask why a plan has drifted"

CASES = (
    case(
        "A",
        "12/03/2020",
        S20,
        {
            MAY21: SETTLED,
            SEP21: concluded("06/07/2021", "Declaration and damages", 18000),
            NOV21: learned(CONSENT, "Q17"),
            MAR22: learned(CONSENT, "Q17", "18/03/2022"),
        },
    ),
    case(
        "B",
        "09/06/2020",
        S20,
        {
            MAY21: ISSUED,
            SEP21: SETTLED,
            NOV21: concluded("29/10/2021", "Damages", 15000),
            MAR22: learned(CONSENT, "Q17", "18/03/2022"),
        },
    ),
    case(
        "C",
        "21/09/2020",
        DELAY,
        {
            MAY21: NEGOTIATED,
            NOV21: SETTLED,
            JAN22: concluded("17/12/2021", "Declaration") | learned(CHECK, "Q18"),
            MAR22: learned(CHECK, "Q18", "01/03/2022"),
        },
    ),
    case(
        "D",
        "02/11/2020",
        PLANNING,
        {MAY21: LOOKED_INTO, SEP21: NEGOTIATED}
        | {JAN22: ISSUED | expected("First hearing", "04/04/2022")}
        | {MAY22: SETTLED | expected("Court approval hearing", "30/06/2022")}
        | {JUL22: concluded("30/06/2022", "Damages", 9500) | learned(REVIEWS, "Q28")},
    ),
    case(
        "E",
        "11/01/2021",
        S20,
        {MAY21: NOTIFIED, SEP21: LOOKED_INTO, NOV21: NEGOTIATED}
        | {JAN22: expected("Reply to the offer", "18/02/2022")}
        | {MAR22: concluded("25/02/2022", "No finding"), MAY22: learned(CONSENT, "Q17")}
        | {SEP22: expected("Audit that consent is recorded", "31/10/2022")},
    ),
    case(
        "F",
        "15/02/2021",
        CONTACT,
        {MAY21: NOTIFIED, SEP21: LOOKED_INTO}
        | {JAN22: NEGOTIATED | expected("Reply to the offer", "30/04/2022")}
        | {JUL22: ISSUED | expected("First hearing", "05/09/2022")}
        | {SEP22: SETTLED | expected("Court approval hearing", "28/10/2022")}
        | {NOV22: concluded("28/10/2022", "Declaration")},
    ),
    case(
        "G",
        "30/03/2021",
        S20,
        {MAY21: POTENTIAL, SEP21: NOTIFIED}
        | {JAN22: LOOKED_INTO | expected("Response to the letter", "29/04/2022")}
        | {MAY22: NEGOTIATED | expected("Settlement meeting", "08/08/2022")}
        | {SEP22: concluded("12/08/2022", "Declaration and damages", 12000)},
    ),
    case(
        "H",
        "26/04/2021",
        DELAY,
        {MAY21: POTENTIAL, NOV21: LOOKED_INTO, MAR22: concluded("14/02/2022", "No finding")},
    ),
    case(
        "I",
        "14/06/2021",
        PLANNING,
        {SEP21: POTENTIAL, NOV21: NOTIFIED, JAN22: expected("Records from social care")}
        | {MAR22: LOOKED_INTO | expected("Response to the letter", "31/05/2022")}
        | {JUL22: expected("Response to the letter", "30/09/2022")},
    ),
    case(
        "J",
        "02/08/2021",
        CONTACT,
        {SEP21: POTENTIAL, JAN22: NOTIFIED | expected("Records from social care", "28/02/2022")}
        | {MAY22: LOOKED_INTO | expected("Response to the letter", "22/07/2022")}
        | {SEP22: NEGOTIATED | expected("Settlement meeting", "16/12/2022")},
    ),
    case(
        "K",
        "11/10/2021",
        S20,
        {NOV21: POTENTIAL, JAN22: NOTIFIED | expected("Response to the letter", "01/03/2022")}
        | {MAR22: ISSUED | expected("First hearing", "20/06/2022")}
        | {JUL22: expected("Final hearing in the care proceedings", "17/01/2023")},
    ),
    case(
        "L",
        "06/12/2021",
        DELAY,
        {JAN22: POTENTIAL | expected("Decision whether a claim is likely", "31/03/2022")}
        | {MAY22: NOTIFIED | expected("Response to the letter", "15/07/2022")}
        | {JUL22: concluded("20/06/2022", "No finding")},
    ),
    case(
        "M",
        "21/02/2022",
        PLANNING,
        {MAR22: POTENTIAL | expected("Decision whether a claim is likely", "30/06/2022")}
        | {JUL22: NOTIFIED | expected("Records from social care", "30/09/2022")}
        | {NOV22: LOOKED_INTO | expected("Response to the letter", "20/01/2023")},
    ),
    case(
        "N",
        "09/05/2022",
        S20,
        {MAY22: POTENTIAL, SEP22: NOTIFIED | expected("Response to the letter", "02/12/2022")},
    ),
    case(
        "O",
        "05/09/2022",
        CONTACT,
        {SEP22: POTENTIAL, NOV22: NOTIFIED | expected("Records from social care", "15/12/2022")},
    ),
    case("P", "24/10/2022", DELAY, {NOV22: POTENTIAL}),
)
CASE_WIDTHS = {
    "Case reference": 12,
    "Stage": 26,
    "Date opened": 14,
    "Date concluded": 14,
    "Theme": 16,
    "Outcome": 24,
    "Learning": 44,
    "Plan action from learning": 14,
    "Date learning closed": 14,
    "Amount paid (£)": 14,
    "Expected next": 30,
    "Expected by": 14,
}
