"""A second reading of the contract: one person's answer, written from the words of the contract and the law.

Plain and slow on purpose. It imports nothing of the project. Where the words do not settle a state, the route
is None here (DOUBTS.md says why), and a date that may or may not be given stands under "maybe".
"""

import re
from datetime import date

from tests.law.second_reading import arithmetic as a

MATTERS_OF_S51 = (
    "refusal_to_assess",
    "refusal_to_issue_plan",
    "plan_contents",
    "refusal_to_reassess",
    "refusal_to_amend",
    "ceasing_to_maintain",
)
OTHER_MATTERS = (
    "duties_not_carried_out",
    "provision_by_setting",
    "health_or_social_care_provision",
    "authority_and_commissioner",
    "discrimination_by_school",
    "permanent_exclusion",
    "admission_refused",
)
ROUTES = (
    "talk",
    "needs_assessment",
    "setting_complaint",
    "authority_complaint",
    "health_complaint",
    "ombudsman",
    "secretary_of_state",
    "ofsted",
    "disagreement_resolution",
    "mediation",
    "certificate",
    "appeal",
    "recommendations",
    "discrimination_claim",
    "exclusion_review",
    "admission_appeal",
    "judicial_review",
)
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
ACTIONS = {
    "assess": {"notify": 2, "reasons": 10, "final": 14},
    "reassess": {"notify": 2, "reasons": 10, "final": 14},
    "issue_plan": {"draft": 5, "final": 11},
    "reconsider_plan": {None: 2},
    "amend_contents": {None: 5},
    "amend_placement": {None: 2},
    "amend_contents_and_placement": {None: 5},
    "continue_plan": {None: None},
    "continue_and_amend_plan": {None: 5},
    "cease_plan": {None: None},
    "other": {None: 2},
}
DAYS = (
    "date_of_birth",
    "notice_sent",
    "notice_dated",
    "adviser_contacted",
    "adviser_told_no",
    "authority_told",
    "commissioner_notified",
    "adviser_told_cannot_arrange",
    "mediation_on",
    "mediation_concluded",
    "certificate_issued",
    "conduct_on",
    "learned_of_matter_on",
    "recommendation_made_on",
    "appeal_received",
    "complaint_answered_on",
    "governors_decided_on",
)
FLAGS = (
    "health_issue",
    "social_care_issue",
    "education_issue",
    "wants_mediation",
    "assessment_or_plan_under_way",
)
NAMES = ("as_of", "acting", "area", "matter", "sections", "agreement", *DAYS, *FLAGS)

LAW_BEGINS = date(2014, 9, 1)
LAST_DAY = date(2040, 12, 31)
RECOMMENDATIONS_BEGIN = date(2018, 4, 3)
RELAXED_FROM, RELAXED_TO = date(2020, 5, 1), date(2020, 9, 25)  # SI 2020/471, both days in
RELAXED = (
    "contact_adviser",
    "issue_certificate",
    "notify_commissioner",
    "arrange_mediation",
    "tell_authority_of_agreement",
    "carry_out_agreement",
    "reply_to_recommendations",  # texts, A: "2017 Regs 6(3),(6), 7(1),(4) relaxed too"
)
RULE_12_LEAVES_CLAIMS = date(2020, 7, 21)  # SI 2020/651
HOLIDAYS_END = date(2028, 12, 31)  # nobody has proclaimed any for later
COUNTS_WORKING_DAYS = (
    "register_appeal",
    "issue_certificate",
    "notify_commissioner",
    "tell_family_of_meeting",
)


def cautious(name, on, arguable):
    """Whether the contract wants a caution on a date; None where it does not say."""
    if arguable is not None or name == "judicial_review":
        return True
    if name in RELAXED and RELAXED_FROM <= on <= RELAXED_TO:
        return True
    if name in COUNTS_WORKING_DAYS and on > HOLIDAYS_END:
        return True
    if name in ("ask_ombudsman", "discrimination_claim", "reply_to_recommendations"):
        return None  # whether their law counts as verified is the rulebook's to say
    return False


class Refused(Exception):
    """The facts cannot be answered."""


def _day(name, value):
    if type(value) is not str or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
        raise Refused(f"{name} is not a day")
    try:
        day = date(int(value[:4]), int(value[5:7]), int(value[8:]))
    except ValueError:
        raise Refused(f"{name} is a day that does not exist") from None
    if day > LAST_DAY:
        raise Refused(f"{name} is after 31 December 2040")
    return day


def _read(facts):
    """The facts with days as days, or Refused."""
    if not isinstance(facts, dict):
        raise Refused("facts are an object")
    for name in facts:
        if name not in NAMES:
            raise Refused(f"unknown name {name}")
    known = {}

    if "as_of" not in facts:
        raise Refused("as_of is needed")
    known["as_of"] = _day("as_of", facts["as_of"])

    if "matter" not in facts:
        raise Refused("matter is needed")
    matter = facts["matter"]
    if type(matter) is not str or matter not in MATTERS_OF_S51 + OTHER_MATTERS:
        raise Refused("unknown matter")
    known["matter"] = matter

    acting = facts.get("acting", "parent")
    if type(acting) is not str or acting not in ("parent", "young_person", "authority", "commissioning_body"):
        raise Refused("unknown acting")
    known["acting"] = acting

    area = facts.get("area")
    if area is not None and (
        type(area) is not str or len(area) > 80 or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", area) is None
    ):
        raise Refused("area is not a slug")

    sections = None
    if "sections" in facts:
        sections = facts["sections"]
        if type(sections) is not list:
            raise Refused("sections are a list")
        seen = []
        for section in sections:
            if type(section) is not str or section not in SECTIONS:
                raise Refused("unknown section")
            if section in seen:
                raise Refused("a section twice")
            seen.append(section)
        if sections == []:
            sections = None
    known["sections"] = sections

    for name in DAYS:
        value = facts.get(name)
        known[name] = None if value is None else _day(name, value)
    for name in FLAGS:
        value = facts.get(name)
        if value is not None and type(value) is not bool:
            raise Refused(f"{name} is neither true nor false")
        known[name] = value

    agreement = facts.get("agreement")
    if agreement is not None:
        if not isinstance(agreement, dict):
            raise Refused("agreement is an object")
        for name in agreement:
            if name not in ("made_on", "authority_was_party", "items"):
                raise Refused(f"unknown name {name} in agreement")
        if "made_on" not in agreement or "items" not in agreement:
            raise Refused("agreement needs made_on and items")
        party = agreement.get("authority_was_party", True)
        if type(party) is not bool:
            raise Refused("authority_was_party is neither true nor false")
        if type(agreement["items"]) is not list:
            raise Refused("items are a list")
        items = []
        for item in agreement["items"]:
            if not isinstance(item, dict):
                raise Refused("an item is an object")
            for name in item:
                if name not in ("action", "agreed_by"):
                    raise Refused(f"unknown name {name} in an item")
            action = item.get("action")
            if type(action) is not str or action not in ACTIONS:
                raise Refused("unknown action")
            by = item.get("agreed_by")
            items.append((action, None if by is None else _day("agreed_by", by)))
        agreement = {"made_on": _day("made_on", agreement["made_on"]), "party": party, "items": items}
    known["agreement"] = agreement
    return known


def _before(early, early_name, late, late_name):
    if early is not None and late is not None and early < late:
        raise Refused(f"{early_name} before {late_name}")


def _check(k):
    """Facts that cannot be true together: exactly the contract's list."""
    for name in ("notice_sent", "notice_dated"):
        if k[name] is not None and k[name] < LAW_BEGINS:
            raise Refused(f"{name} is before the law")
    made_on = None if k["agreement"] is None else k["agreement"]["made_on"]
    sent = k["notice_sent"]
    for name in (
        "certificate_issued",
        "adviser_contacted",
        "adviser_told_no",
        "authority_told",
        "mediation_on",
        "mediation_concluded",
    ):
        _before(k[name], name, sent, "notice_sent")
    _before(made_on, "agreement", sent, "notice_sent")
    _before(sent, "notice_sent", k["notice_dated"], "notice_dated")
    _before(sent, "notice_sent", k["date_of_birth"], "date_of_birth")
    _before(k["mediation_concluded"], "mediation_concluded", k["mediation_on"], "mediation_on")
    _before(made_on, "agreement", k["mediation_on"], "mediation_on")
    _before(k["certificate_issued"], "certificate_issued", k["adviser_contacted"], "adviser_contacted")
    for name in DAYS:
        if name != "mediation_on":
            _before(k["as_of"], "as_of", k[name], name)
    _before(k["as_of"], "as_of", made_on, "agreement")
    if k["sections"] is not None:
        for name, letters in (
            ("health_issue", ("C", "G")),
            ("social_care_issue", ("D", "H1", "H2")),
            ("education_issue", ("B", "F", "I")),
        ):
            if k[name] is not None and k[name] != any(x in k["sections"] for x in letters):
                raise Refused(f"{name} against sections")


def second_answer(facts):
    """The answer for one person."""
    k = _read(facts)
    _check(k)

    as_of = k["as_of"]
    matter = k["matter"]
    sent = k["notice_sent"]
    dated = sent if k["notice_dated"] is None else k["notice_dated"]
    s51 = matter in MATTERS_OF_S51
    family = k["acting"] in ("parent", "young_person")
    born = k["date_of_birth"]
    over_25 = born is not None and as_of >= a.birthday(born, 25)
    wrong_person = born is not None and (
        (k["acting"] == "parent" and a.over_compulsory_school_age(born, as_of))
        or (k["acting"] == "young_person" and not a.over_compulsory_school_age(born, as_of))
    )
    no_right = over_25 or wrong_person

    # the issues
    health, care, education = k["health_issue"], k["social_care_issue"], k["education_issue"]
    if matter == "plan_contents" and k["sections"] is not None:
        health = any(x in k["sections"] for x in ("C", "G"))
        care = any(x in k["sections"] for x in ("D", "H1", "H2"))
        education = any(x in k["sections"] for x in ("B", "F", "I"))
    health_only = health is True and care is False and education is False
    mediated = s51 or matter == "health_or_social_care_provision"

    # is there a right of appeal, and does it need a certificate: True, False or None for unknown
    if not s51:
        appealable = needs = False
    elif matter != "plan_contents":
        appealable = needs = True
    elif k["sections"] is None:
        appealable = needs = None
    else:
        disputed = [x for x in ("B", "F", "I") if x in k["sections"]]
        appealable = disputed != []
        needs = appealable and disputed != ["I"]

    # contact with the adviser, the bar of reg 34(2) and the default of reg 33
    contact = k["adviser_contacted"]
    if k["adviser_told_no"] is not None and (contact is None or k["adviser_told_no"] < contact):
        contact = k["adviser_told_no"]
    bar = None if dated is None else a.two_months_after(dated)
    end_of_33 = None if sent is None else a.two_months_after(sent)
    contact_barred = contact is not None and bar is not None and contact > bar
    contact_late = contact is not None and end_of_33 is not None and contact > end_of_33

    dates = {}
    maybe = set()  # may be given or not; if given, then so
    unsettled = set()  # not compared at all

    def put(name, on, whose, met=None, arguable=None, safe=None):
        if met is not None and met <= on:
            state = "met"
        elif as_of < on:
            state = "ahead"
        elif as_of == on:
            state = "today"
        else:
            state = "passed"
        dates[name] = {
            "on": on,
            "safe_on": a.working_day_on_or_before(on) if safe is None else safe,
            "arguable_on": arguable,
            "caution": cautious(name, on, arguable),
            "state": state,
            "whose": whose,
        }

    # ---------------------------------------------------------------- the family's two dates
    if needs is not False and sent is not None and not no_right:
        put("contact_adviser", bar, "family", contact, None if bar == end_of_33 else end_of_33)
    if appealable is not False and sent is not None and not no_right:
        raw = a.two_months_after(sent)
        careful = a.two_months_after(dated)
        if needs and k["certificate_issued"] is not None:
            month = a.one_month_after(k["certificate_issued"])
            raw = max(raw, month)
            careful = max(careful, month)
        on, arguable = a.rule_12(raw)
        put(
            "register_appeal",
            on,
            "family",
            k["appeal_received"],
            arguable,
            a.working_day_on_or_before(careful),
        )
        if needs is None and k["certificate_issued"] is not None:
            unsettled.add("register_appeal")

    # ---------------------------------------------------------------- the adviser's three working days
    # ... of a certificate of s.55(4) (not barred) or s.55(5) (took part, or deemed; reg 39(2) names regs 35(4)
    # and 36(2), so nobody is deemed to have taken part where the commissioning body arranges)
    deemed = k["adviser_told_cannot_arrange"] is not None and not health_only
    triggers = []
    if k["adviser_told_no"] is not None and not contact_barred:
        triggers.append(k["adviser_told_no"])
    if k["mediation_concluded"] is not None:
        triggers.append(k["mediation_concluded"])
    if deemed:
        triggers.append(k["adviser_told_cannot_arrange"])
    if needs is not False and not no_right and triggers:
        put("issue_certificate", a.working_days_after(min(triggers), 3), "adviser", k["certificate_issued"])
        if needs is None or sent is None:
            maybe.add("issue_certificate")

    # ---------------------------------------------------------------- mediation
    arranger = "commissioning_body" if health_only else "authority"
    if mediated:
        if health is True and k["authority_told"] is not None:
            on = a.working_days_after(k["authority_told"], 3)
            put("notify_commissioner", on, "authority", k["commissioner_notified"])
        begins = k["commissioner_notified"] if health_only else k["authority_told"]
        if begins is not None:
            held = k["mediation_on"] if k["mediation_on"] is not None else k["mediation_concluded"]
            put("arrange_mediation", a.thirty_days_after(begins), arranger, held)
        if k["mediation_on"] is not None:
            on = a.five_clear_working_days_before(k["mediation_on"])
            other = a.five_working_days_before(k["mediation_on"])
            put("tell_family_of_meeting", on, arranger, None, other)

    # ---------------------------------------------------------------- the agreement
    agreement = {}
    agreed = set()  # the items whose day the parties agreed: SI 2020/471 relaxed no such day
    if mediated and k["agreement"] is not None:
        made_on = k["agreement"]["made_on"]
        party = k["agreement"]["party"]
        if not party:
            put("tell_authority_of_agreement", a.weeks_after(made_on, 1), "commissioning_body")
        for place, (action, by) in enumerate(k["agreement"]["items"]):
            if by is not None:
                agreement[str(place)] = by
                agreed.add(str(place))
                continue
            no_right_of_appeal = matter == "health_or_social_care_provision" or (
                matter == "plan_contents" and k["sections"] and not set(k["sections"]) & {"B", "F", "I"}
            )
            if action == "amend_contents" and no_right_of_appeal:
                action = "other"  # reg 42(3): health or care contents carry no right of appeal, so two weeks
            for step, weeks in ACTIONS[action].items():
                key = str(place) if step is None else f"{place}:{step}"
                agreement[key] = None if weeks is None else a.weeks_after(made_on, weeks)

    # ---------------------------------------------------------------- the rest of the dates
    if k["recommendation_made_on"] is not None:
        on = a.five_weeks_beginning_with(k["recommendation_made_on"])
        if health is True and care is False:
            whose = "commissioning_body"
        elif health is False and care is True:
            whose = "authority"
        else:
            whose = None
        put("reply_to_recommendations", on, whose)
        if not s51 or matter == "refusal_to_assess" or appealable is not True:
            maybe.add("reply_to_recommendations")
        if k["recommendation_made_on"] < RECOMMENDATIONS_BEGIN or no_right or not family:
            maybe.add("reply_to_recommendations")

    # ---------------------------------------------------------------- routes
    routes = dict.fromkeys(ROUTES)
    first = {}

    def not_yet(route, step):
        routes[route] = "not_yet"
        first[route] = step

    routes["talk"] = "open"

    # disagreement resolution: the four kinds of s.57
    if over_25:
        routes["disagreement_resolution"] = "unavailable" if family else None
    elif matter == "authority_and_commissioner":
        routes["disagreement_resolution"] = "unavailable" if family else "open"
    elif matter in ("duties_not_carried_out", "provision_by_setting"):
        routes["disagreement_resolution"] = "open"
    elif matter == "health_or_social_care_provision":
        under_way = k["assessment_or_plan_under_way"]
        if under_way is None:
            routes["disagreement_resolution"] = "depends"
        else:
            routes["disagreement_resolution"] = "open" if under_way else "unavailable"
    elif matter == "plan_contents" and k["sections"] is None:
        under_way = k["assessment_or_plan_under_way"]
        routes["disagreement_resolution"] = "open" if under_way else "depends"
    elif s51 and education is not False:
        routes["disagreement_resolution"] = "open"

    # mediation
    if not family or no_right or not mediated:
        routes["mediation"] = "unavailable"
    elif sent is not None:
        routes["mediation"] = "open"
    else:
        not_yet("mediation", "notice")

    # certificate
    can_still_be_had = True
    if not family or no_right or needs is False:
        routes["certificate"] = "unavailable"
    elif needs is None:
        routes["certificate"] = "depends"
    elif k["certificate_issued"] is not None:
        routes["certificate"] = "closed"
    elif sent is None:
        not_yet("certificate", "notice")
    elif k["mediation_concluded"] is not None or deemed:
        routes["certificate"] = "open"
    elif contact is not None:
        if contact_late:
            routes["certificate"] = "closed"
            can_still_be_had = False
        elif contact_barred:
            not_yet("certificate", "mediation")
        else:
            routes["certificate"] = "open"
    elif as_of <= bar:
        routes["certificate"] = "open"
    elif as_of <= end_of_33:
        not_yet("certificate", "mediation")
    else:
        routes["certificate"] = "closed"
        can_still_be_had = False

    # appeal
    if not family or no_right or appealable is False:
        routes["appeal"] = "unavailable"
    elif appealable is None:
        routes["appeal"] = "depends"
    elif k["appeal_received"] is not None:
        routes["appeal"] = "closed"
    elif needs and k["certificate_issued"] is None:
        if can_still_be_had:
            not_yet("appeal", "certificate")
        else:
            routes["appeal"] = "late"
    elif sent is None:
        not_yet("appeal", "notice")
    elif as_of <= dates["register_appeal"]["on"]:
        routes["appeal"] = "open"
    else:
        routes["appeal"] = "late"

    # recommendations
    too_early = sent is not None and sent < RECOMMENDATIONS_BEGIN
    perhaps_too_early = (as_of if dated is None else dated) < RECOMMENDATIONS_BEGIN
    if not family or no_right or appealable is False or matter == "refusal_to_assess" or too_early:
        routes["recommendations"] = "unavailable"
    elif perhaps_too_early:
        routes["recommendations"] = None
    elif appealable is None:
        routes["recommendations"] = "depends"
    elif health is False and care is False:
        routes["recommendations"] = "unavailable"
    elif health is not True and care is not True:
        routes["recommendations"] = "depends"

    # exclusion and admission
    if not family or matter != "permanent_exclusion":
        routes["exclusion_review"] = "unavailable"
    elif k["governors_decided_on"] is None:
        not_yet("exclusion_review", "governing_board")
    else:
        routes["exclusion_review"] = "open"
    if not family or matter != "admission_refused":
        routes["admission_appeal"] = "unavailable"
    else:
        routes["admission_appeal"] = "open"

    # complaints
    if matter == "provision_by_setting" and family:
        routes["setting_complaint"] = "open"
    if matter == "duties_not_carried_out" and family and k["complaint_answered_on"] is None:
        routes["authority_complaint"] = "open"
    if matter == "health_or_social_care_provision" and family and health is True:
        routes["health_complaint"] = "open"

    # the ombudsman
    if k["learned_of_matter_on"] is not None:
        on, arguable = a.twelve_months_beginning_with(k["learned_of_matter_on"])
        put("ask_ombudsman", on, "family", None, arguable)
        if matter != "duties_not_carried_out" or not family:
            maybe.add("ask_ombudsman")
    if matter == "duties_not_carried_out" and family:
        if k["complaint_answered_on"] is None:
            not_yet("ombudsman", "authority_complaint")
        elif "ask_ombudsman" in dates and as_of > dates["ask_ombudsman"]["on"]:
            routes["ombudsman"] = "late"
        else:
            routes["ombudsman"] = "open"

    # discrimination
    if k["conduct_on"] is not None:
        on, arguable = a.six_months_starting_with(k["conduct_on"])
        put("discrimination_claim", on, "family", None, arguable)
        if on < RULE_12_LEAVES_CLAIMS:
            unsettled.add("discrimination_claim")
        if matter != "discrimination_by_school" or not family:
            maybe.add("discrimination_claim")
        elif as_of > on:
            routes["discrimination_claim"] = "late"
        else:
            routes["discrimination_claim"] = "open"
    elif matter == "discrimination_by_school" and family:
        routes["discrimination_claim"] = "open"

    if routes.get("discrimination_claim") is not None and family and wrong_person and not over_25:
        routes["discrimination_claim"] = (
            "unavailable"  # Sch 17 para 3(a): the parent or, over that age, the person
        )
    # judicial review
    begins = k["conduct_on"] if k["conduct_on"] is not None else sent
    if begins is not None:
        put("judicial_review", a.three_months_after(begins), "family")
        if matter != "duties_not_carried_out" or not family:
            maybe.add("judicial_review")
        elif as_of > dates["judicial_review"]["on"]:
            routes["judicial_review"] = "late"
        else:
            routes["judicial_review"] = "open"

    # those who are not the family have none of the family's routes
    if not family:
        for route in (
            "setting_complaint",
            "authority_complaint",
            "health_complaint",
            "ombudsman",
            "discrimination_claim",
        ):
            routes[route] = "unavailable"
            if route == "ombudsman":
                dates.pop("ask_ombudsman", None)
            if route == "discrimination_claim":
                dates.pop("discrimination_claim", None)
    if over_25 and family:
        routes["needs_assessment"] = "unavailable"

    return {
        "dates": dates,
        "agreement": agreement,
        "agreement_whose": "commissioning_body"
        if k["agreement"] is not None and not k["agreement"]["party"]
        else "authority",
        "routes": routes,
        "first": first,
        "agreed": sorted(agreed),
        "maybe": sorted(maybe & set(dates)),
        "unsettled": sorted(unsettled),
    }
