"""A mediation from the first call to closed: every step, what is due after it, and who is written to, by hand."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case, DueDate
from evenhand.casework.verifying import Verdict, verify
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.casework.actions.telling import CameOf, Story, by, counts_are_true
from tests.people import cast

pytestmark = pytest.mark.django_db

FAMILY = "party:1"


@pytest.fixture
def story(monkeypatch):
    """With everybody there who can be written to."""
    for one in cast.EVERYBODY:
        one()
    return Story(monkeypatch)


def opening(**more):
    """What an adviser enters at the first call, about a refusal to assess that was sent on 1 May."""
    who = cast.cerys()
    family = contents.person(
        key=FAMILY,
        role=Role.PARENT,
        side="family",
        name="Cerys",
        party=True,
        person_id=who.pk,
        contact={"email": who.email},
    )
    authority = contents.person(
        key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name="Ealing", party=True
    )
    return {
        "provider": cast.organisation(cast.OURS),
        "kind": Kind.MEDIATION,
        "matter": "refusal_to_assess",
        "area": "ealing",
        "facts": {"acting": "parent", "notice_sent": "2026-05-01"},
        "child": {"name": "Robin Example", "date_of_birth": "2017-03-04"},
        "people": [family, authority],
        "commissioning_body": cast.organisation(cast.BODY),
        "adviser_id": cast.amina().pk,
    } | more


def people():
    """Amina, Hassan, Cerys, Dev, Farah, Gwen, Eilidh: each in their place."""
    return (
        by(cast.amina(), Role.ADVISER, "provider"),
        by(cast.hassan(), Role.MEDIATOR, f"mediator:{cast.hassan().pk}"),
        by(cast.cerys(), Role.PARENT, FAMILY),
        by(cast.dev(), Role.AUTHORITY_OFFICER, "authority"),
        by(cast.farah(), Role.AUTHORITY_DECIDER, "authority"),
        by(cast.gwen(), Role.COMMISSIONING_OFFICER, "commissioning_body"),
        by(cast.eilidh(), Role.MANAGER, "provider"),
    )


MEETING = {"meeting_on": date(2026, 6, 9), "starts": "10:00", "ends": "12:00", "how": "telephone"}
ITEMS = [{"what": "Assess Robin", "who": "authority", "action": "assess"}]
WISH = {"education": True, "health": True, "care": False, "issues": "Why not", "health_provision": "Speech"}


def test_to_an_agreement_that_is_carried_out(story):
    amina, hassan, cerys, dev, farah, gwen, eilidh = people()
    on = story.on
    came = on("5-11", actions.open_case, amina, **opening())
    # Two working days of the service's own from Monday 11 May.
    assert came == CameOf("enquiry", "give_advice 5-13", "adviser", "")
    came = on("5-12", actions.give_advice, amina, family=FAMILY, explained=contents.ADVICE_POINTS)
    assert came == CameOf("advice_given", "ask_choice 5-19", "adviser", "cerys")
    # Whoever did it is not told of it.
    assert on("5-13", actions.choose_mediation, cerys, **WISH) == CameOf(
        "mediation_chosen", "tell_authority 5-14", "adviser", ""
    )
    assert not story.case.known_to_authority
    # Thursday 14 May: three working days for the notice to the health body end on Tuesday the 19th.
    came = on("5-14", actions.tell_authority, amina)
    assert came == CameOf("arranging", "notify_commissioner 5-19", "authority", "cerys dev")
    assert (story.case.known_to_authority, story.case.known_to_commissioner) == (True, False)
    came = on("5-15", actions.tell_commissioner, dev)
    assert came == CameOf("arranging", "choose_mediator 5-19", "adviser", "gwen")
    assert (story.case.known_to_commissioner, story.case.health) == (True, True)
    # Thirty days from 14 May.
    came = on("5-15", actions.assign, amina, work="mediator", person_id=hassan.person_id)
    assert came == CameOf("arranging", "arrange_mediation 6-13", "authority", "hassan")
    came = on(
        "5-15", actions.add_person, amina, role=Role.COMMISSIONING_OFFICER, side="commissioning_body", name="ICB",
        party=True,
    )  # fmt: skip
    assert came.told == ""
    # Six working days before Tuesday 9 June: Monday 1 June.
    came = on("5-18", actions.fix_meeting, hassan, **MEETING)
    assert came == CameOf("meeting_fixed", "tell_family_of_meeting 6-1", "authority", "cerys dev gwen")
    came = on("5-20", actions.give_notice, amina)
    assert came == CameOf("notice_given", "name_representative 6-1", "authority", "cerys dev gwen")
    comes = {"name": "Farah", "post": "Head of SEND", "can_decide": True}
    came = on("5-21", actions.name_representative, dev, side="authority", **comes)
    assert came == CameOf("notice_given", "name_representative 6-1", "commissioning_body", "")
    came = on("5-22", actions.name_representative, gwen, side="commissioning_body", **comes)
    assert came == CameOf("notice_given", "record_meeting 6-10", "mediator", "")
    parties = [FAMILY, "authority", "commissioning_body"]
    came = on("6-9", actions.hold_meeting, hassan, came=parties, absent=[])
    assert came == CameOf("held", "record_outcome 6-10", "mediator", "")
    # Three working days from Tuesday 9 June.
    came = on("6-9", actions.record_outcome, hassan, by_issue={"education": "agreed", "health": "part"})
    assert came == CameOf("outcome_recorded", "issue_certificate 6-12", "adviser", "cerys dev gwen")
    came = on("6-10", actions.draft_agreement, hassan, items=ITEMS)
    assert came == CameOf("outcome_recorded", "issue_certificate 6-12", "adviser", "cerys dev gwen")
    for who in (cerys, farah, gwen):
        came = on("6-10", actions.approve_agreement, who, party=who.key, version=1)
        assert came.told == ""
    came = on("6-10", actions.make_agreement, amina)
    assert came == CameOf("following_up", "issue_certificate 6-12", "adviser", "cerys dev gwen")
    # Reg 44 as reg 42 lends it: the assessment is notified in two weeks from 10 June.
    came = on("6-11", actions.issue_certificate, amina)
    assert came == CameOf("following_up", "carry_out_agreement 6-24", "authority", "cerys dev")
    came = on("6-22", actions.report_action, dev, party="authority", item=0, done=True)
    # All is done: five working days of the service's own from Monday 22 June.
    assert came == CameOf("following_up", "close 6-29", "adviser", "")
    came = on("6-24", actions.report_action, cerys, party=FAMILY, item=0, done=True)
    assert came == CameOf("following_up", "close 7-1", "adviser", "")
    came = on("6-25", actions.close, eilidh, reason="done")
    assert came == CameOf("closed", "", "", "cerys")
    whole(story)


def whole(story):
    """What is left at the end: a numbered and sealed history, facts for the law, kept counts, honest messages."""
    assert [
        event.number for event in story.done.case.history(manager="objects").unseen().order_by("pk")
    ] == list(range(1, 26))
    assert verify() == Verdict(25, True)
    assert story.done.state.facts == {
        "matter": "refusal_to_assess",
        "area": "ealing",
        "acting": "parent",
        "notice_sent": "2026-05-01",
        "adviser_contacted": "2026-05-11",
        "wants_mediation": True,
        "education_issue": True,
        "health_issue": True,
        "social_care_issue": False,
        "authority_told": "2026-05-14",
        "commissioner_notified": "2026-05-15",
        "mediation_on": "2026-06-09",
        "mediation_concluded": "2026-06-09",
        "agreement": {
            "made_on": "2026-06-10",
            "authority_was_party": True,
            "items": [{"action": "assess"}],
        },
        "certificate_issued": "2026-06-11",
    }
    assert not DueDate.objects.unseen().filter(met=False).exists()
    assert counts_are_true()
    words = " ".join(f"{one.subject} {one.body}" for one in Message.objects.all())
    assert not any(secret in words for secret in ("Robin", "Speech", "Why not", "Assess", "Farah"))


def test_a_date_goes_with_a_message_where_there_is_one_to_meet(story):
    amina = people()[0]
    story.on("5-11", actions.open_case, amina, **opening())
    story.on("5-12", actions.give_advice, amina, family=FAMILY, explained=contents.ADVICE_POINTS)
    assert "The next date is Wednesday 1 July 2026." in Message.objects.get().body


def test_to_a_certificate_without_mediation(story):
    amina, _, cerys, *_ = people()
    on = story.on
    on("5-11", actions.open_case, amina, **opening())
    on("5-12", actions.give_advice, amina, family=FAMILY, explained=contents.ADVICE_POINTS)
    # Wednesday 13 May: Thursday, Friday, Monday.
    assert on("5-13", actions.decline_mediation, cerys) == CameOf(
        "certificate_due", "issue_certificate 5-18", "adviser", ""
    )
    assert on("5-14", actions.issue_certificate, amina).told == "cerys dev"
    assert (story.case.stage, story.done.state.certificates[0].ground) == ("certified", "does_not_wish")
    # One month from 14 May is 14 June: but two months from 1 May are longer, 1 July.
    coming = {one.name: (one.on, one.met) for one in DueDate.objects.unseen().filter(case=story.case)}
    assert coming["register_appeal"] == (date(2026, 7, 1), False)
    came = on("5-20", actions.record_appeal, cerys)
    assert came.stage == "certified"
    assert on("5-21", actions.close, amina, reason="appealed") == CameOf("closed", "", "", "cerys")


def test_through_every_turning_that_a_meeting_can_take(story):
    """Cannot arrange, and mediation all the same; moved, called off, not held, adjourned, and no agreement."""
    amina, hassan, _, dev, *_ = people()
    on = story.on
    on("5-11", actions.open_case, amina, **opening())
    on("5-12", actions.give_advice, amina, family=FAMILY, explained=contents.ADVICE_POINTS)
    on("5-13", actions.choose_mediation, amina, **WISH | {"health": False})
    on("5-14", actions.tell_authority, amina)
    on("5-15", actions.assign, amina, work="mediator", person_id=hassan.person_id)
    # Friday 22 May, with the bank holiday on Monday: Tuesday, Wednesday, Thursday 28.
    came = on("5-22", actions.cannot_arrange, dev)
    assert came == CameOf("cannot_arrange", "issue_certificate 5-28", "adviser", "amina cerys")
    assert on("5-26", actions.issue_certificate, amina).stage == "certified"
    assert story.done.state.certificates[0].ground == "cannot_arrange"
    meeting = MEETING | {"meeting_on": date(2026, 6, 16)}
    assert on("5-27", actions.fix_meeting, amina, **meeting).told == "cerys dev hassan"
    came = on("5-28", actions.change_meeting, amina, **MEETING, why="The school is shut")
    assert came == CameOf("meeting_fixed", "tell_family_of_meeting 6-1", "authority", "cerys dev hassan")
    came = on("5-28", actions.cancel_meeting, amina, why="Illness")
    assert (came.stage, came.told) == ("arranging", "cerys dev hassan")
    assert on("5-28", actions.fix_meeting, amina, **MEETING).stage == "meeting_fixed"
    on("5-29", actions.give_notice, amina)
    came = on("6-9", actions.meeting_not_held, hassan, absent=["authority"], why="Nobody came")
    assert (came.stage, came.told) == ("not_held", "cerys dev")
    assert story.done.state.meeting.absent == ("authority",)
    on("6-9", actions.fix_meeting, amina, **MEETING | {"meeting_on": date(2026, 6, 18)})
    assert on("6-18", actions.hold_meeting, hassan, came=[FAMILY], absent=["authority"]).stage == "held"
    assert on("6-18", actions.adjourn, hassan, why="Late").next == "fix_meeting 6-23"
    assert (
        on("6-19", actions.record_outcome, hassan, by_issue={"education": "not_agreed"}).stage
        == "outcome_recorded"
    )
    assert on("6-22", actions.close, amina, reason="settled").stage == "closed"
    assert [one.held for one in story.done.state.meetings] == [False, False, True]
    assert verify().ok
    assert counts_are_true()
    assert Case.objects.unseen().count() == 1
