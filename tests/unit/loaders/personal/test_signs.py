"""What points to one person is known in every form it is typed in, and its look-alikes are not."""

import pytest

from loaders.personal.names import doubt
from loaders.personal.signs import sign_of_a_person

FOUND = {
    "a telephone number": """
07700 900123
07700900123
077 0090 0123
0770 090 0123
07700-900-123
07700.900.123
(07700) 900123
+44 7700 900123
+44 (0)7700 900123
+447700900123
0044 7700 900 123
Mum on 07700 900123, not before 6
call 7700900123
Mob: 7700 900 123
01632 960123
01632 960 123
(01632) 960123
01632-960123
01632960123
020 7946 0123
(020) 7946 0123
0121 496 0123
0114 496 0123
tel 01632 960123 after six
Ring 01632960123
+353 87 123 4567
text +48 512 345 678
016977 1234
""",
    "a National Insurance number": """
KL123456C
AB 12 34 56 C
AB123456C
ab123456c
Ab 123456 d
AB-12-34-56-A
AB 123456 A
NI AB 12 34 56 C
NINO: AB123456D
NI number AB123456
National Insurance number AB 12 34 56
national insurance no. AB123456
claim (JK 65 43 21 B)
JK654321B,
Ref JK654321B
mother JK 65 43 21 B
ZY123456A
PC 11 22 33 C
sent to SG112233D in May
WP 99 88 77 A
""",
    "a street address": """
12 Bridge Street
12 bridge street
12 Bridge St
12a High Street, Leominster
14, Church Lane
7 The Avenue
7 Orchard Close, Ross
221 Old Eign Hill
3 St Martin's Avenue
Moved from 9 Castle Hill Road in May
5 Mill Court
23 Kings Crescent
23 Kings Cres
1 Park Terrace
45 Whitecross Rd
8 Meadow View
10 Station Approach Road
Flat 3, Oak House
flat 12b
Apartment 4
lives on Bridge Street
living in Mill Lane
Home is Rose Cottage, near Ledbury
placed at 6 Ashfield Way
Rose Cottage, Weobley
address: 4 Green Lane
31 newtown road, Hereford
""",
    "a postcode": """
HR1 2AB
HR12AB
hr1 2ab
Hr1 2Ab
Moved to HR1 2AB in May
(SY8 1AA)
postcode HR4 0LE
WR14 3AA.
EC1A 1BB
W1A 0AX
M1 1AE
B33 8TH
CR2 6XH
DN55 1PT
from LD1 5AA to HR9 7DY
ld1 5aa
np25 3dd
GL50 1PN,
SW1A 2AA
NR1 1AA
""",
    "somebody's age": """
aged 7
Aged 7 at removal
aged: 7
aged seven
child aged 3 and 5
girl, aged 12,
aged 6 months
aged 18 months at the time
age 7
age: 9
Age of 14
ages 3 and 5
at age 7
7-year-old
7 year old
7 yr old
7-yr-old girl
seven-year-old
a 3-week-old baby
six months old
18 months old
15yo
15 y/o
8 years of age
boy (7)
Girl, 9
girl is 12
turned 12
Year 7 pupil
child of 7
2½ years old
""",
    "a family relation": """
her mother
Her Mother was not told
his father
his own mother
her birth mother
their mother
their father's consent
his sister
her younger brother
his siblings
her half-brother
his step-father
Child A and brother
and his brother
and sister
with an older brother
A's mother
XY's father
the boy's uncle
girl’s grandmother
her maternal aunt
younger sibling
eldest daughter
twins separated
twin
sibling group of 4
three siblings
his foster carer and her partner
her boyfriend
& half-sister
""",
    "the name of a person": """
Kayleigh Smith
Smith, Kayleigh
SMITH, Kayleigh
SMITH Kayleigh
Kayleigh S
K. Smith and Liam Jones
Smith
SMITH
smith
kayleigh smith
Kayleigh
Contact for Kayleigh was stopped
Kayleigh's contact
Smith family
Mrs Smith
Mr. A Kowalczyk
Ms Xanthopoulou
Miss Q Zzyzx
baby Liam
Child: Mohammed
Re Kayleigh
Case of Oliver Patel
O'Neill
O’Brien family
Smith-Jones
Mohammed Khan
Grace Taylor
known as Billy
Wei Chen and Zofia Nowak
the Patel children
Delay, John Smith
Zuzanna W
""",
    "an NHS number": """
943 476 5919
943-476-5919
9434765919
NHS 943 476 5919
NHS no. 9434765919 (mother)
""",
    "a court's case number": """
ZW21C00123
zw21c00123
ZW 21 C 00123
HR22P70012
Court ref ZW21C00123
""",
    "an e-mail address": """
a.person@example.org
Drift, see a.person@example.org
A_Person+x@Example.co.uk
""",
    "a date of birth": """
child born in May
DOB 01/02/2015
d.o.b. unknown
Date of birth: 3 March
on his 12th birthday
""",
}
INNOCENT = """
HRA-A
HRA-2021-004
Case 12
A
BT & GT
REF 2021/00123456
2021-00123456
LL-0012345
LL 1234567
10004567
PO 4500123456
0012345678
Invoice 020 1234
0300 123 0712
0800 1111
999
£12,000
£148,000 in total
£01432.60
Budget 2021/22: £1,250,000
1,234 5678 hours
943 476 5918
01/03/2021 to 02/04/2021
01-03-2021 02-04-2021
2021-03-01
AB12
AB123456
HR123456
GB123456A
NK 12 34 56 A
AB1234567C
National insurance contributions
national insurance number not to be kept
s20 1st review
Annex B2 1st draft
A1 2nd
Section 20
S20
Q7
HR1
HRA1 2AB
3 County Court hearings
2 Family Court orders
5 High Court
28 Day Court
12 May Court hearing
7 September Court
3 Case Close
12 month review
20 working days
2 FTE Court
out of 3 Court hearings
Home Office, Court and police
Home Office
Children's Home
Care home placement
Court House
House of Lords
High Street banks
way forward
close to family
park the issue
Flat rate
flat 10% fee
age assessment
Age assessment of an unaccompanied child
age verification
aged debt
Aged debts of 90 days
debts aged 90 days
aged 30 days debt
cases aged 12 months
Case aged 12 months
aged 16+
aged 16 to 25
aged 5-11
aged 18 and over
aged 16 or over
ages 0-25
until age 25
from age 16
under 18
age range
age
average
Stage 7
page 7
Year 2 of the plan
a 10-year-old case
three-year-old judgment
a 2-year-old plan
16 and 17 year olds
7 years old policy
12 months old data
the case is 3 years old
years of delay
2½ years in section 20
child of the family
children of 12 cases
Mother and baby unit
mother and baby placement
mother's consent not obtained
Consent of father and mother
Parents left out
No parental contact
Sibling separation
Contact with siblings
contact with parents and siblings
siblings
sibling groups
Children placed without telling their parents
brother-in-law clause
brothers and sisters
Big Brother
sister company
sister authority
twin-track planning
twin track
twin town
their children
their family
Family group conference
her
his
and other
newborn removal
unborn baby
borne by the council
Delay
Drift and delay
Delay of 12 months in 2021
Section 20 misuse
Unlawful Removal
Contact
Care plan
Article 8
Art. 6 and 8
Human Rights Act
Hope
Grace
Faith
Mark
Grant
grant funding
Court
Ward
Young people
Cross-border placement
Will
Bill of costs
May
March
Baby P
Re CZ
Re N (Children)
Williams v Hackney
Herefordshire Council v AB
Mr Justice Keehan
HHJ Smith
Judge Jones
Keehan J
Cllr Smith
St Mary's Hospital
Lucy Faithfull Foundation
Prince Charles Hospital
Independent reviewing officer
Christian carers
Letter before claim
C100
N/A
Learning from audit
Training for all social workers
Jordan
Charlie
Sue for damages
Miss a deadline
Master Plan
Jan 2026
End Jan 26
Mon 13 Jan 2025
Ms
""".strip().splitlines()


@pytest.mark.parametrize("kind", FOUND)
def test_what_points_to_one_person_is_known_however_it_is_typed(kind: str) -> None:
    texts = FOUND[kind].strip().splitlines()
    assert {text: sign_of_a_person(text) for text in texts} == dict.fromkeys(texts, kind)


def test_what_only_looks_so_passes() -> None:
    stopped = {text: sign for text in INNOCENT if (sign := sign_of_a_person(text))}
    assert not stopped


MAY_BE = """
Wasilewska
Zbigniew Wasilewski
ZBIGNIEW
The Adeleke case
Oyelaran family
Nkemelu, T
Baby Ogunleye
Kzysztof
case of Tembo
Xanthe
Family Bartosz
Thi Nguyet
Ofori-Atta
D'Souza
Ní Bhriain
Zuhayr
Szczepan
Vasquez claim
Mbeki
Fadil
""".strip().splitlines()
NO_NAMES = """
HRA-A
A
Case B
Alpha
Case Bravo
BT
BT & GT
HRA 12
Delay
Section 20
Unlawful Removal
Drift
Contact
Care planning
Poor legal advice
Re CZ
DELAY
Parental consent
Placement breakdown
Secure accommodation
Sibling contact
Blue
Williams v Hackney
Escalation to the IRO
Late assessments
deprivation of liberty
""".strip().splitlines()


def test_capitalised_words_that_no_list_of_cases_is_written_with_may_be_a_name() -> None:
    assert [text for text in MAY_BE if not doubt(text)] == []


def test_what_lists_of_cases_are_written_with_is_no_name() -> None:
    assert [text for text in NO_NAMES if doubt(text)] == []
