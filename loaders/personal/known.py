"""Words that are known: names often given in the United Kingdom, and what lists of cases say."""

_GIVEN = """
aaliyah aaron abbie abdul abdullah abigail adam adele adrian agnieszka ahmed aidan aiden aisha
aisling aiysha alan albie alejandro alex alexander alexandra alfie alice alicia alina alisha
alison allison amanda amelia amina amira amy ana andreea andrei andrew angela angus anita anna
annabel anne annie anthony antonio anya archie aria ariana arlo arthur ashleigh ashley asma audrey
ava ayaan ayesha barbara barry beata beatrice becky ben benjamin bernard beth bethany beverley
bilal billy bobby bogdan bradley brandon brenda brendan brian bridget bronwen bryan caitlin callum
cameron carl carla carol caroline carolyn catherine cathy charlene charles charlie charlotte
chelsea cherie chloe chris christian christina christine christopher claire clara clare clive
codie colin connor conor corey courtney craig cristina curtis cynthia daisy damian daniel daniela
danielle danny darcey darcie darren dave david dawid debbie deborah declan demi denise dennis
derek diana diane dimitri dominic donna doreen doris dorothy douglas duncan dylan eddie edward
eileen elaine eleanor elena eliot eliza elizabeth ella ellie elliot elliott elsie emilia emily
emma eoin eric erica erin esme ethan eva evan evelyn evie ewa ezra farah fatima fatma felicity
finlay finley finn fiona florence frances francesca frankie fraser freddie frederick freya gabriel
gabriela gail gareth gary gavin gemma geoffrey george georgia georgina gerald geraldine gillian
glenn glynis gordon graham gwen hamza hannah harley harriet harrison harry harvey hassan hayden
hayley heidi helen helena henry howard hugh hugo hussain ian ibrahim iman imogen imran ioana iqra
irene isaac isabel isabella isabelle isla ismail jacek jack jackie jackson jacob jacqueline jake
jakub james jamie jan jane janet janice jasmin jasmine jason javier jayden jayne jean jeanette
jeff jeffrey jenna jennifer jenny jeremy jermaine jerome jess jesse jessica jill jimmy joan joanna
joanne joe joel john johnny jonathan jonathon jordan joseph josh joshua josie joyce juan judith
judy julia julian julie justine kacey kacie kai kaitlyn kamil karen karl karolina kasia katarzyna
kate katherine kathleen kathryn katie katy kayden kayleigh keegan keeley keira keith kelly kelsey
kenneth kerry kevin khadija khalid kian kieran kimberley kirsty krzysztof kyle kylie lacey laila
lara latoya laura lauren layla leah leanne leila leo leon lewis lexi liam lilly lily linda lindsay
lindsey lisa lloyd logan lorraine louie louis louisa louise luca lucas lucia lucy luke lydia lynda
lynn lynne mackenzie maddison madison magdalena mahmoud maisie malcolm malgorzata marcin marcus
margaret maria mariam marian marie marion marjorie martin martyn mary maryam mason mateusz matilda
matthew maureen maxine megan mehmet melanie melissa mia michael michaela michal michelle mihai
millie miriam mohamed mohammad mohammed molly monica monika morgan muhammad mustafa myra nadia
naomi natalie natasha nathan nathaniel neil niamh nicholas nicola nicole nigel nikita noah noor
norman oleksandr oliver olivia ollie omar oscar osman owen paige pamela patricia patrick patryk
paul paula pauline penelope peter philip phillip phoebe phyllis piotr priya rachael rachel radu
ralph raymond rebecca reece reggie rehan reuben rhiannon rhys ricardo richard rita robert roger
ronald ronnie rory rosalind rosie roxanne russell ruth ryan sabrina sadia sally salma sam samantha
samina samira samuel sandra sara sarah scarlett scott sean sebastian seren shane shannon sharon
shaun shauna sheila shelley shirley sian sienna simon siobhan sonia sophia sophie stacey stanley
stella stephanie stephen steve steven stewart stuart sue susan suzanne svetlana sylvia szymon
tamara tanya tara tariq tatiana teddy terence teresa terry tess theo theodore theresa thomas
tiffany tilly timothy tina toby todd tom tomasz tommy tony tracey tracy trevor tristan tyler
valerie vanessa vera verity vicky victoria vikram vincent vivien vladimir wayne wendy wiktoria
william xavier yasmin yusuf yvonne zac zachary zahra zainab zak zara zoe zofia zuzanna
"""
_FAMILY = """
adams adeyemi ahmed akhtar alexander ali allen anderson andrews armstrong ashton atkinson bailey
baker balogun barker barnes barnett barrett begum bennett bevan bhatt booth bradley brown bryant
bukowski burton butler byrne campbell carr carter chapman chaudhry chowdhury clark clarke coleman
collins cooper cunningham davidson davies davis dawson dhillon dixon doherty douglas doyle duffy
edwards elliott ellis evans farrell ferguson fernandez fitzgerald fleming fletcher francis fraser
gallagher garcia gardner gibson gilbert gill goodwin gordon graham green griffin griffiths gupta
hall hamilton harper harris harrison hart harvey hawkins henderson higgins hill holmes hopkins
howard hudson hughes hussain ibrahim iqbal jackson jacobs james jenkins jennings johnson johnston
jones joyce kaminski kaur kelly kennedy khan kowalczyk kowalski kumar lawrence lawson lewandowski
lewis lloyd lynch macdonald mahmood malik marshall martin mason matthews mccarthy mcdonald
mckenzie mclean mehta mendes mensah miah miller mitchell mohammed moore morgan morris morrison
murphy murray nash newman nguyen nicholls nowak nwosu o'brien o'connor o'neill o'reilly okafor
okeke oliver osborne owen owens palmer parker parsons patel payne pearce pearson perry phillips
popescu powell pritchard quinn reid reynolds richards richardson roberts robertson robinson rogers
ross russell ryan saunders scott sharma shaw shevchenko silva simpson singh smith spencer stephens
stevens stevenson stewart sullivan sutton taylor thomas thompson thomson tucker turner vaughan
walker wallace walsh watkins watson watts webb webster wilkinson williams williamson wilson wojcik
wood woods wright
"""
_BOTH = """
amber angus april art autumn baker banks barber bell best bill bird bishop blue brook brown butler
carpenter carr chance charlie chase chelsea china chris christian cook cooper cross dale dawn dean
devon drew eden faith field fields fisher florence ford fox francis frank gardner gene georgia
gill grace grant green grey hall hamilton harmony hart hazel heather hill holly hope israel ivy
jack jade jan jean joe jordan joy joyce june kelly kent king knight lane law lee lincoln long mark
marsh marshall mason max may melody miles moss norm oscar page park pat pearl penny preston price
ray reed rice rich rob robin rose rowan ruby sage sandy savage short sky skye star stone storm sue
summer sunny swift turner victor victoria violet walker ward warren wells west will willow wise
wood woods wright young
"""
_CASE_WORDS = """
a abuse access accommodation act action adoption advice advocacy advocate after age agency
agreement agreements aid allocation alpha and appeal approval approved article assessment
assessments at attachment audit authority avoidance baby bail before best beta birth black blue
both bravo breach breakdown brown budget bundle by capacity care carer carers case cases challenge
change charlie chi child children children's childrens claim claims clarity client closed closure
code committee communication complaint complaints concern concerns conduct conference consent
consultation contact contested control convention cost costs council counsel court courts criminal
cross-border culture damages data date deadline deadlines death decision decisions declaration
defence deferred delay delayed delays delta deprivation disability discharge disclosure
discrimination domestic drafting drift duty early echo education eight emergency english epsilon
escalation eta evidence exit experience expert exploitation external failure failures fair family
father fathers file files filing final finance financial finding findings five for foster
fostering four foxtrot friends from funding gamma gateway general gold golf grandparents green
grey group guardian guardianship guidance harm health hearing hearings high home homes hostel
hotel housing hra human id identity immigration in inadequate independent india information
informed inquiry instruction instructions inter-agency interest interim international interpreter
investigation iota iro isolation issue issues joined judgment judicial jurisdiction kappa kilo
kinship knowledge la lac lack lambda language late law leave leaving legal letter liberty life
lima limitation linked list litigation living local long loss maintenance management matching
matter meeting meetings mental mike minutes missed missing mother mothers mu multi-agency neglect
negligence new nine no non not notice november nu number occupation of officer official omega
omicron on one orange order orders oscar other out outcome outside oversight papa papers parent
parental parenting parents partner partnership pathway permanence permission phi physical pi pink
place placement placements placing plan planning plans plo police policy poor position post
practice pre-birth pre-proceedings privacy private procedural procedure procedures proceedings
process prolonged proportionality protection provision psi public purple quality quebec rationale
record recording records red ref reference referral refusal registration rehabilitation
relationship relinquished remedy removal report reports representation residence residential
resources respite response responsibility return reunification review reviewing reviews rho right
rights risk romeo s20 s21 safeguarding school secretary section secure send separation serious
service services settled settlement seven sexual sgo short sibling siblings sierra sigma signed
silver six social solicitor special staff standards statement status statutory stay step still
stop strategy supervised supervision support system tango tau team ten termination the therapeutic
theta third three threshold time timeliness timescales to training transfer transition transport
travel treatment trust two unaccompanied unallocated unborn uniform unit unlawful unmet
unregistered unregulated upsilon urgent use verbal victim victor views violence violet visits
voice voluntary vulnerable waiting welfare whiskey white wishes with withdrawal withdrawn witness
work worker workers written wrong x-ray xi xray yankee yellow young youth zeta zulu
"""
GIVEN = frozenset(_GIVEN.split())
FAMILY = frozenset(_FAMILY.split())
BOTH = frozenset(_BOTH.split())
"""Names that are also words, places or posts: alone they say nothing."""
CASE_WORDS = frozenset(_CASE_WORDS.split())
"""What lists of cases are written with, and what made-up references are made of."""
