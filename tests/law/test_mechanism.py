"""The machinery that rules are made of. The rules here stand in no book, and ask questions that there are."""

from datetime import date, timedelta

import pytest

from evenhand.law import advise
from evenhand.law.advice import RULE_FILES, forget
from evenhand.law.errors import LawError, NoLawInForce, OverlappingVersions, UnknownAnswer
from evenhand.law.mechanism.asking import Situation
from evenhand.law.mechanism.outcomes import STOPPED, Outcome, Reason, Run, closed, open_, unavailable
from evenhand.law.mechanism.questions import BY_NAME, QUESTIONS, quality
from evenhand.law.mechanism.registry import ROUTES, RULES
from evenhand.law.mechanism.rules import Rule
from evenhand.law.mechanism.steps import STEPS, Step, step
from evenhand.law.rules import attendance, unopposed
from evenhand.law.sources import REG_33, REG_34_2

assert RULE_FILES
assert attendance
assert unopposed


def rule_of(*functions, **when):
    """A rule that no book holds: one version, or several as `(function, since, until)`."""
    rule = Rule("made_up")
    for version in functions:
        function, since, until = version if isinstance(version, tuple) else (version, None, None)
        rule.add(function, (REG_33,), since, until)
    return rule


def yes_if_wanted(s):
    """It is open to whoever wishes it."""
    return open_("They wish it.", REG_33) if s.is_("wants_mediation") else closed("They do not.", REG_33)


def codes(**known):
    """Every question unknown but these."""
    found = [question.unknown for question in QUESTIONS]
    for name, answer in known.items():
        question = BY_NAME[name]
        found[question.number] = question.code(answer)
    return found


# ---- questions


def test_an_answer_that_a_question_has_not():
    with pytest.raises(UnknownAnswer, match="'wants_mediation' has no answer 'perhaps'"):
        BY_NAME["wants_mediation"].code("perhaps")
    with pytest.raises(UnknownAnswer, match="'attendee' has no answer 'nobody'"):
        RULES["may_attend"].answer(attendee="nobody")


def test_two_questions_of_one_name():
    before = len(QUESTIONS)
    with pytest.raises(ValueError, match="Two questions are called 'wants_mediation'"):
        quality("wants_mediation", "Again?")
    assert len(QUESTIONS) == before


def test_a_question_by_a_name_that_there_is_not():
    with pytest.raises(KeyError):
        Situation(codes()).ask("nothing")


# ---- asking


def test_what_is_not_known_may_be_taken_for_yes_or_no():
    s = Situation(codes())
    assert (s.surely("health_issue"), s.possibly("social_care_issue")) == (False, True)
    assert not s.has("notice_sent")
    assert not s.passed("register_appeal")
    assert s.missed("the_bar")


def test_a_question_asked_out_of_mode_is_a_mistake_in_the_rule():
    """Once taken for something where unknown, it cannot be asked again as if every answer would be tried."""

    def surely_then_plainly(s):
        """It asks twice."""
        return open_("Yes.", REG_33) if s.surely("wants_mediation") or s.is_("wants_mediation") else STOPPED

    with pytest.raises(
        TypeError, match="'wants_mediation' was asked before with an answer to take if unknown"
    ):
        rule_of(surely_then_plainly).find(codes())


def test_asked_plainly_first_it_may_be_asked_again():
    def plainly_then_surely(s):
        """It asks twice."""
        return (
            yes_if_wanted(s)
            if not s.is_("wants_mediation")
            else open_(str(s.surely("wants_mediation")), REG_33)
        )

    found = rule_of(plainly_then_surely).find(codes(wants_mediation="yes"))
    assert found.outcome.reasons[0].text == "True"


# ---- rules


def test_where_answers_would_differ_it_depends_and_where_they_agree_it_does_not():
    rule = rule_of(yes_if_wanted)
    assert rule.find(codes(wants_mediation="yes")).outcome.state == "open"
    depends = rule.find(codes()).outcome
    assert (depends.state, depends.on_facts) == ("depends", ("wants_mediation",))
    assert {reason.text for reason in depends.reasons} == {"They wish it.", "They do not."}

    def either_way(s):
        """It is open to all."""
        return open_("Yes.", REG_33) if s.is_("wants_mediation") else open_("All the same.", REG_33)

    assert rule_of(either_way).find(codes()).outcome.state == "open"


def test_two_unknown_answers_that_matter_are_both_named():
    def both(s):
        """It takes both."""
        if s.is_("health_issue") and s.is_("social_care_issue"):
            return open_("Both.", REG_33)
        return unavailable("Not both.", REG_33)

    assert rule_of(both).find(codes()).outcome.on_facts == ("health_issue", "social_care_issue")
    assert rule_of(both).find(codes(health_issue="yes")).outcome.on_facts == ("social_care_issue",)
    assert rule_of(both).find(codes(health_issue="no")).outcome.state == "unavailable"


def test_a_clock_must_say_what_it_takes_where_a_quality_is_not_known():
    def forks(s):
        """It runs if they wish it."""
        return (
            Run("family", (STEPS["two_months_from_notice"], "notice_sent"))
            if s.is_("wants_mediation")
            else STOPPED
        )

    with pytest.raises(TypeError, match="A clock must say what it takes"):
        rule_of(forks).find(codes())


def test_a_way_once_taken_is_not_run_again():
    runs = []

    def counted(s):
        """It counts its runs."""
        runs.append(1)
        return yes_if_wanted(s)

    rule = rule_of(counted)
    for _ in range(3):
        rule.find(codes(wants_mediation="yes"))
    assert len(runs) == 1
    rule.find(codes(wants_mediation="no"))
    assert len(runs) == 2
    rule.forget()
    rule.find(codes(wants_mediation="yes"))
    assert len(runs) == 3


def test_the_leaves_are_every_way_through():
    leaves = [(answers, outcome.state) for answers, outcome in rule_of(yes_if_wanted).leaves()]
    assert leaves == [({"wants_mediation": "no"}, "closed"), ({"wants_mediation": "yes"}, "open")]


def test_a_reason_is_signed_by_its_rule_and_needs_a_citation():
    assert rule_of(yes_if_wanted).find(codes(wants_mediation="yes")).outcome.reasons[0].rule == "made_up"
    with pytest.raises(ValueError, match="A reason needs a citation"):
        Reason("Because.", ())


def test_what_a_rule_forgot_is_found_again_the_same():
    facts = {"matter": "refusal_to_assess", "as_of": "2026-07-01", "notice_sent": "2026-06-15"}
    before = advise(facts).json()
    forget()
    assert advise(facts).json() == before


# ---- versions


def said(text):
    def version(_):
        """It says its own words."""
        return Outcome("open", (Reason(text, (REG_33,)),))

    return version


def test_the_version_of_the_day_answers():
    rule = rule_of((said("old"), None, "2018-04-02"), (said("new"), "2018-04-03", None))
    since = "since:2018-04-03"
    assert rule.find(codes(**{since: "yes"})).outcome.reasons[0].text == "new"
    assert rule.find(codes(**{since: "no"})).outcome.reasons[0].text == "old"


def test_the_order_in_which_versions_are_written_does_not_matter():
    rule = rule_of((said("new"), "2018-04-03", None), (said("old"), None, "2018-04-02"))
    assert rule.find(codes(**{"since:2018-04-03": "no"})).outcome.reasons[0].text == "old"


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ((None, None), (None, None), "every day"),
        ((None, None), ("2018-04-03", None), "2018-04-03"),
        ((None, "2018-04-03"), ("2018-04-03", None), "2018-04-03"),
        (("2015-03-23", None), ("2018-04-03", "2019-01-01"), "2018-04-03"),
    ],
)
def test_versions_that_overlap_are_refused(one, other, day):
    with pytest.raises(OverlappingVersions, match=f"Two versions of 'made_up' claim {day}."):
        rule_of((said("one"), *one), (said("other"), *other))
    made_up = Step("made_up", None, "", False)
    made_up.version(REG_33, since=one[0], until=one[1])(sixty_days)
    with pytest.raises(OverlappingVersions, match=f"Two versions of 'made_up' claim {day}."):
        made_up.version(REG_34_2, since=other[0], until=other[1])(sixty_days)


def test_a_day_that_no_version_of_a_rule_covers():
    rule = rule_of((said("old"), "2015-03-23", "2018-04-02"), (said("new"), "2018-04-03", None))
    with pytest.raises(NoLawInForce, match="No version of 'made_up' covers that day"):
        rule.find(codes(**{"since:2018-04-03": "no", "since:2015-03-23": "no"}))


# ---- steps


def sixty_days(day):
    """Within sixty days."""
    return day + timedelta(60)


def test_a_day_that_no_version_of_a_step_covers():
    made_up = Step("made_up", None, "", False).version(REG_33, since="2018-04-03", until="2019-12-31")(
        sixty_days
    )
    assert made_up.on(date(2018, 4, 3)) == date(2018, 6, 2)
    for day in (date(2018, 4, 2), date(2020, 1, 1)):
        with pytest.raises(NoLawInForce) as none:
            made_up.on(day)
        assert str(none.value) == (
            f"No version of 'made_up' is written for {day}. "
            "Add one beside the others, with its citation, or narrow the dates you ask about."
        )
        assert made_up.look_up(day) == (None, None)
        assert made_up.other_on(day) is None


def test_a_day_is_counted_once():
    counted = []

    def noted(day):
        """It notes what it counts."""
        counted.append(day)
        return day

    made_up = Step("made_up", None, "", False).version(REG_33)(noted)
    assert [made_up.on(date(2026, 1, 1)) for _ in range(3)] == [date(2026, 1, 1)] * 3
    assert len(counted) == 1
    made_up.forget()
    made_up.on(date(2026, 1, 1))
    assert len(counted) == 2


def test_the_reason_of_a_step_is_the_first_line_of_its_words():
    made_up = Step("made_up", None, "", False).version(REG_33)(sixty_days)
    assert made_up.sentence == "Within sixty days."
    assert (made_up.versions[0].reason.rule, made_up.versions[0].reason.cites) == ("made_up", (REG_33,))


def test_two_steps_of_one_name():
    def two_months_from_notice(day):
        """Again."""
        return day

    kept = STEPS["two_months_from_notice"]
    with pytest.raises(ValueError, match="Two steps are called 'two_months_from_notice'"):
        step(REG_33)(two_months_from_notice)
    assert STEPS["two_months_from_notice"] is kept


def test_every_refusal_of_the_law_is_a_law_error():
    assert {OverlappingVersions, NoLawInForce, UnknownAnswer} < set(LawError.__subclasses__())


def test_what_is_made_up_here_stands_in_no_book():
    assert "made_up" not in {*STEPS, *ROUTES, *RULES}
