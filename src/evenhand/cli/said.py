"""The names of the contract as a person says them; a test holds them against the law's own lists."""

MATTERS = {
    "refusal_to_assess": "the council refused to assess",
    "refusal_to_issue_plan": "it assessed, and refused a plan",
    "plan_contents": "what the plan says (see --sections)",
    "refusal_to_reassess": "it refused to assess again",
    "refusal_to_amend": "it refused to change the plan",
    "ceasing_to_maintain": "it decided to end the plan",
    "duties_not_carried_out": "duties are not carried out",
    "provision_by_setting": "the help a school or college gives",
    "health_or_social_care_provision": "help with health or social care",
    "authority_and_commissioner": "council and health body disagree",
    "discrimination_by_school": "DAY is then the day of the act",
    "permanent_exclusion": "DAY: when the governors decided",
    "admission_refused": "a school place was refused",
}

DAY_MEANS = {
    "discrimination_by_school": ("conduct_on", "The act was on"),
    "permanent_exclusion": ("governors_decided_on", "The governors decided on"),
}
"""The fact that DAY stands for, and how it is said, where it is not the day the council sent its letter."""
LETTER = ("notice_sent", "The letter was sent on")

DATES = {
    "contact_adviser": "Contact a mediation adviser",
    "issue_certificate": "The certificate is issued",
    "notify_commissioner": "The health body is told of the health issues",
    "arrange_mediation": "The mediation is arranged",
    "tell_family_of_meeting": "Notice of the meeting is given",
    "register_appeal": "Get the appeal to the Tribunal",
    "tell_authority_of_agreement": "The council is told of the agreement",
    "carry_out_agreement": "The agreement is carried out",
    "reply_to_recommendations": "The Tribunal's recommendations are answered",
    "discrimination_claim": "Get the claim about discrimination to the Tribunal",
    "ask_ombudsman": "Ask the Ombudsman",
    "judicial_review": "Ask the court for judicial review",
}

ROUTES = {
    "talk": "Talk to them",
    "needs_assessment": "Ask for an assessment",
    "setting_complaint": "Complain to the school or college",
    "authority_complaint": "Complain to the council",
    "health_complaint": "Complain to the health service",
    "ombudsman": "The Ombudsman",
    "secretary_of_state": "The Secretary of State",
    "ofsted": "Ofsted",
    "disagreement_resolution": "Disagreement resolution",
    "mediation": "Mediation",
    "certificate": "A mediation certificate",
    "appeal": "An appeal to the Tribunal",
    "recommendations": "The Tribunal's recommendations on health and care",
    "discrimination_claim": "A claim about discrimination",
    "exclusion_review": "A review of the exclusion",
    "admission_appeal": "An appeal about admission",
    "judicial_review": "Judicial review",
}

WHOSE = {
    "family": "the family",
    "adviser": "the mediation adviser",
    "authority": "the council",
    "commissioning_body": "the health body",
}

FIRST = {
    "notice": "the council's letter",
    "governing_board": "the governing board",
    "authority_complaint": "a complaint to the council",
    "health_complaint": "a complaint to the health service",
    "certificate": "a mediation certificate",
    "mediation": "mediation",
    "setting_complaint": "a complaint to the school or college",
    "admission_appeal": "an appeal about admission",
    "appeal": "an appeal",
    "exclusion_review": "a review of the exclusion",
}
"""What comes before a route that is not yet open."""

INSTRUMENTS = {
    "Special Educational Needs and Disability Regulations 2014": "SEND Regulations 2014",
    "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008": (
        "Tribunal Rules 2008"
    ),
    "SEND Code of Practice (January 2015)": "SEND Code 2015",
    "Special Educational Needs and Disability (First-tier Tribunal Recommendations Power) Regulations 2017": (
        "Recommendations Regulations 2017"
    ),
    "Local Authority Social Services and National Health Service Complaints (England) Regulations 2009": (
        "Complaints Regulations 2009"
    ),
    "School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012": "Exclusions Regulations 2012",
}
"""The long titles in the short form that advisers use."""


def said(book: dict[str, str], name: str) -> str:
    """The name as a person says it; one that the book does not hold is said with spaces."""
    return book.get(name, name.replace("_", " "))
