"""Ways round the walls that were tried once and led somewhere: each stays shut."""

from datetime import date

import pytest

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.board import Filters, Whose, board
from evenhand.casework.door import NoSuchCase, case_for
from evenhand.casework.heart import contents
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.links import purposes_for
from evenhand.casework.models import Case
from evenhand.casework.recording import Done, locked
from evenhand.people.models import Membership, Person
from evenhand.people.policy import DataClass
from evenhand.people.reader import reader_of
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.casework import cases
from tests.casework.cases import FAMILY, TODAY, acting, adviser, seen
from tests.people import cast

pytestmark = pytest.mark.django_db


def comes(case: Case, role: Role, who: Person | None, *, side: str = "family", party: bool = False) -> Done:
    return actions.add_person(
        case=case,
        by=adviser(),
        on=TODAY,
        role=role,
        side=side,
        name="Somebody",
        party=party,
        person_id=who.pk if who else None,
    )


def key_of(done: Done, who: Person) -> str:
    return next(one.key for one in done.state.people.values() if one.person_id == who.pk)


def words_before(case: Case, who: Person) -> str:
    """Everything of the case that somebody reads, in one string."""
    return str([piece.body for entry in seen(case, who).entries() for piece in entry.pieces])


def writes(case: Case, who: Person, key: str, words: str) -> Done:
    return actions.add_note(
        case=case,
        by=acting(who, Role.PARENT, key),
        on=TODAY,
        data_class=DataClass.FAMILY_PRIVATE,
        owner=key,
        words=words,
    )


# --------------------------------------------------------------------------- compartments and keys


def test_nobody_is_given_the_compartment_of_somebody_who_was_added_by_mistake():
    case = cases.arranging()
    wrong, mother, late = cast.person("Wrong"), cast.person("Mother"), cast.person("Late")
    comes(case, Role.PARENT, wrong, party=True)
    key = key_of(comes(case, Role.PARENT, mother, party=True), mother)
    writes(case, mother, key, "hers alone")
    number = next(
        one.number
        for one in history_of(case)
        if one.step is Step.ADD_PERSON and one.told["person_id"] == wrong.pk
    )
    actions.correct(case=case, by=adviser(), on=TODAY, number=number, struck=True)
    done = comes(case, Role.PARENT, late, party=True)
    assert (key_of(done, mother), key_of(done, late)) == ("party:4", "party:5")
    assert "hers alone" in words_before(case, mother)
    assert "hers alone" not in words_before(case, late)


def test_a_body_that_left_comes_back_as_itself():
    case = cases.arranging()
    actions.end_place(case=case, by=adviser(), on=TODAY, key="authority")
    people = comes(case, Role.AUTHORITY_OFFICER, None, side="authority", party=True).state.people
    assert [key for key, one in people.items() if one.side == "authority" and one.present] == ["authority"]


def test_a_yes_of_the_child_to_one_thing_opens_nothing_that_it_said_no_to():
    case = cases.arranging()
    said = {"by": adviser(), "on": TODAY, "how": "spoke"}
    actions.record_views(case=case, words="only for the mediator", may_be_read=False, **said)
    actions.record_views(case=case, words="for my parents too", may_be_read=True, **said)
    read = words_before(case, cast.cerys())
    assert "for my parents too" in read
    assert "only for the mediator" not in read


# ------------------------------------------------------------------------------ who comes, and how


def test_a_second_supporter_reads_nothing_of_substance_before_everybody_has_said_yes():
    case = cases.arranging()
    first, second = cast.person("First"), cast.person("Second")
    comes(case, Role.SUPPORTER, first)
    key = key_of(comes(case, Role.SUPPORTER, second), second)
    assert "Why there was no assessment." in words_before(case, first)
    assert "Why there was no assessment." not in words_before(case, second)
    for party, consents in ((FAMILY, True), ("authority", True)):
        actions.consent_to_person(case=case, by=adviser(), on=TODAY, party=party, key=key, consents=consents)
    assert "Why there was no assessment." in words_before(case, second)
    actions.consent_to_person(case=case, by=adviser(), on=TODAY, party="authority", key=key, consents=False)
    assert "Why there was no assessment." not in words_before(case, second)


def test_nobody_speaks_for_a_body_without_a_membership_in_it():
    case = cases.enquiry()
    nobody = cast.person("Nobody")
    comes(case, Role.COMMISSIONING_OFFICER, nobody, side="commissioning_body", party=True)
    with pytest.raises(NoSuchCase):
        seen(case, nobody)


def test_a_place_in_the_case_does_not_outlive_the_membership():
    case = cases.enquiry()
    gwen = cast.gwen()
    comes(case, Role.COMMISSIONING_OFFICER, gwen, side="commissioning_body", party=True)
    Membership.objects.filter(person=gwen).update(ended_at=clock.instant())
    with pytest.raises(NoSuchCase):
        seen(case, gwen)


def test_an_account_of_work_takes_no_place_of_a_family():
    case = cases.arranging()
    before = case.events
    for who in (cast.dev(), cast.gwen(), cast.hassan()):
        with pytest.raises(StepNotOpen, match="This account is for work"):
            comes(case, Role.PARENT, who, party=True)
    assert len(history_of(case)) == before


def test_whoever_comes_to_work_for_a_side_leaves_a_family_place_behind():
    case = cases.enquiry()
    assert seen(case, cast.cerys()).standings[0].role is Role.PARENT
    cast.member("Cerys", Role.AUTHORITY_OFFICER, cast.AUTHORITY)
    with pytest.raises(NoSuchCase):
        seen(case, cast.cerys())
    actions.give_advice(
        case=case, by=adviser(), on=TODAY, family=FAMILY, explained=contents.ADVICE_POINTS, words="hush"
    )
    actions.decline_mediation(case=case, by=adviser(), on=TODAY)
    actions.issue_certificate(case=case, by=adviser(), on=TODAY)
    assert [one.role for one in seen(case, cast.cerys()).standings] == [Role.AUTHORITY_OFFICER]
    assert "hush" not in words_before(case, cast.cerys())


@pytest.mark.parametrize("reference", ["7F3K\0", "\0", "7F3K-9Q2M\n"])
def test_a_reference_that_no_case_can_have_is_no_case(reference):
    with pytest.raises(NoSuchCase):
        case_for(reader_of(cast.amina()), reference)


# --------------------------------------------------------------------------- what a board gives away


def followed_up() -> Case:
    case = cases.concluded()
    actions.assign(case=case, by=adviser(), on=TODAY, work="mediator", person_id=cast.hassan().pk)
    mediator = acting(cast.hassan(), Role.MEDIATOR, f"mediator:{cast.hassan().pk}")
    day = date(2026, 6, 9)
    items = [{"what": "A visit", "who": "authority", "action": "other", "by": None}]
    actions.draft_agreement(case=case, by=mediator, on=day, items=items)
    for party in (FAMILY, "authority"):
        actions.approve_agreement(case=case, by=mediator, on=day, party=party, version=1)
    actions.make_agreement(case=case, by=adviser(), on=day)
    actions.issue_certificate(case=case, by=adviser(), on=day)
    return actions.report_action(
        case=case, by=adviser(), on=date(2026, 6, 10), party=FAMILY, item=0, done=True
    ).case


def test_a_private_note_moves_no_day_on_the_other_sides_board():
    case = followed_up()
    dev = reader_of(cast.dev())
    before = board(dev, Whose.AUTHORITY, Filters(), TODAY)
    assert before.rows[0].next_on == date(2026, 6, 17)
    writes(case, cast.cerys(), FAMILY, "hush")
    assert board(dev, Whose.AUTHORITY, Filters(), TODAY) == before


def test_a_manager_who_mediates_elsewhere_reads_no_initials_on_the_board_of_the_service():
    cases.enquiry()
    cast.member("Eilidh", Role.MEDIATOR, cast.OURS)
    shown = board(reader_of(cast.eilidh()), Whose.PROVIDER, Filters(), TODAY)
    assert [row.child_label for row in shown.rows] == [""]
    shown = board(reader_of(cast.amina()), Whose.PROVIDER, Filters(), TODAY)
    assert [row.child_label for row in shown.rows] == ["RE"]


# -------------------------------------------------------------------------------- putting right


@pytest.mark.parametrize(
    ("taken", "by"),
    [
        ("note", Role.ADVISER),
        ("complaint", Role.MANAGER),
        ("concern", Role.ADVISER),
        ("confidence", Role.MEDIATOR),
    ],
)
def test_nobody_puts_right_what_another_said_in_confidence(taken, by):
    case = cases.arranging()
    mediator = cast.hassan()
    case = actions.assign(case=case, by=adviser(), on=TODAY, work="mediator", person_id=mediator.pk).case
    given = {
        "case": case,
        "by": acting(cast.cerys(), Role.PARENT, FAMILY),
        "on": TODAY,
        "words": "As it was.",
    }
    done = {
        "note": lambda: actions.add_note(**given, data_class=DataClass.FAMILY_PRIVATE, owner=FAMILY),
        "complaint": lambda: actions.complain(**given),
        "concern": lambda: actions.raise_concern(**given),
        "confidence": lambda: actions.write_to_mediator(**given, party=FAMILY),
    }[taken]()
    who = {
        Role.ADVISER: adviser(),
        Role.MANAGER: acting(cast.eilidh(), Role.MANAGER, "provider"),
        Role.MEDIATOR: acting(mediator, Role.MEDIATOR, f"mediator:{mediator.pk}"),
    }[by]
    for change in ({"changed": {"words": "As I like it."}}, {"struck": True}):
        with pytest.raises(StepNotOpen, match="Only whoever wrote this"):
            actions.correct(case=case, by=who, on=TODAY, number=done.event.number, **change)
    assert len(history_of(case)) == done.event.number


# ---------------------------------------------------------------------------------- messages


def test_a_mistyped_address_stops_neither_the_case_nor_the_messages_to_others():
    case = cases.arranging()
    actions.describe_person(case=case, by=adviser(), on=TODAY, key=FAMILY, contact={"email": "cerys@gmail"})
    Message.objects.all().delete()
    actions.fix_meeting(
        case=case,
        by=adviser(),
        on=TODAY,
        meeting_on=date(2026, 7, 9),
        starts="10:00",
        ends="12:00",
        how="telephone",
    )
    assert [one.address for one in Message.objects.all()] == ["dev@cast.example"]


def test_the_language_that_somebody_speaks_is_not_the_language_of_a_message():
    case = cases.enquiry()
    actions.describe_person(
        case=case, by=adviser(), on=TODAY, key=FAMILY, contact={"language": "Brazilian Portuguese"}
    )
    Message.objects.all().delete()
    actions.give_advice(case=case, by=adviser(), on=TODAY, family=FAMILY, explained=contents.ADVICE_POINTS)
    assert [one.language for one in Message.objects.all()] == ["en-gb"]


def test_a_letter_that_no_database_keeps_is_left_out_of_what_was_typed():
    done = writes(cases.enquiry(), cast.cerys(), FAMILY, "a\0b")
    assert history_of(done.case)[-1].told == {"words": "ab"}


# ------------------------------------------------------------------------------- two at once


def test_an_agreement_that_is_changed_at_that_moment_is_not_made(monkeypatch):
    case = cases.concluded()
    actions.assign(case=case, by=adviser(), on=TODAY, work="mediator", person_id=cast.hassan().pk)
    mediator = acting(cast.hassan(), Role.MEDIATOR, f"mediator:{cast.hassan().pk}")
    items = [{"what": "A visit", "who": "authority", "action": "other", "by": None}]
    actions.draft_agreement(case=case, by=mediator, on=TODAY, items=items)
    for party in (FAMILY, "authority"):
        actions.approve_agreement(case=case, by=mediator, on=TODAY, party=party, version=1)

    def while_it_waits(waiting: Case) -> Case:
        actions.draft_agreement(case=case, by=mediator, on=TODAY, items=[*items, *items])
        return locked(waiting)

    monkeypatch.setattr("evenhand.casework.actions.outcomes.locked", while_it_waits)
    with pytest.raises(StepNotOpen, match="Not every party has approved"):
        actions.make_agreement(case=case, by=adviser(), on=TODAY)


def test_two_who_are_added_at_once_have_a_compartment_each(monkeypatch):
    case, others = cases.arranging(), [cast.person("Mother")]

    def while_it_waits(waiting: Case) -> Case:
        if others:
            comes(case, Role.PARENT, others.pop(), party=True)
        return locked(waiting)

    monkeypatch.setattr("evenhand.casework.actions.people.locked", while_it_waits)
    people = comes(case, Role.PARENT, cast.person("Father"), party=True).state.people
    assert [key for key, one in people.items() if one.role is Role.PARENT] == [FAMILY, "party:3", "party:4"]


def test_a_commissioning_body_gets_no_message_of_a_case_that_is_not_about_health_any_more():
    case = cases.chosen(health=True, commissioning_body=cast.organisation(cast.BODY))
    gwen = cast.gwen()
    actions.tell_authority(case=case, by=adviser(), on=TODAY)
    actions.tell_commissioner(case=case, by=adviser(), on=TODAY)
    told = Message.objects.filter(address=gwen.email).count()
    actions.record_facts(case=case, by=adviser(), on=TODAY, facts={"health_issue": False})
    with pytest.raises(NoSuchCase):
        seen(case, gwen)
    actions.withdraw(case=case, by=adviser(), on=TODAY)
    assert (told, Message.objects.filter(address=gwen.email).count()) == (1, 1)


def test_no_link_is_how_an_authority_learns_of_a_case():
    case = cases.enquiry()
    for now in (case, actions.withdraw(case=case, by=adviser(), on=TODAY).case):
        state = state_of(history_of(now))
        assert purposes_for(state, "authority") == []
        assert purposes_for(state, FAMILY) != []
