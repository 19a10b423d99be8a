"""Every question that the rules of the advice may ask."""

from ..facts import ACTIONS, MATTERS
from ..mechanism.questions import always, choice, event, missed, passed, quality, since

matter = always("matter", MATTERS, "What is the disagreement about?")
who = always(
    "who",
    (
        "holder",
        "young_person_holds",
        "parent_holds",
        "over_25",
        "authority",
        "commissioning_body",
        "body_over_25",
        "authority_of_unknown_age",
        "commissioning_body_of_unknown_age",
    ),
    "Who is acting, and do they hold the right?",
    "date_of_birth",
)
sections = choice(
    "sections",
    ("none", "only_i", "education"),
    "Which of the sections that can be appealed (B, F, I) are in dispute?",
)
health_issue = quality("health_issue", "Is it about health care?")
social_care_issue = quality("social_care_issue", "Is it about social care?")
education_issue = quality("education_issue", "Is it about education?")
wants_mediation = quality("wants_mediation", "Does the family wish to mediate?")
under_way = quality("assessment_or_plan_under_way", "Is an assessment or a plan under way?")
not_a_party = quality("authority_was_party", "Was the authority a party to the agreement?")

EVENTS = tuple(
    event(name, words)
    for name, words in (
        ("notice_sent", "Has the authority sent its written notice?"),
        ("notice_dated", "Does the notice carry a date of its own?"),
        ("adviser_told_no", "Has the family told the adviser that it does not wish to mediate?"),
        ("authority_told", "Has the authority been told that the family wishes to mediate?"),
        ("commissioner_notified", "Has the health body received the authority's notice?"),
        (
            "adviser_told_cannot_arrange",
            "Has the authority told the adviser that it cannot arrange mediation in time?",
        ),
        ("mediation_on", "Is a day fixed for the mediation?"),
        ("mediation_concluded", "Has the mediation been concluded?"),
        ("certificate_issued", "Has the certificate been issued?"),
        ("agreement", "Has an agreement been made?"),
        ("conduct_on", "Is the day of the act known?"),
        ("learned_of_matter_on", "Is the day known on which the person first knew?"),
        ("recommendation_made_on", "Has the Tribunal made a recommendation?"),
        ("appeal_received", "Has the Tribunal received an appeal?"),
        ("complaint_answered_on", "Has the authority given its last answer to a complaint?"),
        ("governors_decided_on", "Has the governing board declined to reinstate?"),
    )
)

contact = event(
    "contact", "Has the family contacted the adviser, by ringing or by saying no?", "adviser_contacted"
)
action = choice("action", ACTIONS, "What was agreed?")
agreed_by = event("agreed_by", "Did the parties agree another day in writing?")

MISSED = (
    missed(
        "the_bar",
        "adviser_contacted",
        "Was the adviser contacted after two months from the notice's date?",
    ),
    missed(
        "consider_mediation",
        "adviser_contacted",
        "Was the adviser contacted after two months from its sending?",
    ),
)
PASSED = (
    passed("register_appeal", "Has the last day to appeal passed?"),
    passed("register_appeal_other", "Has it passed by the other reading too?"),
    passed("discrimination_claim", "Have the six months for a claim passed?"),
    passed("ask_ombudsman", "Have the Ombudsman's twelve months passed?"),
    passed("judicial_review", "Have the three months for judicial review passed?"),
)
RECOMMENDATIONS_BEGIN = "2018-04-03"
since_recommendations = since(RECOMMENDATIONS_BEGIN, "Was the decision made on or after 3 April 2018?")
