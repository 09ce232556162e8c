"""What a text sounds like: something to be done, something that happened, or who does it."""

import re

_VERBS = (
    "achieve act add address adjust adopt agree align allocate amend analyse appoint arrange ask "
    "assess assign attend audit automate benchmark book brief build buy carry chair change check "
    "clarify clear close collate collect commission communicate complete conduct confirm consider "
    "consult contact continue convene co-ordinate coordinate create define deliver design "
    "determine develop devise disseminate distribute document draft embed enable engage enhance "
    "ensure establish evaluate explore extend fill finalise find fix follow formalise fund gather "
    "get give grow hold identify implement improve include increase inform install instruct "
    "introduce investigate invite issue join keep launch lead learn liaise look maintain make "
    "manage map meet mentor merge migrate mitigate monitor move negotiate notify obtain offer open "
    "organise outline pilot plan prepare present prioritise produce promote provide publish "
    "purchase put raise re-launch recommend recruit redesign reduce refine refresh reinforce "
    "relaunch remind remove renew repair replace report request require research resolve respond "
    "restructure review revise roll run schedule scope secure seek send set share sign simplify "
    "source standardise start stop strengthen streamline submit supply support survey take target "
    "task test tighten track train transfer undertake update upgrade use validate verify visit "
    "work write"
)
_BIDDING = re.compile(
    rf"^\W*(?:to |we will |[\w ]{{2,40}} (?:to|will|must|should|need to) )?"
    rf"(?:{'|'.join(_VERBS.split())})\b(?! (?:was|were|has|have|is|are|held|took)\b)",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:was|were|has|have|had|been|is now|are now|now|awaiting|waiting|took place|underway|"
    r"ongoing|so far|to date|yet|no (?:change|update|progress)|held|sent|met|"
    r"(?!need|agreed actions)[a-z]{3,}ed)\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?i:accountant|adviser|advisor|analyst|architect|assistant|associate|auditor|cabinet|"
    r"chair|chief|clerk|commander|commissioner|consultant|co-?ordinator|councillor|counsel|deputy|"
    r"developer|director|directorate|engineer|executive|finance|governor|head|headteacher|hr|ict|"
    r"inspector|lawyer|lead|leader|legal|librarian|management|manager|matron|member|nurse|"
    r"office|officer|owner|paralegal|partner|planner|practitioner|president|principal|secretary|"
    r"senco|sergeant|service|solicitor|specialist|sponsor|staff|superintendent|supervisor|teacher|"
    r"team|treasurer|trainer|worker|unit|department)s?\b|"
    r"\b(?:it|AD|CE|CEO|CFO|CIO|COO|DCS|DASS|DoF|DPO|DSL|HoS|IT|MD|PM|PO|PSW|QA|SRO|TM)s?\b|"
    r"^[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*$|"
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? )?[A-Z](?:\.|[a-z]+) [A-Z][a-z]+(?:-[A-Z][a-z]+)?$"
)


def bids(text: str) -> bool:
    """Whether a text says what is to be done: it begins with a verb that asks for it."""
    return _BIDDING.match(text) is not None


def tells(text: str) -> bool:
    """Whether a text says what has happened, and does not begin with what is to be done."""
    return not bids(text) and _TELLING.search(text) is not None


def names_somebody(text: str) -> bool:
    """Whether a text is a job, a team, a name or somebody's initials."""
    return _PEOPLE.search(text) is not None
