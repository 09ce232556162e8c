"""Small numbers of children in sentences, and the many numbers that are none."""

import pytest

from measures.small_numbers.in_words import in_public

TOLD = {
    "4 cases still to be reviewed": "1 to 5 cases still to be reviewed",
    "Four children were moved; two families complained": (
        "1 to 5 children were moved; 1 to 5 families complained"
    ),
    "3 of the 31 cases": "1 to 5 of the cases",
    "30 of 31 children have a plan": "some of the children have a plan",
    "5 out of 9 care proceedings": "1 to 5 of the care proceedings",
    "3/20 families written to": "1 to 5 of the families written to",
    "HRA cases: 4": "HRA cases: 1 to 5",
    "Cases open = 2, closed = 17": "Cases open = 1 to 5, closed = 17",
    "A single case remains": "1 to 5 case remains",
    "one of the children asked": "1 to 5 of the children asked",
    "2 more court cases heard": "1 to 5 more court cases heard",
    "2 sibling groups placed": "1 to 5 sibling groups placed",
    "there are 5 looked after children": "there are 1 to 5 looked after children",
    "3 unaccompanied young people arrived": "1 to 5 unaccompanied young people arrived",
    "(2 cases)": "(1 to 5 cases)",
    "1 CASE": "1 to 5 CASE",
}
LEFT = """
10 cases reviewed
40 of 60 children have a plan
Review Q4 cases by 3 March
Section 20 cases reviewed
Case 4 of the pilot
5 working days; 3 solicitors; 2 policies
In 2021 children moved
£3 cases
3 social workers see 14 children
1.5 cases per worker
Phase 2 cases
stage 3 cases
two case management hearings
1:1 children sessions
3 family law solicitors
Two children's services managers
Year 5 children
the first 3 cases
twenty-five children
Rec 3 children's plan
v1.2 case law update
3 March: cases reviewed
Train 4 staff, then look at cases
0 cases
without telling of any one case
where more than one child is moved
each one child at a time
""".strip().splitlines()


@pytest.mark.parametrize("text", TOLD)
def test_a_small_number_of_children_is_told_as_other_counts_are(text: str) -> None:
    assert in_public(text) == TOLD[text]
    assert in_public(TOLD[text]) == TOLD[text]


@pytest.mark.parametrize("text", LEFT)
def test_other_numbers_stay_as_they_are_written(text: str) -> None:
    assert in_public(text) == text


def test_a_raised_limit_counts_here_too() -> None:
    assert in_public("8 cases", 10) == "1 to 10 cases"
    assert in_public("8 cases") == "8 cases"
