"""The actions table: what an officer's plan or action log holds."""

from loaders.cells import readers
from loaders.cells.percentages import percent
from loaders.declared import Column, Listing, Table
from workstreams.names import names_in

STATUS = readers.one_of(
    {
        "not started": names_in(
            """
            to start; not yet started; planned; to do; backlog; open - not started; yet to start;
            to be started; not begun; not commenced; yet to commence
            """
        ),
        "in progress": names_in(
            """
            ongoing; underway; under way; started; open; doing; on track; active; commenced; begun;
            work in progress; WIP; in hand; partially complete; partially completed;
            partly complete; partly completed; part complete; partially implemented;
            partly implemented; nearly complete; almost complete; nearly done; almost done;
            on track to complete; near completion; nearing completion; partially done; partly done
            """
        ),
        "complete": names_in(
            """
            completed; done; closed; achieved; implemented; finished; delivered; fully complete;
            fully completed; fully implemented; all complete
            """
        ),
        "paused": ("on hold", "suspended", "deferred", "parked"),
        "withdrawn": ("cancelled", "canceled", "deleted", "superseded", "no longer required"),
        "unknown": (),
    },
    "status",
    ends=("complete", "withdrawn"),
    by_share=("not started", "in progress"),
)
KIND = readers.one_of(
    {
        "plan action": ("action", "plan", "improvement action"),
        "committee action": ("committee", "action arising", "minute action"),
        "recommendation": ("rec", "scrutiny recommendation", "resolution"),
    },
    "kind of action",
)
RESPONSE = readers.one_of(
    {
        "accepted": ("agreed", "accept"),
        "partly accepted": ("partially accepted", "accepted in part"),
        "rejected": ("not accepted", "declined"),
        "none yet": ("awaited", "awaiting response", "no response"),
    },
    "executive's answer",
)

THINGS = names_in(
    """
    action; task; issue; risk; change; lesson; project; deliverable; milestone; finding;
    recommendation; activity; decision; item; story; user story; poam; weakness; vulnerability;
    test; work; request; change request; assumption; dependency; opportunity; case; ticket; defect;
    bug; problem; incident; commitment; improvement; objective; initiative; question; raid; log;
    event; communication; check; checklist; capa; audit; observation
    """
)
"""What a row of a tracker may be called."""

ACTIONS = Table(
    key="actions",
    sheet="Actions",
    about="One row an action or recommendation: who does what by when, and how far it has got.",
    filled_by=("title", "detail"),
    listing=Listing(
        ("ref", "title", "owner", "due_date", "revised_due_date", "status", "rag"),
        filters=("status", "rag", "owner", "theme", "kind"),
        named_by=("ref", "title"),
        known_by=("ref", "title"),
        expected=(("owner", "an owner"), ("due_date", "a due date")),
        due=("due_date", "revised_due_date"),
        done=("status", "complete"),
    ),
    section="theme",
    also_called=("Action log", "Action plan", "Improvement plan", "Tracker", "Recommendations"),
    things=THINGS,
    one_of=(
        "owner",
        "due_date",
        "revised_due_date",
        "status",
        "rag",
        "percent_complete",
        "completed_date",
        "response",
        "notice_date",
        "response_date",
    ),
    sure_by=("ref", "owner", "due_date", "status", "rag"),
    unique="ref",
    passed_over=names_in(
        # What Trello, Jira, Planner, Lists and Google Forms write of themselves.
        """
        Card URL; Attachment count; Attachment links; Checklist item total count;
        Checklist item completed count; Vote count; Comment count; Last activity date; List ID;
        Board ID; Board name; Archived; Updated; Modified; Timestamp; Issue id; Assignee Id;
        Outline level; Completed checklist items; Is recurring
        """
    ),
    moves=("due_date", "revised_due_date"),
    not_before=(
        ("raised_date", "due_date"),
        ("raised_date", "completed_date"),
        ("start_date", "due_date"),
    ),
    past=("raised_date", "completed_date"),
    own_colours=("priority", "percent_complete"),
    colour="rag",
    colour_means="status",
    kind_by=("kind", "recommendation", ("recommendation", "recommendations", "recs", "rec")),
    columns=(
        Column(
            "ref",
            "Reference",
            readers.ref,
            names_in(
                """
                Ref; No.; NOS; ID; ID #; #; Action no; Number; Item no; Item #; Ref no;
                Reference no; Reference number; ID no; S/No; Sr No; Sl No; Serial no; S.N.; SN;
                Unique ID; UID; Identifier; WBS; WBS no; WBS ID; WBS number; Outline number; Index;
                Key; Issue key; CR no; CR #; CR ID; CR; REQ ID; Rec no; Rec; Log no; Line no; Line;
                Nr; Minute ref; Minute no; Action ref; Std; Para; Minute; Item; Action point;
                AP no; Ticket; User story identifier; Code; GUID
                """
            ),
            ends_with=("ID", "identifier", "ref", "ref no", "no", "number", "#"),
            before=("Ref", "Reference", "Action ref", "WBS", "Outline number", "Issue key", "Key"),
            never=names_in(
                """
                phone; contract; account; version; page; part; invoice; room; sprint; week; swarm;
                serial; purchase; telephone; mobile; po; parent; related; linked; depend;
                predecessor; employee; staff; source; asset; owner; user id; jira; external;
                previous; resource; assignee; customer; vendor; client; document; weakness
                """
            ),
            looks="code",
            family="ref* no number num id # code item para* paragraph rec key index "
            "identifier serial sn uid unique",
        ),
        Column(
            "title",
            "Action",
            readers.text,
            names_in(
                """
                What?; Actions Required; Action required; Action item; Action needed;
                Required action; Agreed action; Improvement action; Planned action;
                Action to be taken; Corrective action; Recommendation; Recommendation text;
                Task name; Task; Action description; Description of action; Action title;
                Action name; Area for Improvement; Activity; Activity name; Activities;
                Action point; Milestone; Deliverable; Deliverable name; Issue; Issue title;
                Issue name; Issue summary; Issue description; Description of issue; Issue statement;
                Finding; Finding title; Audit finding; Observation; Audit observation; Risk;
                Risk title; Risk name; Risk description; Description of risk; Risk statement;
                Risk event; Risk summary; Risk description/ impact; Change; Change title;
                Change description; Description of change; Change requested; Change summary;
                Change request; Lesson learned; Lesson; Lesson description; Weakness name;
                Vulnerability name; Vulnerability; Test name; Test case; Checklist item; Check;
                Question; Requirement; Test scenario; Project; Project name; Project title;
                Initiative; User story; Story; Need; Backlog item; Work item; Item description;
                Commitment; Improvement idea; Idea; Summary; Title; Description; Name; Subject;
                Potential failure mode; Failure mode; Countermeasure; Objective; Event; Gap;
                Gap identified; Problem; Problem statement; Decision; Topic; Assumption; Dependency;
                Opportunity; Recommended actions; Phase; Key action; Proposed action;
                What will we do?; What we will do; What we'll do; What will be done;
                What needs to be done; What are we going to do; Improvement required;
                Improvement needed; Must do; Should do; Step; Key activity; Key task; Key step;
                Actions to be taken; Next step; Management action; Agreed management action;
                Action agreed; Remedial action; Measure to be taken; Undertaking; Pledge;
                What was asked for; What was agreed; What we said we would do; Request;
                What was requested; What was resolved; Resolution; What you asked for;
                Finding description; Card name; Card title; Primary column
                """
            ),
            required=True,
            example="Confirm the workshop list includes the Human Rights Act",
            never=names_in(
                """
                date; owner; status; action taken; step taken; type; category; impact of; by;
                progress; update; comment; narrative; commentary; evidence; note; lead; officer;
                success; outcome; state; position; ref; no
                """
            ),
            rather=names_in(
                """
                Action; Treatment; Risk treatment; Treatment plan; Mitigation; Mitigating action;
                Mitigation action; Mitigation plan; Risk mitigation; Mitigating actions required;
                Mitigation measures; Management action; Action agreed; Agreed action;
                Agreed management action; Action required; Actions required; Action needed;
                Action to be taken; Actions to be taken; Action plan; Action item; Planned action;
                Proposed action; Key action; Corrective action; Remedial action; Preventive action;
                Remediation; Remediation plan; Improvement action; Further action; Next action;
                Further action required; Recommended action; Recommendation; Response;
                Recommendation to fix; Risk response; Response plan; Planned response;
                Resolution plan; Proposed resolution; Proposed solution; Solution; Countermeasure;
                Contingency action; What will we do; What we will do; What needs to be done;
                What will be done; Task; Control action
                """
            ),
            wrong=names_in(
                """
                Risk; Risk description; Description of risk; Risk title; Risk name; Risk statement;
                Risk event; Risk summary; Risk description/ impact; Issue; Issue description;
                Description of issue; Issue title; Issue name; Issue summary; Issue statement;
                Finding; Finding title; Audit finding; Finding description; Observation;
                Audit observation; Problem; Gap; Problem statement; Gap identified; Weakness;
                Weakness name; Concern; Vulnerability; Vulnerability name; Lesson; Lesson learned;
                Failing; Lesson description; Area for improvement; Potential failure mode;
                Failure mode; Non-conformity; Nonconformity; Shortcoming; Deficiency
                """
            ),
            rather_family="action* response* treatment* mitigation* remed* work step* task* "
            "solution* measure* improvement* fix* we_will so_we_will",
            wrong_family="risk* issue* finding* concern* gap* weakness* fault* hazard* problem* "
            "shortfall* shortcoming* deficienc* cause* failing* lesson* learning said identified "
            "non-conformance* nonconformance* improvement* need* challenge*",
            asked_family="recommend*",
            beside="detail",
            looks="prose",
            main=True,
            family="action* task* step* activit* work intervention* recommendation* initiative* "
            "deliverable* improvement* remed* commitment* solution* requirement* we_will "
            "will_be_done to_be_done going_to_do need_to_do to_do will_do we_do do_about",
        ),
        Column(
            "detail",
            "Detail",
            readers.text,
            names_in(
                """
                How?; Details; Description; Full description; Detailed description;
                Description (optional); Further detail; Action detail; More detail;
                Risk description; Issue description; Finding; Risk; Issue; Gap; Audit finding;
                Observation; Problem; Weakness; Concern; Area for improvement; Background; Context;
                Card description
                """
            ),
            never=("date", "impact", "update"),
            looks="prose",
            second=True,
        ),
        Column(
            "theme",
            "Theme",
            readers.text,
            names_in(
                """
                Priority area; Standard; Pillar; Work stream; Workstream; Area; Main area; Category;
                Group; Section; Risk category; Improvement theme; Key theme; Focus area; Programme;
                Domain; Categories; Bucket name; Bucket; Epic; Epic name; Labels; Parent summary;
                Strand; Workstrand; Priority theme
                """
            ),
            looks="label",
            family="theme* area* domain* priorit* workstream* strand* objective* standard* "
            "chapter* topic* categor* pillar* programme* kloe enquiry judgement* judgment* "
            "section* aim* goal* module* function*",
        ),
        Column("kind", "Kind", KIND, ("Action type", "Type of action", "Kind of action")),
        Column(
            "source",
            "Source",
            readers.text,
            names_in(
                """
                Origin; Ofsted Para No; Ofsted Area for Improvement; Meeting; Source of action;
                Source of recommendation; Raised at; Report
                """
            ),
        ),
        Column(
            "owner",
            "Owner",
            readers.who,
            names_in(
                """
                Lead; Who?; Lead Officer; Lead department; Lead organisation; Lead team;
                Lead service; Lead Officer(s); Lead Officer/EM; Officer responsible;
                Responsible officer; Responsible; Action owner; Assigned to; Responsible person;
                Person responsible; Responsible party; Responsibility; Assignee; Assigned;
                Accountable; Accountable officer; Accountable person; Action by; By whom; By who;
                Actionee; Owned by; Owner name; Owner(s); Lead person; Lead name; Named lead;
                Officer; Point of contact; Champion; POC; Allocated to; Delegated to; Task lead;
                Project manager; Project lead; Manager; Resource; Resourcing; Resource name;
                Action resource; Implementation resource; Who is responsible; Resource assigned;
                Assigned resource; Lead agency; Lead manager; Leads; Responsible team;
                Responsible manager; Responsible director; Responsible lead; Responsible service;
                Responsible owner; Lead director; Lead directorate; Executive lead;
                Executive sponsor; Exec lead; SRO; Senior responsible officer;
                Senior responsible owner; Named officer; Named person; Service lead; Delivery lead;
                Accountable lead; Accountable director; Accountable owner; Risk owner; Risk manager;
                Strategic lead; Operational lead; Action lead; Lead role; Lead for action;
                Lead responsible; Senior lead; Lead member; Directorate lead; Action for;
                Exec; Executive; Executive director; Cllr; Councillor; Clerk; Cllr / Clerk;
                Councillor / Clerk; Officer / Councillor; Owner dept; Owner department;
                Owner team; Resp officer; Resp person; Action owner(s); For action by; For action;
                Action manager; Owning team; Owning service; Assigned lead; Held by
                """
            ),
            help="A job title; no names are needed.",
            ends_with=("owner", "assigned to", "responsible"),
            never=names_in(
                """
                raised; reported; received; requested; created; approved; reviewed; identified;
                logged; submitted; product owner; required; date; email; process owner; asset owner;
                status; dependency owner; control owner; update; comment; progress; area; note
                """
            ),
            looks="people",
            family="own* lead* led respons* account* officer* manager* director* assign* allocat* "
            "nominat* delegat* who whom custodian holder* sponsor* sro champion* contact* "
            "agency agencies directorate* team* person* professional* executive* exec "
            "coordinator* actioned actionee* member* post staff steward* service* "
            "department*",
        ),
        Column(
            "raised_date",
            "Date raised",
            readers.first_day,
            names_in(
                """
                Raised; Date identified; Identified; Date agreed; Opened; Date opened; Open date;
                Opened date; Opened on; Date logged; Logged; Logged date; Log date; Raised on;
                Raised date; Identified date; Identified on; Date created; Created; Created date;
                Created on; Creation date; Date reported; Reported date; Reported on;
                Date submitted; Submitted; Submitted on; Submission date; Original detection date;
                Detection date; Date detected; Discovery date; Date of request; Request date;
                Date requested; Date added; Added on; Date entered; Entry date; Date recorded;
                Meeting date; Date of meeting; Date assigned; Assigned date; Date received;
                Date found; Date discovered; Discovered date; Discovered; Date issued; Issued;
                Issue date; Date
                """
            ),
            never=("last", "updated", "closed", "target", "due", "review", "test", "by"),
            family="rais* logged log opened open agreed added created creation identified issued "
            "issue recorded received reported found discovered detected entered registered "
            "panel meeting recommended recommendation* published submitted noted set made",
        ),
        Column(
            "start_date",
            "Start date",
            readers.first_day,
            ("Start", "Planned start", "Planned start date", "Plan start", "From", "Begin date"),
            family="start* begin* commenc*",
        ),
        Column(
            "due_date",
            "Due date",
            readers.day,
            names_in(
                # “Original” and “Original date” are the lower headings of “When?” over two columns.
                """
                By When; When?; By; Timescale; Target Date; Target Completion; Due; Deadline;
                Delivery date; Planned delivery date; Completion due; Expected completion; Date due;
                Due by; Agreed date; Baseline date; Baseline end date; Baseline completion date;
                Baseline finish date; Original; Original date; Target completion date;
                Target end date; Target finish date; Target finish; Target due date;
                Target closure date; Target close date; Complete by; Scheduled completion date;
                Scheduled completion; Planned completion date; Planned completion;
                Planned end date; Planned end; Planned finish; Planned finish date;
                Expected completion date; Expected end date; Expected closure date;
                Estimated completion date; Estimated completion; Estimated end date;
                Est. completion date; ETA; Target resolution date; Expected resolution date;
                Date for resolution; Resolution due date; Required by; Date required;
                Required date; Need by; Needed by; Due date for completion; Completion deadline;
                Agreed completion date; Implementation date; Target implementation date;
                Agreed implementation date; Action date; Finish; Finish date; End date; End;
                End week; Timeframe; Time frame; Timescales; Timeline; Original due date;
                Original target date; Completion date; Baseline finish; Due on; Resolve by;
                Date to complete; Date to be completed; Anticipated date; To be completed by;
                Milestone date; Target; Planned date; Goal date; Anticipated completion;
                Anticipated completion date; Expected date; Expected date of completion;
                Target date of completion; Anticipated date of completion; Target resolution;
                Scheduled date; Scheduled end date; Completion target; Completion target date;
                To be done by; Complete by date; Deliver by; Delivery by; Delivered by;
                Due for completion; Finish by; Achieve by; Date for completion; Date for delivery;
                Done by; Achieved by; Implemented by; Resolved by; Completed by; Finalised by;
                Baseline; Response required by; Response due; Response due by;
                Remedy due; Remedy due date; Report back by; Report back; To be in place by;
                Proposed completion date; Proposed date; Action due; Action due date;
                Action deadline; Treatment due date; End date (planned)
                """
            ),
            ends_with=("due date", "deadline", "target date", "by when"),
            never=("revised", "new", "actual", "review", "start", "raised", "extended"),
            family="due by when target* deadline* complet* timescale* timeframe* timeline* "
            "expected planned anticipated intended scheduled estimated finish* end deliver* "
            "milestone* achiev* goal implement* resol* clos* time_scale time_frame to_be will_be",
        ),
        Column(
            "revised_due_date",
            "Revised due date",
            readers.day,
            names_in(
                """
                Revised Target Completion; Revised date; Revised deadline; New due date;
                Forecast date; Revised target date; Revised implementation date;
                Revised completion date; New date; Revised; Revised target completion date;
                Extended due date; Extension date; Revised end date; Forecast completion date;
                Forecast completion; Forecast finish; New target date; Revised timescale;
                Revised by when; Revision; Revision date; Date revised to; Extension; Extended to;
                Extended date; Extended deadline; Amended date; Rescheduled date; Amended due date;
                Rescheduled to; Rescheduled due date; Slipped to; Moved to; Deferred to;
                Revised finish; Revised finish date; Revised completion; Revised end; New finish;
                New end date; New completion date; Forecast finish date; Expected now;
                New deadline; Changed date; Reset date; Latest date; Latest due date;
                Latest target date; Latest forecast; Forecast end date; Forecast;
                Current forecast date; Updated due date; Updated target date
                """
            ),
            family="revis* new extend* extension* amended reschedul* forecast* latest slip* "
            "deferr* moved",
        ),
        Column(
            "status",
            "Status",
            STATUS,
            names_in(
                """
                Current Status; Progress status; State; States; Action status; Task status;
                Overall status; Completion status; Open/closed; Open?; Implementation status;
                Approval status; Resolution status; Stage; Status (open/closed); Project status;
                Work status; Delivery status; List name; Done?; Complete?; Completed?; Closed?;
                Done; Progress; On track; Is it on track?; On schedule; Delivery confidence
                """
            ),
            ends_with=("status",),
            never=("date", "previous", "last"),
            looks="label",
            family="status state stage* position progress* complet* done open closed rag brag "
            "delivery condition implement* standing where category confidence health "
            "complian* achiev* finished resolved outcome result",
        ),
        Column(
            "rag",
            "RAG",
            readers.text,
            names_in(
                """
                R/A/G; BRAG; RAG rating; RAG status; Progress R/A/G; Colour; BRAG rating;
                BRAG status; RAG score; Traffic light; Overall RAG; Current RAG; Delivery RAG;
                Action RAG; RAYG; Health
                """
            ),
            help="The letter or colour as the owner reports it.",
            ends_with=("RAG", "BRAG", "RAG rating", "RAG status"),
            never=("previous", "last", "comment", "risk rag"),
            looks="label",
        ),
        Column(
            "percent_complete",
            "Per cent complete",
            percent,
            names_in(
                """
                % complete; % done; Progress %; Percentage complete; Percent complete; Percent done;
                Completion %; % completed; % progress; % of completion; Progress (%); Complete %;
                Percentage; Pct complete; Progress
                """
            ),
            family="% percent* pct",
        ),
        Column(
            "completed_date",
            "Date completed",
            readers.day,
            names_in(
                """
                Completed; Completion date; Date closed; Closed; Actual completion; Actual end;
                Completed date; Completed on; Date complete; Closed date; Closed on; Closure date;
                Close date; Date of closure; Date of completion; Actual completion date;
                Actual finish; Actual finish date; Actual close; Actual end date;
                Actual closure date; Actual close date; Date resolved; Resolved date; Resolved on;
                Resolved; Fixed date; Date fixed; Resolution date; Date implemented; Date done;
                Actual resolution date; Actual implementation date; Actual date; Completed by date;
                Date achieved; Finished on
                """
            ),
            never=names_in(
                """
                target; planned; expected; due; estimated; by when; scheduled; to be; will be
                """
            ),
            filled_when=("status", ("complete", "withdrawn")),
            family="completed closed actual achieved done finished resolved delivered implemented "
            "ended fixed",
        ),
        Column(
            "priority",
            "Priority",
            readers.text,
            names_in(
                """
                Importance; Urgency; Priority rating; Priority level; Severity; Criticality;
                Severity level; Risk rating; Risk score; Risk level; Level of risk;
                Level of priority; Risk priority; Risk priority number; RPN; Risk ranking;
                Risk rank; Residual risk level; Residual risk rating; Residual risk score;
                Residual risk; Original risk rating; Inherent risk level; Inherent risk rating;
                Inherent risk score; Inherent risk; Overall risk rating; Overall risk score;
                Overall risk; Risk exposure; Risk severity; Rank; Ranking; MoSCoW; Priority score;
                Rating; Risk grade; Importance level; Priority (H/M/L); Current risk score; Risk
                """
            ),
            ends_with=("priority", "severity"),
            never=("area", "date", "target risk", "reason"),
            looks="grade",
            family="priorit* sever* urgen* importan* critical* rank* grade*",
        ),
        Column(
            "update",
            "Latest update",
            readers.text,
            names_in(
                """
                Progress; Update; Action taken; Actions taken; Progress Update; Progress Report;
                Comments; Comment; Commentary; Notes; Note; Management response; Status update;
                Remarks; Progress to date; Progress notes; Latest progress; Latest comments;
                Current position; Outcome; Progress made; Update/comments; Additional comments;
                Progress against action; Updates; Progress summary; Latest position;
                Position statement; Status narrative; How far have we got?; What has happened;
                What happened; Where have we got to?; This period; Narrative; Latest news;
                Progress since last meeting; Implementation position; Where are we now?;
                How are we doing?; Current progress
                """
            ),
            told=("Outcome",),
            never=names_in(
                # What is internal, exempt or otherwise not for everybody is nobody's progress.
                """
                internal; confidential; private; restricted; exempt; conf; sensitive;
                not for publication; not for sharing; part 2; off record; date of; update date;
                status date; updated; updated on; by
                """
            ),
            looks="prose",
            by_period=True,
            family="progress* update* narrative* comment* note* position situation highlight* "
            "happened latest remark* journal so_far position_statement "
            "to_date where_are_we where_we_are we_have_done",
        ),
        Column(
            "evidence",
            "Evidence",
            readers.text,
            names_in(
                """
                Monitoring and Evaluation; Evidence library ref; Evidence reference; Assurance;
                Evidence required; Evidence needed; Evidence location; Evidence of completion;
                Evidence of impact; Test evidence; Evidence link;
                Supporting evidence; Supporting documents
                """
            ),
            help="What shows that it is done: a document, a minute, a link.",
        ),
        Column(
            "notice_date",
            "Notice given",
            readers.first_day,
            names_in(
                """
                Date of notice; Notice date; Date notice given; Notice given on;
                Date notice was given; Notice in writing; Notice to the executive;
                Notice to Cabinet; Sent to the executive; Date sent to the executive;
                Sent to the executive on; Sent to Cabinet; Date sent to Cabinet; Sent to Cabinet on;
                Referred to Cabinet; Referred to Cabinet on; Date referred to Cabinet;
                Referred to the executive; Referred to the executive on;
                Date referred to the executive; Received by the executive;
                Date received by the executive; Received by Cabinet; Date received by Cabinet
                """
            ),
            help="For a recommendation: the day the executive was asked in writing to answer it. "
            "The two months to answer begin with it.",
        ),
        Column(
            "response",
            "Executive's answer",
            RESPONSE,
            names_in(
                """
                Response; Executive response; Cabinet response; Decision; Answer; Cabinet said;
                Executive said; Cabinet's answer; Cabinet decision; Executive decision;
                Cabinet answer; Executive's response; Reply; Cabinet reply; Executive reply;
                Accepted?; Accepted or rejected
                """
            ),
        ),
        Column(
            "response_date",
            "Date answered",
            readers.day,
            names_in(
                """
                Response date; Date of response; Date of answer; Date Cabinet replied; Date replied;
                Replied on; Date of reply; Cabinet replied; Cabinet replied on; Reply date;
                Date of Cabinet reply; Date executive replied; Answered on; Date of decision;
                Exec Date; Cabinet date; Executive date; Decision date
                """
            ),
        ),
        Column(
            "response_reason",
            "Reason for the answer",
            readers.text,
            names_in(
                """
                Reason for answer; Reason for response; Reason for the response;
                Reason for executive's answer; Reason for executive response;
                Reason for Cabinet response; Executive's reason; Executive reason; Cabinet's reason;
                Cabinet reason; Executive's comments; Executive comments; Cabinet's comments;
                Cabinet comments; Explanation of the answer; Explanation of response;
                Explanation for response; Reason for rejection; Reason if rejected;
                Reason for rejecting; Reason if not accepted; Reason not accepted
                """
            ),
            help="Why the executive accepted, partly accepted or rejected a recommendation, in "
            "its own words.",
        ),
        Column(
            "success_measure",
            "Success measure",
            readers.text,
            names_in(
                """
                Success measures; How success is measured; Success criteria; Impact measure;
                Measure of success; How will we know; Desired outcome; Expected outcome;
                Intended outcome; Outcome measure; Success indicator
                """
            ),
        ),
    ),
)
