"""Worked examples, each worked by hand from the words of the law; a test holds them against the rules.

A step's example gives the day it starts from and the last day. A date's or a route's gives facts, as anybody would
give them to `advise`. A rule's gives the answers to its questions.
"""

from collections.abc import Mapping


class Example:
    """One worked example: `of` is (kind, name), `given` and `says` are plain values, `because` is the working."""

    __slots__ = ("because", "given", "of", "says")

    def __init__(
        self, kind: str, name: str, given: Mapping[str, object], says: Mapping[str, object], because: str
    ) -> None:
        self.of = (kind, name)
        self.given, self.says, self.because = given, says, because


def _step(name: str, start: str, last: str, because: str, other: str | None = None) -> Example:
    says = {"last_day": last} if other is None else {"last_day": last, "other_reading": other}
    return Example("step", name, {"day": start}, says, because)


def _date(
    name: str, on: str, because: str, arguable: str | None = None, step: str | None = None, **facts: object
) -> Example:
    says = {"on": on}
    if arguable is not None:
        says["arguable_on"] = arguable
    if step is not None:
        says["step"] = step
    return Example("date", name, facts, says, because)


def _route(name: str, state: str, because: str, first: str | None = None, **facts: object) -> Example:
    says = {"state": state} if first is None else {"state": state, "first": first}
    return Example("route", name, facts, says, because)


def _rule(name: str, value: str, because: str, **answers: object) -> Example:
    return Example("rule", name, answers, {"value": value}, because)


ASSESS = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-06-16"}

EXAMPLES: tuple[Example, ...] = (
    # ---- the certificate
    _step(
        "two_months_from_sending",
        "2026-06-15",
        "2026-08-15",
        "Sent on 15 June; two months end on 15 August. It is a Saturday in August, and does not move.",
    ),
    _step(
        "two_months_from_its_date",
        "2025-12-31",
        "2026-02-28",
        "Dated 31 December; February 2026 has no 31st, so the two months end on its last day.",
    ),
    _step(
        "three_working_days_from_being_told_no",
        "2026-03-13",
        "2026-03-18",
        "Told on Friday 13 March; Monday 16, Tuesday 17 and Wednesday 18 are the three working days.",
    ),
    _step(
        "three_working_days_from_conclusion",
        "2026-04-02",
        "2026-04-09",
        "Ended on Thursday 2 April; Good Friday, the weekend and Easter Monday do not count; 7, 8 and 9 April do.",
    ),
    _step(
        "three_working_days_from_cannot_arrange",
        "2026-12-23",
        "2026-12-30",
        "Told on Wednesday 23 December; 24, 29 and 30 December count. Christmas Day, the weekend and 28 December do not.",
    ),
    Example(
        "limit",
        "consider_mediation",
        {"day": "2026-06-15"},
        {"last_day": "2026-08-15"},
        "Sent on 15 June, so the family must ring the adviser by 15 August.",
    ),
    Example(
        "limit",
        "the_bar",
        {"day": "2026-06-12"},
        {"last_day": "2026-08-12"},
        "The notice is dated 12 June; after 12 August the adviser may not give the certificate for not mediating.",
    ),
    _date(
        "contact_adviser",
        "2026-08-12",
        "Dated 12 June, sent 15 June: the two counts end on 12 and 15 August, and the earlier is safe.",
        arguable="2026-08-15",
        matter="refusal_to_assess",
        notice_dated="2026-06-12",
        notice_sent="2026-06-15",
        as_of="2026-06-16",
    ),
    _date(
        "issue_certificate",
        "2026-03-18",
        "The family told the adviser on Friday 13 March that it will not mediate: three working days.",
        matter="refusal_to_assess",
        notice_sent="2026-03-02",
        adviser_told_no="2026-03-13",
        as_of="2026-03-13",
    ),
    _route(
        "certificate",
        "closed",
        "Sent on 15 June and nobody rang the adviser by 15 August, so no adviser may issue it now.",
        matter="refusal_to_assess",
        notice_sent="2026-06-15",
        adviser_contacted=None,
        adviser_told_no=None,
        as_of="2026-08-17",
    ),
    # ---- mediation
    _step(
        "three_working_days_to_notify",
        "2026-08-27",
        "2026-09-02",
        "Told on Thursday 27 August; Friday 28 counts, Monday 31 is a bank holiday, 1 and 2 September count.",
    ),
    _step(
        "thirty_days_for_the_authority",
        "2026-12-01",
        "2026-12-31",
        "Told on 1 December; that day is not counted, and the thirtieth day after it is 31 December.",
    ),
    _step(
        "thirty_days_for_the_health_body",
        "2026-01-30",
        "2026-03-01",
        "Received on 30 January: 31 January is day 1, 28 February day 29, 1 March day 30. A Sunday does not move it.",
    ),
    _step(
        "five_clear_working_days_before",
        "2026-04-15",
        "2026-04-07",
        "The mediation is on Wednesday 15 April; 14, 13, 10, 9 and 8 April lie between, so the family is told by the 7th.",
        other="2026-04-08",
    ),
    _date(
        "notify_commissioner",
        "2026-09-02",
        "The council was told on 27 August; the bank holiday of 31 August does not count.",
        matter="plan_contents",
        sections=["F", "G"],
        notice_sent="2026-08-10",
        authority_told="2026-08-27",
        as_of="2026-08-27",
    ),
    _date(
        "arrange_mediation",
        "2026-12-31",
        "The council was told on 1 December; thirty days end on 31 December.",
        matter="refusal_to_assess",
        notice_sent="2026-11-20",
        authority_told="2026-12-01",
        as_of="2026-12-01",
    ),
    _date(
        "tell_family_of_meeting",
        "2026-04-07",
        "Five whole working days lie between 7 and 15 April; by the other reading the 8th is early enough.",
        arguable="2026-04-08",
        matter="refusal_to_assess",
        notice_sent="2026-03-02",
        mediation_on="2026-04-15",
        as_of="2026-03-20",
    ),
    _route(
        "mediation",
        "open",
        "A refusal to assess is a decision that can be appealed, and the notice has been sent.",
        **ASSESS,
    ),
    # ---- agreements
    _step(
        "two_weeks_to_notify_assessment",
        "2026-10-15",
        "2026-10-29",
        "Fourteen days after Thursday 15 October.",
    ),
    _step(
        "ten_weeks_for_reasons",
        "2026-10-15",
        "2026-12-24",
        "Seventy days: 16 to the end of October, 30 in November, 24 in December.",
    ),
    _step(
        "fourteen_weeks_for_plan",
        "2026-10-15",
        "2027-01-21",
        "Ninety-eight days: 77 to the end of December, 21 in January.",
    ),
    _step(
        "five_weeks_for_draft",
        "2026-10-15",
        "2026-11-19",
        "Thirty-five days: 16 to the end of October, 19 in November.",
    ),
    _step(
        "eleven_weeks_for_plan",
        "2026-10-15",
        "2026-12-31",
        "Seventy-seven days: 16 in October, 30 in November, 31 in December.",
    ),
    _step(
        "two_weeks_to_reconsider",
        "2026-02-20",
        "2026-03-06",
        "Eight days to the end of February, six in March.",
    ),
    _step(
        "five_weeks_to_amend",
        "2028-02-01",
        "2028-03-07",
        "2028 is a leap year: 28 days to 29 February, and seven in March.",
    ),
    _step(
        "two_weeks_to_name_school",
        "2026-12-18",
        "2027-01-01",
        "Thirteen days to the end of December, one in January. New Year's Day does not move it.",
    ),
    _step(
        "five_weeks_to_continue_and_amend",
        "2026-06-01",
        "2026-07-06",
        "Twenty-nine days to the end of June, six in July.",
    ),
    _step(
        "two_weeks_for_other_things",
        "2026-05-11",
        "2026-05-25",
        "Fourteen days; the bank holiday of 25 May does not move it.",
    ),
    _step("one_week_to_tell_authority", "2026-05-28", "2026-06-04", "Seven days after Thursday 28 May."),
    _step(
        "the_day_agreed",
        "2026-09-30",
        "2026-09-30",
        "The parties wrote down 30 September, so it is 30 September.",
    ),
    _date(
        "tell_authority_of_agreement",
        "2026-06-04",
        "About health alone; agreed on 28 May, so the council must hear of it by 4 June.",
        matter="health_or_social_care_provision",
        health_issue=True,
        social_care_issue=False,
        education_issue=False,
        notice_sent="2026-04-01",
        agreement={"made_on": "2026-05-28", "authority_was_party": False, "items": [{"action": "other"}]},
        as_of="2026-05-29",
    ),
    _date(
        "carry_out_agreement",
        "2026-11-19",
        "Agreed on 15 October to amend Section F: five weeks, as a Tribunal's order would give.",
        matter="plan_contents",
        sections=["F"],
        notice_sent="2026-08-03",
        agreement={"made_on": "2026-10-15", "items": [{"action": "amend_contents"}]},
        as_of="2026-10-16",
    ),
    _date(
        "carry_out_agreement",
        "2026-05-25",
        "Agreed on 11 May that a therapist will visit: nobody could appeal about that, so two weeks.",
        matter="plan_contents",
        sections=["F"],
        notice_sent="2026-03-02",
        agreement={"made_on": "2026-05-11", "items": [{"action": "other"}]},
        as_of="2026-05-12",
    ),
    _date(
        "carry_out_agreement",
        "2026-09-30",
        "The parties wrote down another day, 30 September, and it counts instead.",
        matter="plan_contents",
        sections=["F"],
        notice_sent="2026-03-02",
        agreement={
            "made_on": "2026-05-11",
            "items": [{"action": "amend_contents", "agreed_by": "2026-09-30"}],
        },
        as_of="2026-05-12",
    ),
    # ---- talking and disagreement resolution
    _route("talk", "open", "Talking is always possible and stops no clock.", **ASSESS),
    _route(
        "needs_assessment",
        "open",
        "No assessment has been made; the family may ask again when there is something new.",
        **ASSESS,
    ),
    _route(
        "disagreement_resolution",
        "open",
        "A parent disagrees about the help that a school gives: the second kind.",
        matter="provision_by_setting",
        as_of="2026-06-16",
    ),
    _rule(
        "kind_of_disagreement",
        "fourth_kind",
        "The council and the health body disagree while a plan is being made; the family has no part in it.",
        between="council_and_health_body",
        about_assessment_or_plan="yes",
    ),
    _rule(
        "resolution_goes_ahead",
        "does_not_go_ahead",
        "The school says no, and that is the end of it.",
        declines="the_setting",
    ),
    _rule(
        "resolution_leaves_alone", "unaffected", "The two months to appeal run on.", left_alone="time_limits"
    ),
    _rule(
        "resolution_at_any_stage",
        "available",
        "A child with help at school and no plan may use the service.",
        resolution_stage="sen_support_only",
    ),
    _rule("made_known_to", "must", "Parents are among those who must be told.", audience="parents"),
    _rule(
        "arrangements_to_be_made",
        "must_arrange",
        "The duty covers each school, college and nursery.",
        between="family_and_setting",
    ),
    # ---- the appeal
    _step(
        "two_months_from_notice",
        "2026-06-15",
        "2026-08-15",
        "Sent on 15 June; two months end on 15 August. Rule 12 then moves the last day to appeal: see the date.",
    ),
    _step(
        "one_month_from_certificate",
        "2026-01-31",
        "2026-02-28",
        "Issued on 31 January; February 2026 has no 31st, so the month ends on its last day.",
    ),
    _step(
        "five_weeks_beginning_with_recommendation",
        "2026-06-01",
        "2026-07-05",
        "1 June is the first of thirty-five days: 30 June is the thirtieth, 5 July the thirty-fifth.",
    ),
    _date(
        "register_appeal",
        "2026-09-01",
        "Notice sent 15 June: two months end on 15 August, in August, so the first working day after it is in time; "
        "31 August is a bank holiday.",
        **ASSESS,
    ),
    _date(
        "register_appeal",
        "2026-04-02",
        "Notice sent 12 January: two months end on 12 March. Certificate issued 2 March: a month ends on 2 April, later.",
        matter="refusal_to_assess",
        notice_sent="2026-01-12",
        certificate_issued="2026-03-02",
        as_of="2026-03-03",
    ),
    _date(
        "register_appeal",
        "2026-05-18",
        "Notice sent 16 March: two months end on Saturday 16 May, so Monday 18 May is in time.",
        matter="refusal_to_issue_plan",
        notice_sent="2026-03-16",
        as_of="2026-03-17",
    ),
    _date(
        "register_appeal",
        "2027-01-04",
        "Notice sent 28 October: two months end on 28 December, so the first working day after 1 January is in time; "
        "1 January 2027 is a Friday, and Monday is the 4th.",
        matter="ceasing_to_maintain",
        notice_sent="2026-10-28",
        as_of="2026-10-29",
    ),
    _date(
        "register_appeal",
        "2027-08-02",
        "Notice sent 31 May: two months end on Saturday 31 July 2027; the next working day is Monday 2 August. By the "
        "other reading that day moves again, to 1 September.",
        arguable="2027-09-01",
        matter="refusal_to_assess",
        notice_sent="2027-05-31",
        as_of="2027-06-01",
    ),
    _date(
        "reply_to_recommendations",
        "2026-07-05",
        "Recommended on 1 June, which is the first day of the five weeks.",
        matter="plan_contents",
        sections=["B", "F", "G"],
        notice_sent="2025-09-15",
        recommendation_made_on="2026-06-01",
        as_of="2026-06-02",
    ),
    _route(
        "appeal",
        "not_yet",
        "A refusal to assess needs a certificate, and there is none yet.",
        first="certificate",
        **ASSESS,
    ),
    _route(
        "recommendations",
        "unavailable",
        "Recommendations never go with an appeal against a refusal to assess.",
        **ASSESS,
    ),
    # ---- at the Tribunal
    _step(
        "thirty_working_days_to_respond",
        "2026-07-06",
        "2026-09-15",
        "Sent on Monday 6 July: 19 working days to the end of July, none in August, 11 from 1 to 15 September.",
    ),
    _step(
        "thirty_working_days_to_respond",
        "2019-12-16",
        "2020-02-04",
        "Sent on Monday 16 December 2019: six to 24 December, none to 1 January, 22 in January, two in February.",
    ),
    _rule(
        "which_form",
        "SEND35A",
        "A refusal to assess has a form of its own.",
        sent_to_tribunal="appeal_against_refusal_to_assess",
    ),
    _rule(
        "sent_with_the_appeal",
        "two_papers",
        "An appeal about the school alone needs no certificate, so two papers go with it.",
        certificate_is_needed="no",
    ),
    _rule(
        "leave_without_certificate",
        "may_ask",
        "The adviser was rung after two months; the Tribunal may give leave, for full reasons.",
        adviser_in_time="no",
        two_months_over="yes",
    ),
    _rule(
        "late_appeal_must_say",
        "ask_for_time",
        "The appeal is late, so it asks for time and says why.",
        appeal_is_late="yes",
    ),
    _rule(
        "closed_days",
        "days_do_not_count",
        "The council's answer in a special needs case in 2026: August is not counted.",
        tribunal_act="any_other_act",
        tribunal_case="special_needs_appeal",
        day_directed="no",
        **{"since:2020-07-21": "yes"},
    ),
    Example(
        "rule",
        "tribunal_response",
        {"tribunal_case": "special_needs_appeal"},
        {"whose": "authority", "legs": ["thirty_working_days_to_respond"]},
        "In an appeal the council answers.",
    ),
    _rule("child_may_appeal_alone", "no", "In 2026 a child's parent appeals.", **{"since:2019-03-13": "yes"}),
    # ---- unopposed
    _step(
        "unopposed_two_weeks_to_notify",
        "2026-10-15",
        "2026-10-29",
        "Fourteen days after the council told the Tribunal.",
    ),
    _step(
        "unopposed_four_weeks_to_assess",
        "2014-11-03",
        "2014-12-01",
        "Twenty-eight days: 27 to the end of November, one in December.",
    ),
    _step(
        "unopposed_ten_weeks_for_reasons",
        "2026-10-15",
        "2026-12-24",
        "Seventy days, the last on Christmas Eve.",
    ),
    _step("unopposed_fourteen_weeks_for_plan", "2026-10-15", "2027-01-21", "Ninety-eight days."),
    _step("unopposed_time_to_amend", "2026-10-15", "2026-11-19", "Thirty-five days."),
    _step(
        "unopposed_time_to_amend",
        "2014-11-03",
        "2014-12-01",
        "In 2014 the law gave four weeks: 27 days to the end of November, one in December.",
    ),
    _step("unopposed_time_to_name_school", "2026-10-15", "2026-10-29", "Fourteen days."),
    _step("unopposed_five_weeks_for_draft", "2026-10-15", "2026-11-19", "Thirty-five days."),
    _step("unopposed_eleven_weeks_for_plan", "2026-10-15", "2026-12-31", "Seventy-seven days."),
    _step("unopposed_five_weeks_to_continue_and_amend", "2026-10-15", "2026-11-19", "Thirty-five days."),
    Example(
        "rule",
        "unopposed_appeal",
        {"appealed": "refusal_to_issue_plan", "since:2015-03-23": "yes"},
        {"whose": "authority", "legs": ["unopposed_five_weeks_for_draft", "unopposed_eleven_weeks_for_plan"]},
        "The council gives way about making a plan: a draft in five weeks, the plan in eleven.",
    ),
    _rule(
        "council_is_excused",
        "not_excused",
        "Five weeks to amend an unopposed plan: since 23 March 2015 no reason excuses it.",
        limit="unopposed_contents",
        impractical_because="exceptional_personal_circumstances",
        **{"since:2015-03-23": "yes"},
    ),
    # ---- complaints
    _step(
        "twelve_months_beginning_with_knowledge",
        "2026-03-10",
        "2027-03-09",
        "10 March 2026 is the first day of the twelve months, so 9 March 2027 is the last.",
    ),
    _date(
        "ask_ombudsman",
        "2027-03-09",
        "First known on 10 March 2026, which is the first day of the twelve months.",
        matter="duties_not_carried_out",
        learned_of_matter_on="2026-03-10",
        as_of="2026-06-01",
    ),
    _route(
        "setting_complaint",
        "open",
        "The school gives less help than it should; its own complaint comes first.",
        matter="provision_by_setting",
        as_of="2026-06-16",
    ),
    _route(
        "authority_complaint",
        "open",
        "The council does not give what the plan says.",
        matter="duties_not_carried_out",
        as_of="2026-06-16",
    ),
    _route(
        "health_complaint",
        "open",
        "The plan's health care is not given.",
        matter="health_or_social_care_provision",
        health_issue=True,
        social_care_issue=False,
        as_of="2026-06-16",
    ),
    _route(
        "ombudsman",
        "not_yet",
        "The council has not yet answered a complaint.",
        first="authority_complaint",
        matter="duties_not_carried_out",
        as_of="2026-06-16",
    ),
    _route(
        "secretary_of_state",
        "not_yet",
        "The school's own complaint comes first.",
        first="setting_complaint",
        matter="provision_by_setting",
        as_of="2026-06-16",
    ),
    _route(
        "ofsted",
        "not_yet",
        "Ofsted wants the school's own complaint first.",
        first="setting_complaint",
        matter="provision_by_setting",
        as_of="2026-06-16",
    ),
    # ---- what a school did
    _step(
        "six_months_starting_with_conduct",
        "2026-01-15",
        "2026-07-14",
        "15 January is the first day of the six months, so 14 July is the last.",
    ),
    _date(
        "discrimination_claim",
        "2026-07-14",
        "The act was on 15 January, which is the first day of the six months.",
        matter="discrimination_by_school",
        conduct_on="2026-01-15",
        as_of="2026-02-01",
    ),
    _route(
        "discrimination_claim",
        "late",
        "The six months ended on 14 July; the Tribunal may still consider the claim.",
        matter="discrimination_by_school",
        conduct_on="2026-01-15",
        as_of="2026-07-15",
    ),
    _route(
        "exclusion_review",
        "not_yet",
        "The governing board has not decided yet.",
        first="governing_board",
        matter="permanent_exclusion",
        as_of="2026-06-16",
    ),
    _route(
        "admission_appeal", "open", "A place was refused.", matter="admission_refused", as_of="2026-06-16"
    ),
    # ---- the court
    _step(
        "three_months_at_most",
        "2026-11-30",
        "2027-02-28",
        "February has no 30th, so the three months end on its last day. The claim must be made promptly all the same.",
    ),
    _date(
        "judicial_review",
        "2027-02-28",
        "The failure was on 30 November; the outside limit is 28 February, a Sunday.",
        matter="duties_not_carried_out",
        conduct_on="2026-11-30",
        as_of="2026-12-01",
    ),
    _route(
        "judicial_review",
        "unavailable",
        "A refusal to assess can be appealed, so the court leaves it to the Tribunal.",
        **ASSESS,
    ),
    # ---- who may come
    _rule(
        "may_attend",
        "may_attend",
        "The parent brings a lawyer as the one supporter: nobody's consent is needed.",
        attendee="first_supporter",
    ),
    _rule(
        "may_attend",
        "may_not_attend",
        "The council would bring a lawyer; the parent says no, and so does the mediator.",
        attendee="authority_lawyer",
        all_parties_agree="no",
        mediator_agrees="no",
    ),
    _rule(
        "must_come_able_to_decide",
        "authority_and_commissioning_body",
        "Speech therapy and the school are in dispute: both bodies send people who can decide.",
        mediation_issues="health_and_other",
    ),
    _rule(
        "views_to_find_out", "child", "The parent is the party; the child is asked.", family_party="parent"
    ),
    _rule(
        "who_acts",
        "ask_a_person",
        "A young person of nineteen cannot decide this, and has no deputy: a human being helps.",
        person="young_person_without_capacity",
        has_representative="no",
    ),
    _rule(
        "alternative_person_acts",
        "instead",
        "The alternative person chooses the supporter.",
        alternative_for="choosing_a_supporter",
    ),
    # ---- notices
    _rule(
        "notice_must_tell",
        "ten_items",
        "A refusal to assess of 2026: no word of recommendations is needed.",
        notice_of="refusal_to_assess",
        **{"since:2018-04-03": "yes"},
    ),
    _rule(
        "notice_must_tell",
        "eleven_items",
        "A final plan of 2026: recommendations must be named as well.",
        notice_of="final_plan",
        **{"since:2018-04-03": "yes"},
    ),
    # ---- expenses
    _rule(
        "expenses_paid",
        "must_pay",
        "Forty miles by car to the mediation: 40 times 25p is £10, and proof was sent.",
        meeting="mediation",
        expense="car_or_motorcycle",
        conditions_met="yes",
    ),
    # ---- independence
    _rule(
        "is_independent",
        "not_independent",
        "A mediator employed by an integrated care board, where health is at issue, in 2026.",
        independent_role="mediator_with_health_issues",
        employer="local_health_commissioner",
        **{"since:2022-07-01": "yes"},
    ),
    _rule(
        "health_body_name",
        "clinical_commissioning_group",
        "On 30 June 2022 the local body was still the CCG.",
        health_body="local",
        **{"since:2022-07-01": "no"},
    ),
    _rule(
        "asked_of_the_person",
        "professional_standard",
        "No law asks a mediator to be on a register; the profession does.",
        independent_role="mediator_without_health_issues",
        requirement="register_entry",
    ),
)
