"""The actions of the Children's Legal Team Improvement Plan, as their owners told them.

Recommendations a to f and the two actions of 7 September 2021 are real, shortened in our own
words (Children and Young People Scrutiny Committee, Herefordshire Council, 7 September 2021,
item 30). All other actions, and everything told of any of them, are made up.
"""

from typing import Any

from sample_data.legal_dates import JAN22, JUL22, MAR22, MAY21, MAY22, NOV21, NOV22, SEP21, SEP22
from sample_data.story import GONE, Row, day

CAPACITY = "1 Leadership and capacity"
JOINT = "2 Working with social care"
RIGHTS = "3 Human Rights Act and section 20"
SYSTEMS = "4 Systems and case management"
OVERSIGHT = "5 Oversight and decisions"
LEARNING = "6 Learning from cases"

SOLICITOR = "Solicitor to the council"
HEAD = "Head of legal services"
INTERIM = "Interim head of children's legal"
LAWYER = "Principal lawyer, children"
PRACTICE = "Legal practice manager"
COURT = "Head of service, court team"
SAFEGUARDING = "Assistant director, safeguarding"
WORKER = "Principal social worker"
TRAINING = "Workforce development manager"
DEMOCRATIC = "Democratic services manager"
LESSONS = "Practice lead, learning"

MEETING = "Children and Young People Scrutiny Committee, 7 September 2021, item 30"
RAISED, NOTICE = day("07/09/2021"), day("20/09/2021")


def action(
    ref: str,
    theme: str,
    title: str,
    owner: str,
    due: str,
    success: str,
    story: dict[str, dict[str, Any] | None],
    source: str = "Improvement plan, May 2021",
) -> Row:
    """One plan action with its first due date."""
    start = {"Reference": ref, "Theme": theme, "Action": title, "Kind": "plan action"}
    start |= {"Source": source, "Owner": owner, "Success measure": success}
    return Row(start | ({"Due date": day(due)} if due else {}), story)


def asked(ref: str, kind: str, words: str, story: dict[str, dict[str, Any] | None]) -> Row:
    """What the committee asked for on 7 September 2021; it set no dates but the one in b."""
    letter = f", recommendation {ref[-1]}" if kind == "recommendation" else ", actions arising"
    start = {"Reference": ref, "Theme": OVERSIGHT, "Action": words, "Kind": kind}
    start |= {"Source": MEETING + letter, "Owner": SOLICITOR, "Date raised": RAISED}
    # The committee only notes in a, so nobody was given notice of it.
    if kind == "recommendation" and ref != "Rec a":
        start["Notice given"] = NOTICE
    return Row(start, story)


def answered(answer: str, on: str, reason: str = "") -> dict[str, Any]:
    """The executive answers, with or without saying why."""
    told = {"Executive's answer": answer, "Date answered": day(on)}
    return told | ({"Reason for the answer": reason} if reason else {})


def started(rag: str, share: float, update: str, **more: Any) -> dict[str, Any]:
    """The owner calls it in progress."""
    return {
        "Status": "In progress",
        "RAG": rag,
        "% complete": share,
        "Latest update": update,
    } | more


def waiting(rag: str = "G", update: str = "", **more: Any) -> dict[str, Any]:
    """The owner has not begun."""
    return {"Status": "Not started", "RAG": rag, "% complete": 0, "Latest update": update} | more


def done(on: str, update: str, evidence: str = "") -> dict[str, Any]:
    """The owner calls it complete, with or without something that shows it."""
    told = {"Status": "Complete", "RAG": "B", "% complete": 1, "Latest update": update}
    return told | {"Date completed": day(on), "Evidence": evidence}


def reopened(rag: str, share: float, update: str, until: str) -> dict[str, Any]:
    """It was called complete, and is not."""
    return started(rag, share, update, **{"Date completed": None}) | moved(until)


def moved(until: str) -> dict[str, Any]:
    """The due date is revised; the first one stays in its own column."""
    return {"Revised due date": day(until)}


ACTIONS = (
    action(
        "Q1",
        CAPACITY,
        "Agree the structure and budget of a permanent children's legal team",
        SOLICITOR,
        "30/06/2021",
        "Structure approved and funded",
        {
            MAY21: started("A", 0.5, "Structure drafted; budget being agreed."),
            SEP21: done(
                "28/07/2021",
                "Structure and budget approved.",
                "Record of officer decision, July 2021",
            ),
        },
    ),
    action(
        "Q2",
        CAPACITY,
        "Recruit permanently to every solicitor post",
        HEAD,
        "30/09/2021",
        "No solicitor post empty or covered by agency staff",
        {
            MAY21: started("A", 0.2, "Two posts advertised."),
            SEP21: started("A", 0.3, "One offer made. One round found nobody suitable.")
            | moved("31/12/2021"),
            NOV21: started("A", 0.4, "Second round under way."),
            JAN22: started("R", 0.45, "One solicitor started; senior posts still empty.")
            | moved("30/06/2022"),
            MAR22: started("A", 0.55, "Senior post advertised a third time."),
            MAY22: started("A", 0.6, "One offer accepted."),
            JUL22: started("R", 0.6, "The principal lawyer has given notice.")
            | moved("31/12/2022"),
            NOV22: started("R", 0.65, "Principal lawyer's post advertised; a solicitor has left."),
        },
    ),
    action(
        "Q3",
        CAPACITY,
        "Replace agency lawyers as permanent staff start",
        HEAD,
        "31/03/2022",
        "No more than one agency lawyer",
        {
            MAY21: waiting(),
            NOV21: started("G", 0.2, "One agency contract ended."),
            MAR22: started("A", 0.4, "Two agency lawyers remain.") | moved("30/09/2022"),
            SEP22: started("G", 0.6, "Two agency lawyers remain; notice not yet given."),
        },
    ),
    action(
        "Q4",
        CAPACITY,
        "Give every lawyer recorded supervision each month",
        INTERIM,
        "31/08/2021",
        "A supervision record for each lawyer each month",
        {
            MAY21: started("G", 0.3, "Template agreed."),
            SEP21: done("31/08/2021", "Monthly supervision is in place."),
            MAR22: {"Evidence": "Sample of the supervision log, March 2022"},
        },
    ),
    action(
        "Q5",
        CAPACITY,
        "Set a workload limit for each fee earner and report it monthly",
        LAWYER,
        "30/11/2021",
        "Live cases within the limit every month",
        {
            MAY21: waiting(),
            SEP21: started("G", 0.25, "Limits at other councils compared."),
            NOV21: started("A", 0.6, "A limit of 13 cases proposed.") | moved("31/01/2022"),
            JAN22: done("20/01/2022", "Limit of 13 cases agreed and reported."),
            MAY22: reopened(
                "A",
                0.7,
                "Live cases rose to 20 for each lawyer in March; the "
                "way work is shared out is being looked at again.",
                "30/09/2022",
            ),
            SEP22: started("A", 0.8, "New way of sharing out work on trial.") | moved("16/12/2022"),
        },
    ),
    action(
        "Q6",
        CAPACITY,
        "Appoint a permanent head of children's legal",
        SOLICITOR,
        "31/12/2021",
        "Head of children's legal in post",
        {
            SEP21: started("G", 0.3, "Post advertised."),
            NOV21: started("G", 0.7, "Interviews held."),
            JAN22: done("14/01/2022", "Offer accepted; starts in March."),
            MAR22: {"Evidence": "Start on 7 March 2022 confirmed by human resources"},
        },
    ),
    action(
        "Q7",
        JOINT,
        "Hold a meeting after every set of court proceedings",
        COURT,
        "31/10/2021",
        "A meeting within 20 working days of every final hearing",
        {
            MAY21: started("G", 0.2, "Meetings are offered after each case."),
            NOV21: started(
                "A",
                0.4,
                "The committee wants these required, not optional "
                "(recommendation d). Procedure being rewritten.",
            )
            | moved("31/01/2022"),
            JAN22: started("A", 0.6, "Procedure with the legal team for comment.")
            | moved("31/03/2022"),
            MAR22: done(
                "18/03/2022",
                "Meetings are now required.",
                "Court work procedure, section 9, March 2022",
            ),
            JUL22: reopened(
                "A",
                0.8,
                "Fewer than half of the cases that ended in May and June had a meeting.",
                "31/10/2022",
            ),
            SEP22: started("A", 0.8, "Court team managers reminded.") | moved("30/11/2022"),
            NOV22: started("A", 0.85, "Meetings now booked by the court team's support officer."),
        },
    ),
    action(
        "Q8",
        JOINT,
        "Agree a service level agreement between legal and children's services",
        SOLICITOR,
        "30/09/2021",
        "Agreement signed by both services",
        {
            MAY21: started("G", 0.6, "Second draft shared."),
            SEP21: started("G", 0.8, "Final draft with both services.") | moved("31/10/2021"),
            NOV21: done(
                "15/11/2021", "Signed by both services.", "Signed agreement, November 2021"
            ),
        },
        source="Recommendation b, 7 September 2021",
    ),
    action(
        "Q9",
        JOINT,
        "Report performance against the service level agreement each month",
        PRACTICE,
        "31/12/2021",
        "Monthly figures to both management teams",
        {
            SEP21: waiting(),
            NOV21: started("G", 0.5, "First month's figures being checked."),
            JAN22: done(
                "10/01/2022", "Reported since December.", "Monthly figures, sheet Indicators"
            ),
        },
        source="Recommendation b, 7 September 2021",
    ),
    action(
        "Q10",
        JOINT,
        "Give managers a one-page guide on when to ask for legal advice",
        LAWYER,
        "31/07/2021",
        "Guide in use by every team manager",
        {
            MAY21: started("G", 0.5, "First draft with two team managers."),
            SEP21: done("30/07/2021", "Guide sent to every team manager."),
            NOV21: {"Evidence": "Guide on the intranet, version 1"},
        },
        source="Recommendation b, 7 September 2021",
    ),
    action(
        "Q11",
        JOINT,
        "Hold a legal gateway meeting every week, chaired by a senior manager",
        SAFEGUARDING,
        "30/06/2021",
        "A meeting in at least 48 weeks of the year",
        {
            MAY21: done("10/05/2021", "Meetings are held every week."),
        },
    ),
    action(
        "Q12",
        JOINT,
        "Ask social workers and lawyers each quarter what works between them",
        WORKER,
        "31/12/2021",
        "Four surveys a year, with answers published",
        {
            MAY21: waiting(),
            NOV21: started("G", 0.3, "First survey sent out."),
            NOV22: started("G", 0.5, "Second survey sent out."),
        },
    ),
    action(
        "Q13",
        RIGHTS,
        "Review every open case for a possible Human Rights Act claim",
        LAWYER,
        "30/09/2021",
        "Every open case reviewed and recorded",
        {
            MAY21: started("A", 0.4, "Half of the open cases reviewed."),
            SEP21: started("A", 0.7, "Older cases take longer than expected.")
            | moved("31/12/2021"),
            JAN22: done(
                "17/12/2021",
                "Every open case reviewed.",
                "Case review report, December 2021 (exempt)",
            ),
        },
    ),
    action(
        "Q14",
        RIGHTS,
        "Write to families whose consent under section 20 was not clear",
        INTERIM,
        "31/12/2021",
        "Every such family written to",
        {
            MAY21: waiting("A", "Waits for the case review (Q13)."),
            NOV21: started("R", 0.2, "Letter drafted."),
            JAN22: started("R", 0.2, "Letter with counsel.") | moved("30/04/2022"),
            MAY22: GONE,
        },
    ),
    action(
        "Q15",
        RIGHTS,
        "Train every social worker on the Human Rights Act",
        TRAINING,
        "31/03/2022",
        "Every social worker in date",
        {
            MAY21: waiting(),
            SEP21: started("G", 0.2, "Workshop designed."),
            NOV21: started("G", 0.45, "Four workshops held."),
            MAR22: started("A", 0.7, "New starters not yet booked.") | moved("31/07/2022"),
            JUL22: started("A", 0.85, "Extra workshops booked.") | moved("31/12/2022"),
            NOV22: started("A", 0.9, "First refreshers now due as well."),
        },
        source="Recommendation c, 7 September 2021",
    ),
    action(
        "Q16",
        RIGHTS,
        "Keep a register of Human Rights Act cases and report their status",
        PRACTICE,
        "31/10/2021",
        "Register up to date at every meeting",
        {
            SEP21: started("G", 0.4, "Register set up."),
            NOV21: done(
                "08/11/2021",
                "Register complete and checked.",
                "Register, sheet Human Rights Act cases",
            ),
        },
        source="Recommendation c, 7 September 2021",
    ),
    action(
        "Q17",
        RIGHTS,
        "Audit section 20 agreements twice a year",
        WORKER,
        "31/12/2021",
        "Two audits a year, none with unclear consent",
        {
            MAY21: waiting(),
            NOV21: started("G", 0.5, "Sample drawn."),
            JAN22: started("A", 0.5, "Auditor away.") | moved("31/03/2022"),
            MAR22: done("15/03/2022", "First audit finished.", "Audit report, March 2022"),
        },
    ),
    action(
        "Q18",
        RIGHTS,
        "Add the Human Rights Act to the pre-proceedings checklist",
        LAWYER,
        "30/06/2021",
        "Checklist used in every case",
        {
            MAY21: started("G", 0.7, "Wording agreed."),
            SEP21: done("25/06/2021", "In use.", "Pre-proceedings checklist, version 4"),
        },
    ),
    action(
        "Q19",
        SYSTEMS,
        "Move all open files to the new case management system",
        PRACTICE,
        "31/03/2022",
        "No open file on paper",
        {
            MAY21: waiting(),
            NOV21: started("G", 0.3, "Supplier chosen."),
            JAN22: started("G", 0.45, "Files of three lawyers moved."),
            MAR22: {
                "Reference": "Q31",
                "Theme": LEARNING,
                "Action": "Transfer all open case files to the new case management system",
            }
            | started("A", 0.55, "Moved to the learning theme with the new system's project.")
            | moved("30/09/2022"),
            JUL22: started("A", 0.7, "Two lawyers' files to go."),
            NOV22: started("R", 0.8, "Supplier's work late.") | moved("28/02/2023"),
        },
    ),
    action(
        "Q20",
        SYSTEMS,
        "Agree standard templates for threshold and statements",
        LAWYER,
        "31/03/2022",
        "Templates used in every new case",
        {
            SEP21: started("G", 0.2, "Examples collected."),
            JAN22: started("A", 0.5, "Court users' group consulted."),
            MAR22: done("21/03/2022", "Templates in use.", "Template library, March 2022"),
        },
    ),
    action(
        "Q21",
        SYSTEMS,
        "Send every court bundle electronically",
        PRACTICE,
        "31/03/2022",
        "No paper bundle",
        {
            SEP21: waiting(),
            NOV21: started("G", 0.4, "Staff trained."),
            MAR22: done("22/03/2022", "All bundles are electronic."),
        },
    ),
    action(
        "Q22",
        SYSTEMS,
        "Record time on every case so that its cost can be reported",
        INTERIM,
        "31/03/2022",
        "Cost of each case reported each quarter",
        {
            MAY21: waiting(),
            JAN22: started("A", 0.1, "Codes agreed with finance."),
            MAR22: {"Status": "Paused", "RAG": "R", "Latest update": "Waits for the new system."},
        },
    ),
    action(
        "Q23",
        SYSTEMS,
        "Share a weekly list of hearings with social care",
        PRACTICE,
        "31/03/2022",
        "List sent every Friday",
        {
            SEP21: started("G", 0.5, "Format agreed."),
            JAN22: done("12/01/2022", "Sent every Friday.", "Shared calendar of hearings"),
        },
    ),
    action(
        "Q24",
        OVERSIGHT,
        "Review the escalation procedure and when a second opinion is sought",
        SAFEGUARDING,
        "31/01/2022",
        "Revised procedure approved and in use",
        {
            NOV21: started("G", 0.3, "Scope agreed."),
            JAN22: started("A", 0.4, "Senior officers interviewed.") | moved("31/03/2022"),
            MAR22: started("A", 0.5, "First draft.") | moved("31/05/2022"),
            MAY22: started("A", 0.6, "Second draft.") | moved("30/09/2022"),
            SEP22: started("A", 0.7, "With the director.") | moved("16/12/2022"),
            NOV22: started(
                "A",
                0.75,
                "Criteria for a second opinion agreed; support for senior "
                "officers still to be written.",
            ),
        },
        source="Recommendation e, 7 September 2021",
    ),
    action(
        "Q25",
        OVERSIGHT,
        "Train councillors to use the call-in procedure with confidence",
        DEMOCRATIC,
        "31/05/2022",
        "Every councillor offered training; two in three trained",
        {
            NOV21: waiting(),
            MAR22: started("G", 0.2, "Trainer found."),
            MAY22: started("A", 0.3, "First session planned for the autumn.") | moved("30/09/2022"),
            SEP22: started("R", 0.4, "Six councillors came to the first session.")
            | moved("31/01/2023"),
        },
        source="Recommendation f, 7 September 2021",
    ),
    action(
        "Q26",
        OVERSIGHT,
        "Advertise for the standing co-optee and put it to full council",
        DEMOCRATIC,
        "31/10/2021",
        "Co-optee in place",
        {
            SEP21: started("G", 0.5, "Advert about to be placed."),
            NOV21: started("A", 0.7, "No applicant at first; advertised again.")
            | moved("31/12/2021"),
            JAN22: done("10/12/2021", "Co-optee confirmed.", "Full council minutes"),
        },
    ),
    action(
        "Q27",
        OVERSIGHT,
        "Write an induction pack for new starters in legal and social care",
        TRAINING,
        "31/10/2021",
        "Every new starter has the pack in the first week",
        {
            SEP21: started("G", 0.6, "Draft tried with two new starters."),
            NOV21: done("12/11/2021", "In use.", "Induction pack, November 2021"),
        },
    ),
    action(
        "Q28",
        LEARNING,
        "Hold a learning review after every concluded Human Rights Act case",
        LESSONS,
        "30/09/2022",
        "A review within two months of each conclusion",
        {
            MAR22: waiting(),
            MAY22: started("G", 0.3, "Method agreed; two reviews held."),
            SEP22: started("G", 0.6, "Three cases still to be reviewed."),
        },
        source="Added March 2022",
    ),
    action(
        "Q29",
        LEARNING,
        "Share a one-page lesson from each case with every team",
        LESSONS,
        "31/12/2022",
        "A page within a month of each review",
        {
            MAR22: waiting(),
            JUL22: started("G", 0.2, "First page shared."),
            NOV22: started("A", 0.4, "Four of ten pages shared."),
        },
        source="Added March 2022",
    ),
    action(
        "Q30",
        LEARNING,
        "Check after one year that lessons changed practice",
        "",
        "31/03/2023",
        "Audit finds the change in nine of ten cases",
        {
            MAY22: waiting(),
        },
        source="Added May 2022",
    ),
    action(
        "Q32",
        CAPACITY,
        "Plan cover for the principal lawyer's post",
        HEAD,
        "31/10/2022",
        "Cover agreed before the last day",
        {
            SEP22: started("A", 0.2, "Options being costed."),
            NOV22: done("31/10/2022", "Agency cover found for three days a week."),
        },
        source="Added September 2022",
    ),
    action(
        "Q33",
        JOINT,
        "Agree with the court how late papers are counted",
        "",
        "",
        "One count used by court and council",
        {
            NOV22: waiting("A", "Raised by the designated family judge's office."),
        },
        source="Added November 2022",
    ),
    action(
        "Q34",
        JOINT,
        "Repeat the knowledge survey with team leaders",
        WORKER,
        "20/01/2023",
        "Nine in ten know when to ask for advice",
        {
            NOV22: waiting(),
        },
        source="Recommendation b, 7 September 2021",
    ),
    asked(
        "Rec a",
        "recommendation",
        "Note the progress so far and the plan to go on improving the children's legal team",
        {
            NOV21: done(
                "07/09/2021", "Noted; nothing further asked.", "Minutes of 7 September 2021"
            )
            | answered("Accepted", "02/11/2021"),
        },
    ),
    asked(
        "Rec b",
        "recommendation",
        "Report on the plan every two months, with evidence at the next meeting (23 November 2021) "
        "on the service level agreement, and on what middle managers know and what they understand "
        "about when to use legal services",
        {
            NOV21: started("A", 0.6, "Agreement signed; the survey of managers is still to come.")
            | {"Due date": day("23/11/2021")}
            | answered(
                "Accepted",
                "02/11/2021",
                "Members should see the plan as often as managers do.",
            ),
            JAN22: done(
                "25/01/2022",
                "Survey reported to this meeting.",
                "Survey of 41 managers, January 2022",
            ),
        },
    ),
    asked(
        "Rec c",
        "recommendation",
        "Make the status of Human Rights Act cases clearer and show evidence of training or "
        "workshops where there is concern",
        {
            NOV21: started("A", 0.5, "Register reported; training figures to follow.")
            | answered(
                "Accepted",
                "02/11/2021",
                "Both can be reported without telling of any one case.",
            ),
            MAR22: started("A", 0.7, "Training by staff group now reported."),
            # Called complete while the middle managers' row of the training sheet says otherwise.
            NOV22: done("15/11/2022", "Register and training figures are reported each time."),
        },
    ),
    asked(
        "Rec d",
        "recommendation",
        "Require meetings after court proceedings, instead of leaving them optional (Q7)",
        {
            NOV21: started("A", 0.4, "See Q7.")
            | answered(
                "Accepted",
                "02/11/2021",
                "What a case has to teach is lost when the meeting may be left out.",
            ),
            MAR22: done(
                "18/03/2022",
                "Required since March 2022.",
                "Court work procedure, section 9, March 2022",
            ),
        },
    ),
    asked(
        "Rec e",
        "recommendation",
        "Review how senior officers decide within the escalation process, the support they have, "
        "and when a second opinion is sought",
        {
            NOV21: started("G", 0.3, "See Q24.") | {"Executive's answer": "None yet"},
            JAN22: started(
                "A", 0.4, "See Q24. The executive will not make a second opinion binding."
            )
            | answered("Partly accepted", "12/01/2022"),
        },
    ),
    asked(
        "Rec f",
        "recommendation",
        "Train councillors so that they are confident in starting the call-in procedure",
        {
            NOV21: waiting("A", "With the executive.") | {"Executive's answer": "None yet"},
            MAR22: started("A", 0.2, "See Q25. Answer still awaited."),
        },
    ),
    asked(
        "Act 1",
        "committee action",
        "Check whether the Human Rights Act is a required workshop for social workers",
        {
            NOV21: done(
                "29/10/2021", "It was not; it is now.", "List of required training, October 2021"
            ),
        },
    ),
    asked(
        "Act 2",
        "committee action",
        "Give the committee an example of an induction pack for new starters",
        {
            NOV21: started("A", 0.5, "Pack finished; to be sent to members."),
            JAN22: done("20/01/2022", "Sent to members."),
        },
    ),
)

WIDTHS = {
    "Reference": 10,
    "Theme": 24,
    "Action": 44,
    "Kind": 16,
    "Source": 28,
    "Owner": 24,
    "Date raised": 12,
    "Due date": 12,
    "Revised due date": 12,
    "Status": 12,
    "RAG": 6,
    "% complete": 10,
    "Date completed": 12,
    "Latest update": 44,
    "Evidence": 34,
    "Notice given": 12,
    "Executive's answer": 14,
    "Date answered": 12,
    "Reason for the answer": 34,
    "Success measure": 34,
}
KEY = (
    {"In this file": "R", "Means": "has missed its date, or will", "Read as": "in progress"},
    {"In this file": "A", "Means": "at risk of missing its date", "Read as": "in progress"},
    {"In this file": "G", "Means": "on target", "Read as": "in progress"},
    {"In this file": "B", "Means": "called complete by its owner", "Read as": "complete"},
)
