"""Writes the workbooks beside this file: plans as councils keep them, made up in their layouts.

Run ``python tests/uploads/make.py`` after a change, then look at what differs in the .txt files.
The headings are those of published plans; what stands under them is made up, with job titles only.
"""

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
BOLD = Font(bold=True)
STRUCK = Font(strike=True)
RED, AMBER, GREEN = (PatternFill("solid", fgColor=c) for c in ("FF0000", "FFC000", "00B050"))
GREY = PatternFill("solid", fgColor="D9D9D9")


def sheet(book: Workbook, name: str, rows: list[list[object]], headings: int = 0) -> Worksheet:
    """A further sheet with these rows; the row of headings (from 1) in bold."""
    made = book.create_sheet(name)
    for row in rows:
        made.append(row)
    if headings:
        for cell in made[headings]:
            cell.font = BOLD
    return made


def new() -> Workbook:
    book = Workbook()
    book.remove(book.active)
    return book


def herefordshire_key_before_headings() -> Workbook:
    """A key paragraph stands before the headings; the RAG is a letter; ids end in a full stop."""
    book = new()
    sheet(
        book,
        "Improvement plan",
        [
            ["Children's services improvement plan, version 9"],
            ["Progress key: R = not on course, A = some delay, G = on course, B = done"],
            [],
            [
                *("No.", "Ofsted Para No", "Ofsted Area for Improvement", "Lead", "Action"),
                *("By When", "Progress R/A/G", "Monitoring and Evaluation"),
            ],
            [
                *("1.", "17. (57, 138)", "Quality of plans", "Head of service", "Audit 20 plans"),
                *("Ongoing", "R", "Ref WS3P21WP1, audit tool"),
            ],
            [
                "2.",
                "18",
                "Supervision",
                "Service manager",
                "Monthly supervision",
                "Dec 2016",
                "A",
                "",
            ],
            [
                "3.",
                "19",
                "Training",
                "Principal social worker",
                "Run workshops",
                "9.12.16",
                "G",
                None,
            ],
            ["4.", "20", "Voice", "Participation lead", "Ask every child", "31/06/2017", "G", None],
        ],
        4,
    )
    return book


def torbay_question_words() -> Workbook:
    """Headings are question words; section rows stand among the items; statuses are prose."""
    book = new()
    made = sheet(
        book,
        "Tracker",
        [
            ["Improvement Action Tracker v17"],
            [],
            [
                *("NOS", "What?", "Who?", "How?", "When?", "Success measures", "Current Status"),
                "Outcome",
            ],
            ["1", "CHILDREN IN NEED AND CHILD PROTECTION"],
            [
                *("1.1", "Review thresholds", "Head of service / Team manager", "Workshops"),
                *("Dec 2016", "Fewer re-referrals", "COMPLETED - report to board", None),
            ],
            [
                *("1.10", "Audit re-referrals", "Quality lead", "Dip sample of 20 files"),
                *("9.12.16", "90% good", "Phase 1 completed", None),
            ],
            ["2", "WORKFORCE"],
            [
                *("2.1", "Recruit to vacancies", "Director", "National campaign", "13/12/12"),
                *("Fewer agency staff", "Ongoing", None),
            ],
        ],
        3,
    )
    made["B5"].comment = Comment("Discussed at the board", "Head of service")
    return book


def bath_progress_by_month() -> Workbook:
    """The headings carry the months of progress; one heading is missing; groups span the sheet."""
    book = new()
    made = sheet(
        book,
        "Plan",
        [
            ["IMPROVEMENT PLAN - Progress as at 31 December 2003"],
            [
                *("Recommendation", "Actions Required", "Lead Officer(s)", None),
                *("Progress October 2003", "Progress December 2003"),
            ],
            ["Standard 1 - Referrals"],
            [
                *("Referrals are answered", "Answer within a day", "Team manager", "End Oct 03"),
                *("New form in use", "Audit shows 80%"),
            ],
            [
                *("Referrals are answered", "Human Rights Act training", "Training lead"),
                *("From Oct 03", "Dates set", None),
            ],
            ["Standard 2 - Assessments"],
            ["Assessments on time", "Weekly list", "Service manager", "End Dec 03", None, "In use"],
        ],
        2,
    )
    made.merge_cells("A3:F3")
    made.merge_cells("A6:F6")
    return book


def york_tracker() -> Workbook:
    """Ids with a municipal year; an executive's date that is no due date; colours explained."""
    book = new()
    sheet(
        book,
        "Annex A",
        [
            ["Scrutiny Recommendation Tracker"],
            [
                *("Reference", "Origin", "Date", "Area", "Recommendation", "Exec Date"),
                *("Lead Officer/EM", "Action taken", "Status"),
            ],
            [
                *("SR (25/26) 01", "CRP", date(2025, 9, 1), "Housing", "Publish the figures"),
                *(date(2025, 11, 4), "DM/PL/KL", "Published in October", "Complete"),
            ],
            [
                *("SR (23/24) 19", "PPL", date(2024, 1, 15), "Transport", "Review the bus plan"),
                *(None, "Head of transport", "Work has begun", "Ongoing"),
            ],
            [
                *("4/20//FE", "PLC", date(2024, 2, 1), "Planning", "Train members", None),
                *("Head of planning", None, "Paused"),
            ],
            [None] * 9,
            [None] * 9,
        ],
        2,
    )
    sheet(
        book,
        "Key",
        [
            ["Colour", "Meaning"],
            ["Green", "recommendation achieved, monitoring no longer required"],
            ["Amber", "acceptable progress, continue monitoring"],
            ["Red", "unacceptable progress"],
        ],
        1,
    )
    return book


def status_in_fill_only() -> Workbook:
    """The status is only a cell's colour; a row is struck out, another hidden; a note ends it."""
    book = new()
    made = sheet(
        book,
        "BRAG",
        [
            ["Ref", "Action", "Lead", "Target date", "Progress Report", "BRAG"],
            ["1", "Write the plan", "Director", "12.10.2021", "Written", None],
            ["1..1", "Share the plan", "Head of service", "end Sept 21", "Shared", None],
            ["2", "Old action", "Head of service", 44500, "Dropped", None],
            ["3", "Test the plan", "Service manager", date(2021, 12, 1), "Not begun", None],
            ["4", "Hidden action", "Service manager", date(2021, 12, 1), "Not begun", None],
            ["* Dates agreed by the board"],
        ],
        1,
    )
    for row, fill in ((2, GREEN), (3, AMBER), (4, RED), (5, RED), (6, RED)):
        made.cell(row, 6).fill = fill
    for cell in made[4]:
        cell.font = STRUCK
    made.row_dimensions[6].hidden = True
    return book


def stockton_numbered_assessment() -> Workbook:
    """Progress is a number from 1 to 4, explained beside the table."""
    book = new()
    sheet(
        book,
        "Progress",
        [
            ["Progress update, 13 December 2016"],
            [],
            ["Recommendation", "Evidence", "Progress status", "Anticipated date", "Reasons"],
            ["Publish a guide", "On the website", 1, None, None],
            ["Train members", None, 3, "March 2017", "Trainer was ill"],
            ["Review the policy", None, 2, "Q4 2016/17", None],
            [],
            ["1", "Achieved (Fully): implemented within the timescale specified"],
            ["2", "On Track but not yet due"],
            ["3", "Slipped"],
            ["4", "Not Achieved"],
        ],
        3,
    )
    return book


def bromsgrove_two_dates() -> Workbook:
    """Original and revised dates side by side under a merged heading; priorities are words."""
    book = new()
    made = sheet(
        book,
        "Audit tracker",
        [
            ["Audit recommendations"],
            [
                "Ref",
                "Recommendation",
                "Priority",
                "Responsible",
                "Target dates",
                None,
                "% complete",
            ],
            [None, None, None, None, "Target Completion", "Revised Target Completion", None],
            [
                "A1",
                "Reconcile monthly",
                "Fundamental",
                "Finance manager",
                "31/03/09",
                "30/06/09",
                0.5,
            ],
            ["A2", "Review access", "Important", "Head of IT", "30/04/09", None, 1],
            ["A3", "Tidy the store", "Desirable", "Stores lead", "TBC", None, "25%"],
        ],
        2,
    )
    for cell in made[3]:
        cell.font = BOLD
    for part in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"):
        made.merge_cells(part)
    return book


def staffordshire_header_block() -> Workbook:
    """A block of names and values stands before the actions; milestones follow."""
    book = new()
    sheet(
        book,
        "APP",
        [
            ["Name of the Local Area", "Illustrative County"],
            ["Date of Inspection", date(2021, 11, 8)],
            ["Accountable Officers", "Director of Children's Services"],
            ["Reporting month:", "March 2022"],
            [],
            ["Action", "Lead", "Start date", "Due date", "Success measures", "RAG rating"],
            ["Agree a joint plan", "Director", "Jan 2022", "June 2022", "Plan agreed", "Green"],
            ["Publish the offer", "SEND lead", "Q1 2022/23", "Q2 2022/23", "Offer online", "Amber"],
        ],
        6,
    )
    return book


def merged_action_with_two_owners() -> Workbook:
    """One action covers two rows by merged cells, each with its own owner and date."""
    book = new()
    made = sheet(
        book,
        "Plan",
        [
            ["Action no", "Action", "Owner", "Due", "Status"],
            ["1", "Improve legal advice", "Head of legal", date(2021, 10, 1), "In progress"],
            [None, None, "Service manager", date(2021, 11, 1), "Not started"],
            ["2", "Improve training", "Training lead", date(2021, 12, 1), "Complete"],
        ],
        1,
    )
    made.merge_cells("A2:A3")
    made.merge_cells("B2:B3")
    return book


def split_by_theme() -> Workbook:
    """One plan over two sheets, a sheet of choices, a hidden sheet, and an empty one."""
    book = new()
    headings: list[object] = ["Ref", "Action", "Owner", "By when", "Status"]
    for theme, start in (("Legal advice", 1), ("Training", 3)):
        sheet(
            book,
            theme,
            [
                [theme],
                headings,
                [f"Q{start}", f"First of {theme}", "Head of legal", date(2021, 9, 1), "Open"],
                [f"Q{start + 1}", f"Second of {theme}", None, None, "Started"],
            ],
            2,
        )
    sheet(book, "Lists", [["Status"], ["Open"], ["Started"], ["Closed"]])
    hidden = sheet(book, "Last year", [headings, ["Q9", "Old", "Director", None, "Closed"]], 1)
    hidden.sheet_state = "hidden"
    book.create_sheet("Sheet5")
    return book


def skeleton_and_guidance() -> Workbook:
    """A form: guidance under the headings, an example, numbered rows that wait to be filled."""
    book = new()
    rows: list[list[object]] = [
        ["Action ID", "Action", "Owner", "Due date", "Status"],
        ["Unique number", "Describe what will be done", "Who will do it", "dd/mm/yyyy", "Select"],
        ["Example: 1", "Book a room", "Office manager", "01/04/2022", "Open"],
        [1, "Write to families", "Head of service", "30/04/2022", "Open"],
        [2, "Meet the court", "Head of legal", "31/05/2022", "Closed"],
    ]
    rows += [[number, None, None, None, "< Select >"] for number in range(3, 12)]
    sheet(book, "Actions", rows, 1)
    return book


def wrong_cells() -> Workbook:
    """Cells that cannot be read, in every way that is easy to get wrong."""
    book = new()
    sheet(
        book,
        "Actions",
        [
            ["Reference", "Action", "Owner", "Start date", "Due date", "Status", "% complete"],
            ["1.1", "Write the plan", "Director", "1/2/2022", "31/02/2022", "Nearly there", "150%"],
            ["1.1", "Share the plan", "Director", "Feb 22", "9/21/2022", "Done", "half"],
            ["1.2", None, "Director", None, "Q3", "On hold", None],
            [date(2022, 2, 1), "Check the plan", None, "soon", "March", "Closed 12/3/22", 0.25],
        ],
        1,
    )
    return book


def posts_and_cases() -> Workbook:
    """Posts and Human Rights Act cases, with columns that must not be read."""
    book = new()
    sheet(
        book,
        "Establishment",
        [
            ["Post ID", "Job title", "Postholder", "FTE", "Recruitment status", "Advert date"],
            ["CLT01", "Solicitor", "A name", 1, "Permanent", None],
            ["CLT02", "Lawyer", None, 0.6, "Out to advert", "Oct 2021"],
            ["CLT03", "Legal assistant", None, None, "Filled - permanent", None],
        ],
        1,
    )
    sheet(
        book,
        "HRA cases",
        [
            ["Ref", "Child's name", "DOB", "Stage", "Date opened", "Legal advice", "Damages"],
            ["HRA-A", "A name", date(2010, 1, 1), "Notified", "March 2021", "Strong", None],
            ["HRA-B", "A name", date(2011, 1, 1), "Settled", date(2020, 5, 1), "Weak", "£5,000"],
        ],
        1,
    )
    return book


def training_matrix() -> Workbook:
    """People down, courses across, a date or a word in each cell, a row of totals, a legend."""
    book = new()
    sheet(
        book,
        "Training matrix",
        [
            ["Training matrix as at 30 September 2021"],
            ["Name", "Role", "Human Rights Act", "Section 20", "Pre-proceedings"],
            ["A name", "Social worker", date(2021, 5, 4), "Booked", "No"],
            ["Another name", "Social worker", "Yes", None, "12/06/2021"],
            ["A third name", "Team manager", "Expired", "N/A", "Trained"],
            ["Total trained", None, 2, 0, 2],
            [],
            ["Yes = trained and in date"],
        ],
        2,
    )
    return book


def indicators_across() -> Workbook:
    """Indicators down, months across."""
    book = new()
    sheet(
        book,
        "Performance",
        [
            ["Performance indicators"],
            ["Indicator", "Good is", "Target", "Apr 2021", "May 2021", "June 2021", "Comments"],
            ["Advice within 5 days", "High", "90%", 0.8, 0.85, "c", "Improving"],
            ["Open complaints", "Low", 5, 7, None, 6, None],
        ],
        2,
    )
    return book


def side_by_side() -> Workbook:
    """A count of statuses stands beside the actions."""
    book = new()
    sheet(
        book,
        "Log",
        [
            ["Action log", None, None, None, None, "Summary"],
            ["Ref", "Action", "Owner", "Status", None, "Status", "Count"],
            ["1", "Write the plan", "Director", "Open", None, "Open", 3],
            ["2", "Share the plan", "Head of legal", "Open", None, "Closed", 1],
            ["3", "Test the plan", "Head of legal", "Open"],
            ["4", "End the plan", "Director", "Closed"],
            ["5", "Keep the plan", "Director", "Closed"],
        ],
        2,
    )
    return book


def doubtful_cells() -> Workbook:
    """Month-first dates, a formula without its result, a hidden column, words in number cells."""
    book = new()
    made = sheet(
        book,
        "Log",
        [
            ["Ref", "Action", "Owner", "Due date", "Status", "% done", "Date closed", "Priority"],
            ["1", "Write the plan", "Director", "4/13/2022", "Open", 75, None, "High"],
            ["2", "Share the plan", "Director", "3/4/2022", "=E2", "n/a", None, "Low"],
            ["3", "Test the plan", "Director", "Friday 1 April 2022", "Y", "75 %", "TBC", "Low"],
            ["4", "End the plan", "Director", 44652, "Complete", 1, "w/c 4 April 2022", "Low"],
        ],
        1,
    )
    made.column_dimensions["H"].hidden = True
    return book


def cases_that_point_to_people() -> Workbook:
    """Human Rights Act cases with words in them that must not be kept."""
    book = new()
    sheet(
        book,
        "Human Rights Act claims",
        [
            ["Case ref", "Status", "Opened", "Subject", "Lessons learned", "Estimate"],
            ["A", "Letter before claim", "Q1 2021/22", "Delay", "See HR1 2AB", "£10,000"],
            ["B", "Dismissed", "12/05/2020", "Contact", "Train reviewing officers", None],
            ["C", "With counsel", "12/05/2021", "Contact", None, None],
        ],
        1,
    )
    return book


BOOKS = (
    doubtful_cells,
    cases_that_point_to_people,
    herefordshire_key_before_headings,
    torbay_question_words,
    bath_progress_by_month,
    york_tracker,
    status_in_fill_only,
    stockton_numbered_assessment,
    bromsgrove_two_dates,
    staffordshire_header_block,
    merged_action_with_two_owners,
    split_by_theme,
    skeleton_and_guidance,
    wrong_cells,
    posts_and_cases,
    training_matrix,
    indicators_across,
    side_by_side,
)

if __name__ == "__main__":
    for make in BOOKS:
        make().save(HERE / f"{make.__name__}.xlsx")
