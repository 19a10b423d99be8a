"""Every route side by side: who may take it, about what, what comes first, to whom, by when, and what it bars.

A survey for readers. The answers come from the rules of the routes themselves (`resolution`, `mediation`,
`certificates`, `appeals`, `complaints`, `schools`, `courts`); nothing here is read by them. The routes are usually
cumulative: only the last column says where one stands in the way of another.
"""

from ..citations import Citation
from ..sources import (
    ADMISSION_CODE,
    CARE_COMPLAINTS,
    CODE_11_1,
    CODE_11_6,
    CODE_11_8,
    CODE_11_10,
    CODE_11_12,
    CODE_11_67,
    CPR_54_5,
    EQUALITY_3,
    EQUALITY_4_1,
    EQUALITY_4_2,
    EQUALITY_5,
    EQUALITY_13,
    EXCLUSION_6,
    EXCLUSION_7,
    EXCLUSION_REVIEW,
    NHS_COMPLAINTS,
    OFSTED_COMPLAINTS,
    RECS_4,
    RECS_6_3,
    REG_33,
    REG_34_1,
    REG_34_3,
    REG_36_2,
    RULE_12_3,
    RULE_20_1_C,
    S26_6,
    S26B,
    S36_1,
    S36_5,
    S51_2,
    S51_6,
    S51_7,
    S52_1,
    S54_2,
    S55_2,
    S55_4,
    S57_2,
    S57_3,
    S57_4,
    S496,
    S497,
    S497A,
    SCHOOL_COMPLAINTS,
)


class Glance:
    """One route at a glance; every field is a plain phrase, and `cites` holds at least one citation."""

    __slots__ = ("about", "bars", "cites", "first", "limit", "route", "to", "who")

    def __init__(
        self, route: str, *cites: Citation, who: str, about: str, first: str, to: str, limit: str, bars: str
    ) -> None:
        if not cites:
            raise ValueError(f"{route!r} needs a citation.")
        self.route, self.cites = route, cites
        self.who, self.about, self.first, self.to, self.limit, self.bars = who, about, first, to, limit, bars


FAMILY = "the parent, or the young person"
NOTHING = "nothing"
NO_LIMIT = "none"

AT_A_GLANCE = (
    Glance(
        "talk", CODE_11_1,
        who="anybody", about="anything", first=NOTHING, to="the setting, the council or the health body",
        limit=NO_LIMIT, bars="Nothing, and it stops no clock.",
    ),
    Glance(
        "needs_assessment", S36_1, S36_5,
        who="the parent, the young person or the setting", about="a child or young person without a plan",
        first=NOTHING, to="the council", limit=NO_LIMIT,
        bars="Nothing; the council may refuse another within six months of the last one.",
    ),
    Glance(
        "setting_complaint", SCHOOL_COMPLAINTS, CODE_11_67,
        who="anybody", about="what a school, college or nursery does", first="talking to the right people",
        to="the governing body, the proprietor, the college or the nursery; an independent school or academy has three stages, "
        "the last a panel with one independent person; an early years provider answers in writing within 28 days", limit="as the setting's own procedure says",
        bars="Nothing; Ofsted and the Department for Education want it first.",
    ),
    Glance(
        "authority_complaint", CODE_11_67, CARE_COMPLAINTS, CODE_11_12,
        who=FAMILY, about="delay, help not given, how the council acted; social care has a procedure of its own, in three stages",
        first=NOTHING, to="the council", limit="usually twelve months",
        bars="Nothing, and it does not change a decision that can be appealed.",
    ),
    Glance(
        "health_complaint", NHS_COMPLAINTS,
        who="the patient, or the parent", about="health care", first=NOTHING,
        to="who gives the care or who pays for it, not both; then, within a year, the Parliamentary and "
        "Health Service Ombudsman",
        limit="twelve months", bars="Complaining to the one bars complaining to the other.",
    ),
    Glance(
        "ombudsman", S26B, S26_6,
        who="the person affected; no public body", about="what a council did wrong; with health care, both Ombudsmen together",
        first="the council's own answer", to="the Local Government and Social Care Ombudsman, in writing",
        limit="twelve months beginning with the day of first knowing; the Ombudsman may take a later one",
        bars="A right of appeal bars it, used or not, for whatever the Tribunal could decide; nor does it look inside schools.",
    ),
    Glance(
        "secretary_of_state", S496, S497, S497A,
        who="anybody", about="a council or governing body that acts unreasonably or fails its duty",
        first="the local complaint", to="the Department for Education; about academies to 31 March 2025 its agency", limit=NO_LIMIT,
        bars="Another remedy bars it.",
    ),
    Glance(
        "ofsted", OFSTED_COMPLAINTS,
        who="parents", about="a school or nursery as a whole", first="the setting's own complaint", to="Ofsted",
        limit=NO_LIMIT, bars="Nothing, and it settles no single case.",
    ),
    Glance(
        "disagreement_resolution", S57_2, S57_3, S57_4, CODE_11_6, CODE_11_8, CODE_11_10,
        who=f"{FAMILY}; for the fourth kind the council and the health body", about="four kinds of disagreement",
        first="everybody's consent", to="the independent service that the council arranges", limit=NO_LIMIT,
        bars="Nothing: not using it has no effect on an appeal, a complaint or an inference.",
    ),
    Glance(
        "mediation", S52_1, S54_2, REG_36_2,
        who=FAMILY, about="the six decisions, and the health and care parts of a plan", first="the council's notice",
        to="the adviser, and the council, which must take part", limit="ask soon; the council has thirty days from being told",
        bars="Nothing, and it stops no appeal clock but through the date of the certificate.",
    ),
    Glance(
        "certificate", REG_33, REG_34_1, S55_2, S55_4,
        who=FAMILY, about="an appeal that is not only about the school or college named", first="the council's notice",
        to="a mediation adviser, who is never the council", limit="two months from the notice, with no relief",
        bars="Without it there is no appeal, unless the Tribunal gives leave.",
    ),
    Glance(
        "appeal", S51_2, S51_6, S51_7, RULE_20_1_C, RULE_12_3, REG_34_3,
        who=FAMILY, about="the six decisions", first="the certificate, where one is needed", to="the SEND Tribunal",
        limit="two months from the notice, or one month from the certificate if later, as rule 12 moves it",
        bars="It bars the Ombudsman and judicial review from what the Tribunal could decide. To disobey the Tribunal about "
        "documents or attendance is an offence.",
    ),
    Glance(
        "recommendations", RECS_4, RECS_6_3,
        who="whoever appeals", about="health and social care, beside an appeal about education", first="the appeal",
        to="the SEND Tribunal", limit="as the appeal; the reply is due in five weeks beginning with the day",
        bars="Nothing; they do not bind, and the other ways about health and care stay open.",
    ),
    Glance(
        "discrimination_claim", EQUALITY_3, EQUALITY_5, EQUALITY_4_1, EQUALITY_4_2, EQUALITY_13,
        who="the parent, or the pupil over compulsory school age", about="disability discrimination by a school",
        first="nothing; no certificate", to="the SEND Tribunal, which may order anything but compensation; about an admission, the admission appeal panel; about "
        "a college, a council or a nursery that is no school, the county court",
        limit="six months starting with the day; no August, no Christmas, no more time for mediation or conciliation",
        bars="Nothing.",
    ),
    Glance(
        "exclusion_review", EXCLUSION_6, EXCLUSION_7, EXCLUSION_REVIEW,
        who="the parent, or the pupil of 18", about="a permanent exclusion", first="the governing board",
        to="an independent panel, through the council or the academy trust; it may uphold, recommend or quash, not reinstate, "
        "and a school that stands by a quashed exclusion may have to pay £4,000", limit="fifteen school days from the governors' notice, or from the end of a discrimination claim about it",
        bars="Nothing; a discrimination claim about it may run beside it.",
    ),
    Glance(
        "admission_appeal", ADMISSION_CODE,
        who="the parent", about="a school place refused to a child without a plan", first="the refusal",
        to="an independent panel", limit="at least twenty school days; the letter gives the day",
        bars="A child with a plan goes through Section I and an appeal instead.",
    ),
    Glance(
        "judicial_review", CPR_54_5,
        who="whoever is affected", about="an unlawful act or delay, and what was ordered or agreed and not done",
        first="every other adequate remedy, and a letter before the claim with fourteen days to answer", to="the High Court", limit="promptly, and at most three months",
        bars="A right of appeal usually bars it.",
    ),
)  # fmt: skip
"""In the order of the contract."""

ALSO = (
    "Comments on the Local Offer, which the council must publish with its answers.",
    "Councillors, the Member of Parliament, and the Equality Advisory and Support Service: they decide nothing, and may help.",
    "Between a council and a health body: the fourth kind of disagreement resolution, and the health service's own procedures; "
    "families are no party.",
)
"""Other voices: no route with a state or a day, and none stands in the way of another."""
