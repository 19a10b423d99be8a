"""Disagreement resolution of each of the four kinds, from the first call to closed; no date of the law anywhere."""

from dataclasses import dataclass
from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.actions.resolving import sides_of
from evenhand.casework.heart import contents
from evenhand.casework.heart.stages import Kind, StepNotOpen
from evenhand.casework.models import DueDate, Event, Piece
from evenhand.casework.verifying import verify
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.casework.actions.telling import SCHOOL, CameOf, Story, by, counts_are_true, sioned
from tests.people import cast

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Disagreement:
    """One of the four kinds: who its parties are, and who is written to when all of them are."""

    matter: str
    sides: tuple[str, ...]
    room: str
    opened_by: str = "adviser"


KINDS = [
    Disagreement("duties_not_carried_out", ("family", "authority"), "cerys dev"),
    Disagreement("provision_by_setting", ("family", "setting"), "cerys sioned"),
    Disagreement(
        "health_or_social_care_provision", ("family", "authority", "commissioning_body"), "cerys dev gwen"
    ),
    Disagreement(
        "authority_and_commissioner", ("authority", "commissioning_body"), "dev gwen", opened_by="authority"
    ),
]


@pytest.fixture
def story(monkeypatch):
    """With everybody there who can be written to, somebody at a school among them."""
    for one in (*cast.EVERYBODY, sioned):
        one()
    return Story(monkeypatch)


def actors():
    """Who acts for each side."""
    return {
        "family": by(cast.cerys(), Role.PARENT, "party:1"),
        "authority": by(cast.dev(), Role.AUTHORITY_OFFICER, "authority"),
        "commissioning_body": by(cast.gwen(), Role.COMMISSIONING_OFFICER, "commissioning_body"),
        "setting": by(sioned(), Role.SETTING, "setting"),
        "adviser": by(cast.amina(), Role.ADVISER, "provider"),
        "facilitator": by(cast.hassan(), Role.MEDIATOR, f"mediator:{cast.hassan().pk}"),
    }


def opening(kind: Disagreement):
    """What is entered at the beginning, with each side's people."""
    who = actors()
    people = [
        contents.person(
            key=who[side].key,
            role=who[side].role,
            side=side,
            name=side,
            party=True,
            person_id=cast.cerys().pk if side == "family" else None,
            contact={"email": cast.cerys().email} if side == "family" else None,
        )
        for side in kind.sides
    ]
    return {
        "provider": cast.organisation(cast.OURS),
        "kind": Kind.RESOLUTION,
        "matter": kind.matter,
        "area": "ealing",
        "facts": {"acting": "parent" if "family" in kind.sides else "authority"},
        "people": people,
        "commissioning_body": cast.organisation(cast.BODY),
        "setting": cast.organisation(SCHOOL),
        "adviser_id": cast.amina().pk,
    }


def without(room: str, *names: str) -> str:
    return " ".join(name for name in room.split() if name not in names)


NAME = {"family": "cerys", "authority": "dev", "commissioning_body": "gwen", "setting": "sioned"}
MEETING = {"meeting_on": date(2026, 6, 9), "starts": "10:00", "ends": "12:00", "how": "telephone"}
ITEM = {"what": "A plan of the day", "action": "other", "by": date(2026, 6, 30)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.matter)
def test_from_the_first_call_to_closed(story, kind):
    who, on = actors(), story.on
    adviser, facilitator = who["adviser"], who["facilitator"]
    assert sides_of(kind.matter) == kind.sides
    # Two working days from Monday 11 May.
    came = on("5-11", actions.open_case, who[kind.opened_by], **opening(kind))
    assert came == CameOf("enquiry", "invite_parties 5-13", "adviser", "")
    assert story.case.known_to_authority is (kind.opened_by == "authority")
    # Ten from Tuesday 12 May, one of them a bank holiday.
    came = on("5-12", actions.invite_parties, adviser)
    assert came == CameOf("invited", "answer_invitation 5-27", "parties", kind.room)
    for side in kind.sides[:-1]:
        came = on("5-13", actions.agree_to_meet, who[side], party=who[side].key)
        assert came == CameOf("invited", "answer_invitation 5-27", "parties", "")
    last = kind.sides[-1]
    # Five from Thursday 14 May.
    came = on("5-14", actions.agree_to_meet, who[last], party=who[last].key)
    assert came == CameOf("all_agreed", "fix_meeting 5-21", "adviser", "")
    came = on("5-14", actions.assign, adviser, work="facilitator", person_id=facilitator.person_id)
    assert came.told == "hassan"
    # The service's own six working days before Tuesday 9 June; bodies say who comes.
    came = on("5-18", actions.fix_meeting, facilitator, **MEETING)
    bodies = [side for side in kind.sides if side != "family"]
    assert came == CameOf("meeting_fixed", "name_representative 6-1", bodies[0], kind.room)
    came = on("5-19", actions.give_notice, adviser)
    assert (came.stage, came.told) == ("notice_given", kind.room)
    for side in bodies:
        came = on(
            "5-20", actions.name_representative, who[side], side=side, name="X", post="Head", can_decide=True
        )
    assert came.next == "record_meeting 6-10"
    keys = [who[side].key for side in kind.sides]
    assert on("6-9", actions.hold_meeting, facilitator, came=keys, absent=[]).next == "record_outcome 6-10"
    came = on("6-9", actions.record_outcome, facilitator, by_issue={"education": "agreed"})
    # Ten working days of the service's own from Tuesday 9 June.
    assert came == CameOf("outcome_recorded", "write_agreement 6-23", "adviser", kind.room)
    on("6-9", actions.draft_agreement, facilitator, items=[ITEM | {"who": kind.sides[-1]}])
    for side in kind.sides:
        on("6-10", actions.approve_agreement, who[side], party=who[side].key, version=1)
    came = on("6-10", actions.make_agreement, adviser)
    assert came == CameOf("following_up", "carry_out_agreement 6-30", last, kind.room)
    # Five working days of the service's own from Monday 15 June.
    came = on("6-15", actions.report_action, who[last], party=who[last].key, item=0, done=True)
    assert came == CameOf("following_up", "close 6-22", "adviser", "")
    came = on("6-16", actions.close, adviser, reason="done")
    assert came == CameOf("closed", "", "", "cerys" if "family" in kind.sides else "")
    assert verify().length == Event.objects.unseen().count() == len(story.steps) + len(kind.sides) + 1
    assert not DueDate.objects.unseen().exclude(law="").exists()
    assert counts_are_true()
    assert "Robin" not in "".join(one.body for one in Message.objects.all())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.matter)
def test_one_who_declines_ends_it_without_a_reason(story, kind):
    who, on = actors(), story.on
    on("5-11", actions.open_case, who[kind.opened_by], **opening(kind))
    on("5-12", actions.invite_parties, who["adviser"])
    side = kind.sides[-1]
    came = on("5-13", actions.refuse_to_meet, who[side], party=who[side].key)
    # Everybody else of the case, with the adviser, and not the one who said it; five days from Wednesday 13 May.
    told = sorted(f"amina {without(kind.room, NAME[side])}".split())
    assert came == CameOf("declined", "close 5-20", "adviser", " ".join(told))
    assert story.done.state.refused_to_meet == who[side].key
    refusal = Event.objects.unseen().get(step="refuse_to_meet")
    assert [piece.body for piece in Piece.objects.unseen().filter(event=refusal)] == [
        {"party": who[side].key}
    ]
    assert on("5-14", actions.close, who["adviser"], reason="done").stage == "closed"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.matter)
def test_nobody_is_known_of_before_they_are_asked(story, kind):
    who = actors()
    story.on("5-11", actions.open_case, who[kind.opened_by], **opening(kind))
    known = story.done.state.known_to
    assert known == ({"authority"} if kind.opened_by == "authority" else set())
    story.on("5-12", actions.invite_parties, who["adviser"])
    assert story.done.state.known_to == set(kind.sides) - {"family"}
    assert story.case.known_to_setting is ("setting" in kind.sides)
    assert story.case.known_to_authority is ("authority" in kind.sides)


def test_nobody_is_invited_to_meet_themselves(story):
    who = actors()
    alone = Disagreement("duties_not_carried_out", ("family",), "cerys")
    story.on("5-11", actions.open_case, who["adviser"], **opening(alone))
    with pytest.raises(StepNotOpen, match="Add the other party first"):
        actions.invite_parties(case=story.case, by=who["adviser"], on=date(2026, 5, 11))
