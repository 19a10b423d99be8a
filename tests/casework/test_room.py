"""Who may be in the room, who must, and what is missing: the law's own rule, put to cases that are made here."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from evenhand.casework import room
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.state import Somebody, State
from evenhand.casework.room import May, Right, room_of
from evenhand.people.roles import Role

REG = "Special Educational Needs and Disability Regulations 2014, regulation "


def somebody(key: str, role: Role, side: str, *, party: bool = False, **more: Any) -> Somebody:
    return Somebody(key=key, role=role, side=side, party=party, **more)


def state(*more: Somebody, kind: Kind = Kind.MEDIATION, **facts: Any) -> State:
    """A parent and an authority, led by mediator 9, with others."""
    made = State(kind, date(2026, 5, 11), "refusal_to_assess", "ealing", mediator_id=9)
    made.facts = {"acting": "parent", "education_issue": True, **facts}
    people = (
        somebody("party:1", Role.PARENT, "family", party=True),
        somebody("authority", Role.AUTHORITY_OFFICER, "authority", party=True),
        *more,
    )
    made.people = {one.key: one for one in people}
    return made


def another(**more: Any) -> Somebody:
    return somebody("person:3", Role.SUPPORTER, "family", needs_consent=True, **more)


def of(made: State, key: str) -> room.Attending:
    return next(one for one in room_of(made).people if one.key == key)


def wanting(made: State, what: str) -> list[tuple[str, str]]:
    return [(one.whose, one.key) for one in room_of(made).missing if one.what == what]


def test_parties_come_because_they_are_parties() -> None:
    found = of(state(), "authority")
    assert (found.right, found.may, found.law) == (Right.PARTY, May.YES, REG + "38(1)(a)")


def test_the_familys_first_supporter_comes_as_of_right_and_nobody_has_a_veto() -> None:
    first = somebody("person:3", Role.SUPPORTER, "family", refuses={"authority", "mediator:9"})
    found = of(state(first), "person:3")
    assert (found.right, found.may, found.waits_for) == (Right.SUPPORTER, May.YES, ())
    assert "a lawyer too" in found.why


def test_a_second_supporter_waits_for_every_party() -> None:
    made = state(another(consents={"party:1"}))
    found = of(made, "person:3")
    assert (found.may, found.waits_for, found.law) == (May.WAITING, ("authority",), REG + "38(1)(e)")
    assert wanting(made, "consent") == [("authority", "person:3")]


def test_all_parties_agree() -> None:
    found = of(state(another(consents={"party:1", "authority"})), "person:3")
    assert (found.may, found.waits_for) == (May.YES, ())


def test_where_a_party_refuses_the_mediator_is_asked_and_their_word_is_enough() -> None:
    made = state(another(consents={"party:1"}, refuses={"authority"}))
    assert (of(made, "person:3").may, of(made, "person:3").waits_for) == (May.WAITING, ("mediator",))
    assert wanting(made, "consent") == [("mediator", "person:3")]
    made.people["person:3"].consents.add("mediator:9")
    assert of(made, "person:3").may is May.YES
    made.people["person:3"].consents.discard("mediator:9")
    made.people["person:3"].refuses.add("mediator:9")
    assert of(made, "person:3").may is May.NO


def test_the_mediators_word_does_not_come_before_the_parties() -> None:
    assert of(state(another(consents={"mediator:9"})), "person:3").may is May.WAITING


def test_an_earlier_mediators_word_is_not_this_ones() -> None:
    made = state(another(refuses={"authority"}, consents={"party:1", "mediator:8"}))
    assert of(made, "person:3").waits_for == ("mediator",)


@pytest.mark.parametrize(
    ("consents", "refuses", "may", "waits"),
    [
        (set(), set(), May.WAITING, ("party:1", "mediator")),
        ({"party:1"}, set(), May.WAITING, ("mediator",)),
        ({"party:1", "mediator:9"}, {"authority"}, May.YES, ()),
        ({"mediator:9"}, {"party:1"}, May.NO, ()),
    ],
)
def test_a_child_comes_if_parent_and_mediator_agree_and_the_council_has_no_say(
    consents: set[str], refuses: set[str], may: May, waits: tuple[str, ...]
) -> None:
    child = somebody(
        "person:3", Role.YOUNG_PERSON, "family", needs_consent=True, consents=consents, refuses=refuses
    )
    found = of(state(child), "person:3")
    assert (found.right, found.may, found.waits_for) == (Right.CHILD, may, waits)
    assert found.law == REG + "38(1)(c)"


def test_whoever_left_is_not_in_the_room() -> None:
    assert [one.key for one in room_of(state(another(present=False))).people] == ["party:1", "authority"]


def test_in_disagreement_resolution_no_regulation_is_named() -> None:
    made = state(another(), kind=Kind.RESOLUTION)
    assert {one.law for one in room_of(made).people} == {""}
    assert of(made, "person:3").waits_for == ("party:1", "authority")
    assert [one.must for one in room_of(made).bodies] == [False]


@pytest.mark.parametrize(
    ("facts", "must"),
    [
        ({}, ["authority"]),
        ({"health_issue": True}, ["authority", "commissioning_body"]),
        ({"health_issue": True, "education_issue": False}, ["commissioning_body"]),
    ],
)
def test_who_must_come_follows_from_the_issues(facts: dict[str, Any], must: list[str]) -> None:
    assert [one.side for one in room_of(state(**facts)).bodies if one.must] == must


def test_a_commissioning_body_is_missing_where_health_is_an_issue() -> None:
    made = state(health_issue=True)
    assert wanting(made, "body") == [("adviser", "commissioning_body")]
    made.people["commissioning_body"] = somebody(
        "commissioning_body", Role.COMMISSIONING_OFFICER, "commissioning_body", party=True
    )
    assert wanting(made, "body") == []
    assert ("commissioning_body", "commissioning_body") in wanting(made, "representative")


def test_a_representative_is_named_then_confirmed() -> None:
    made = state()
    assert wanting(made, "representative") == [("authority", "authority")]
    made.representatives["authority"] = False
    assert (wanting(made, "representative"), wanting(made, "decides")) == ([], [("authority", "authority")])
    made.representatives["authority"] = True
    assert [one.what for one in room_of(made).missing] == []


def test_somebody_from_social_care_is_asked_for() -> None:
    made = state(social_care_issue=True)
    assert wanting(made, "social_care") == [("authority", "authority")]
    assert [one.law for one in room_of(made).missing if one.what == "social_care"] == [REG + "37(1)"]
    made.representatives["authority"] = True
    assert wanting(made, "social_care") == []


@pytest.mark.parametrize(("said", "needed"), [("Somali", 1), ("en-gb", 0), ("", 0), ("English", 0)])
def test_an_interpreter_is_a_task(said: str, needed: int) -> None:
    made = state()
    made.people["party:1"].contact = {"language": said}
    assert len(wanting(made, "interpreter")) == needed


def test_nobody_leads() -> None:
    made = state()
    made.mediator_id = None
    assert wanting(made, "leader") == [("adviser", "")]


def _veto_for_supporters(_state: State, one: Somebody) -> Right:
    return Right.PARTY if one.party else Right.CONSENT


@pytest.mark.parametrize(
    "holds",
    [test_the_familys_first_supporter_comes_as_of_right_and_nobody_has_a_veto],
)
def test_a_planted_veto_is_found(monkeypatch: pytest.MonkeyPatch, holds: Callable[[], None]) -> None:
    monkeypatch.setattr(room, "_right", _veto_for_supporters)
    with pytest.raises(AssertionError):
        holds()
