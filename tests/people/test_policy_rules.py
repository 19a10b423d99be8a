"""The hard rules by name, each as somebody would ask it, and where things lie."""

import pytest

from evenhand.people.policy import (
    CHILD,
    RESERVED,
    SAFEGUARDING,
    SHARED,
    DataClass,
    Lot,
    Part,
    Standing,
    compartment_for,
    may_approve,
    may_count,
    may_know_of,
    may_read,
    may_verify,
    may_write,
)
from evenhand.people.roles import Role

MOTHER = Standing(Role.PARENT, "party:1")
FATHER = Standing(Role.PARENT, "party:2")
SUPPORTER = Standing(Role.SUPPORTER, "supporter:3", invited=True)
OFFICER = Standing(Role.AUTHORITY_OFFICER, "authority")
DECIDER = Standing(Role.AUTHORITY_DECIDER, "authority")
BODY = Standing(Role.COMMISSIONING_OFFICER, "commissioner", invited=True)
ADVISER = Standing(Role.ADVISER, "adviser:9")
OLD_MEDIATOR = Standing(Role.MEDIATOR, "mediator:41")
NEW_MEDIATOR = Standing(Role.MEDIATOR, "mediator:57")
MANAGER = Standing(Role.MANAGER, "provider")
LEAD = Standing(Role.MANAGER, "provider", lead=True)
PUBLIC = Standing(Role.PUBLIC, "public")
SYSTEM = Standing(Role.SYSTEM_ADMINISTRATOR, "host")
COMMISSIONER = Standing(Role.SERVICE_COMMISSIONER, "contract:1", invited=True)

OPEN_TO_ALL = frozenset(
    f"{one}" for one in ("party:2", "authority", "host", "public", "contract:1", "provider")
)


def wide_open(data_class: DataClass, owner: str = "party:1") -> Lot:
    """A lot with everything that could open it: only the role can still shut it."""
    return Lot(data_class, owner, True, OPEN_TO_ALL, OPEN_TO_ALL, True, OPEN_TO_ALL)


@pytest.mark.parametrize(
    "data_class", [DataClass.CONTACT_DETAILS, DataClass.FAMILY_PRIVATE, DataClass.MESSAGE_TO_MEDIATOR]
)
def test_two_parents_are_two_compartments(data_class: DataClass) -> None:
    """Even if the other parent says yes: what is between parents is put into the shared papers instead."""
    lot = wide_open(data_class)
    assert may_read(MOTHER, lot)
    assert not may_read(FATHER, lot)
    assert not may_write(FATHER, lot)
    assert not may_know_of(FATHER, lot)


def test_the_record_of_one_parents_call_is_not_the_other_parents() -> None:
    lot = Lot(DataClass.ADVISER_RECORD, "party:1")
    assert may_read(MOTHER, lot)
    assert not may_read(FATHER, lot)


def test_a_change_of_mediator_carries_the_shared_things_and_no_confidence() -> None:
    notes = Lot(DataClass.MEDIATOR_NOTES, "mediator:41")
    message = Lot(DataClass.MESSAGE_TO_MEDIATOR, "party:1", sent_to=frozenset({"mediator:41"}))
    offer = Lot(DataClass.OFFERS, "party:1", sent_to=frozenset({"mediator:41"}))
    views = Lot(DataClass.CHILDS_VIEWS, CHILD, sent_to=frozenset({"mediator:41"}))
    for lot in (notes, message, offer, views):
        assert may_read(OLD_MEDIATOR, lot)
        assert not may_know_of(NEW_MEDIATOR, lot)
    for data_class in (DataClass.JOINT_NOTES, DataClass.AGREEMENT, DataClass.CERTIFICATE, DataClass.DATES):
        assert may_read(NEW_MEDIATOR, Lot(data_class, SHARED))


@pytest.mark.parametrize("reader", [OFFICER, DECIDER, BODY, COMMISSIONER])
@pytest.mark.parametrize(
    ("data_class", "owner"),
    [
        (DataClass.ADVISER_RECORD, "party:1"),
        (DataClass.FAMILY_PRIVATE, "party:1"),
        (DataClass.MESSAGE_TO_MEDIATOR, "party:1"),
        (DataClass.MEDIATOR_NOTES, "mediator:41"),
    ],
)
def test_the_other_side_never_reads_a_familys_confidence(
    reader: Standing, data_class: DataClass, owner: str
) -> None:
    """Not though every permission were given: there is nothing in the table that a permission could open."""
    assert not may_read(reader, wide_open(data_class, owner))
    assert not may_know_of(reader, wide_open(data_class, owner))


def test_an_offer_still_with_the_mediator_is_not_the_authoritys() -> None:
    offer = Lot(DataClass.OFFERS, "party:1", sent_to=frozenset({"mediator:41"}))
    assert not may_read(OFFICER, offer)
    assert not may_read(DECIDER, offer)
    passed_on = Lot(DataClass.OFFERS, "party:1", sent_to=frozenset({"mediator:41", "authority"}))
    assert may_read(OFFICER, passed_on)
    assert may_read(DECIDER, passed_on)
    assert not may_approve(OFFICER, Lot(DataClass.OFFERS, "authority"))
    assert may_approve(DECIDER, Lot(DataClass.OFFERS, "authority"))


def test_a_manager_knows_of_a_mediators_notes_and_reads_them_only_through_the_glass() -> None:
    shut = Lot(DataClass.MEDIATOR_NOTES, "mediator:41")
    broken = Lot(DataClass.MEDIATOR_NOTES, "mediator:41", opened_to=frozenset({"provider"}))
    assert may_know_of(MANAGER, shut)
    assert not may_read(MANAGER, shut)
    assert may_read(MANAGER, broken)
    assert not may_read(ADVISER, broken)
    released = Lot(DataClass.MEDIATOR_NOTES, "mediator:41", released_to=frozenset({"provider"}))
    assert not may_read(MANAGER, released)  # a permission is not two persons and a reason


def test_a_withdrawn_permission_stops_reading() -> None:
    assert may_read(
        OLD_MEDIATOR, Lot(DataClass.FAMILY_PRIVATE, "party:1", released_to=frozenset({"mediator:41"}))
    )
    assert not may_read(OLD_MEDIATOR, Lot(DataClass.FAMILY_PRIVATE, "party:1"))


@pytest.mark.parametrize("data_class", list(DataClass))
def test_the_system_administrator_and_the_public_read_no_content(data_class: DataClass) -> None:
    for reader in (SYSTEM, PUBLIC, COMMISSIONER):
        for owner in ("party:1", reader.key, SHARED):
            assert not may_read(reader, wide_open(data_class, owner))
            assert not may_write(reader, wide_open(data_class, owner))
            assert not may_approve(reader, wide_open(data_class, owner))


def test_the_public_only_verifies() -> None:
    assert [one for one in DataClass if may_verify(Role.PUBLIC, one)] == [
        DataClass.CERTIFICATE,
        DataClass.AUDIT,
    ]
    assert [one for one in DataClass if may_know_of(PUBLIC, wide_open(one))] == []
    assert [one for one in DataClass if may_know_of(SYSTEM, wide_open(one))] == [
        DataClass.DATES,
        DataClass.AUDIT,
    ]


def test_what_a_service_commissioner_counts() -> None:
    counted = [one.number for one in DataClass if may_count(Role.SERVICE_COMMISSIONER, one)]
    assert counted == [13, 14, 15, 18, 19]


def test_the_commissioning_body_reads_only_cases_about_health() -> None:
    for data_class in (DataClass.CHILD_IDENTITY, DataClass.DECISION_LETTER, DataClass.MEDIATION_ISSUES):
        assert may_read(BODY, Lot(data_class, SHARED, health=True))
        assert not may_read(BODY, Lot(data_class, SHARED))


def test_the_two_bodies_notes_are_two_compartments() -> None:
    assert may_read(DECIDER, Lot(DataClass.BODY_PRIVATE, "authority"))
    assert not may_know_of(BODY, Lot(DataClass.BODY_PRIVATE, "authority"))
    assert may_read(BODY, Lot(DataClass.BODY_PRIVATE, "commissioner"))
    assert not may_know_of(OFFICER, Lot(DataClass.BODY_PRIVATE, "commissioner"))
    assert not may_know_of(MOTHER, Lot(DataClass.BODY_PRIVATE, "authority"))


def test_the_officer_has_a_familys_name_and_address_for_letters_and_not_the_rest() -> None:
    assert may_read(OFFICER, Lot(DataClass.CONTACT_DETAILS, "party:1", part=Part.SERVICE_ADDRESS))
    assert may_read(OFFICER, Lot(DataClass.CONTACT_DETAILS, "party:1", part=Part.NAME))
    assert not may_read(OFFICER, Lot(DataClass.CONTACT_DETAILS, "party:1"))
    assert not may_read(BODY, Lot(DataClass.CONTACT_DETAILS, "party:1", part=Part.SERVICE_ADDRESS))


def test_a_concern_is_raised_by_anybody_and_read_by_the_lead() -> None:
    concern = Lot(DataClass.SAFEGUARDING, SAFEGUARDING)
    for reader in (MOTHER, SUPPORTER, OFFICER):
        assert may_write(reader, concern)
        assert not may_know_of(reader, concern)
    assert may_read(LEAD, concern)
    assert not may_know_of(MANAGER, concern)


def test_a_child_decides_who_hears_them() -> None:
    assert not may_know_of(MOTHER, Lot(DataClass.CHILDS_VIEWS, CHILD))
    assert may_read(MOTHER, Lot(DataClass.CHILDS_VIEWS, CHILD, child_agrees=True))
    assert not may_read(OFFICER, Lot(DataClass.CHILDS_VIEWS, CHILD, child_agrees=True))
    assert may_write(ADVISER, Lot(DataClass.CHILDS_VIEWS, CHILD))
    assert not may_read(ADVISER, Lot(DataClass.CHILDS_VIEWS, CHILD, child_agrees=True))


@pytest.mark.parametrize("key", ["", *sorted(RESERVED)])
def test_nobodys_own_compartment_is_everybodys(key: str) -> None:
    with pytest.raises(ValueError, match="cannot have"):
        Standing(Role.PARENT, key)


def test_content_lies_somewhere() -> None:
    with pytest.raises(ValueError, match="must lie in a compartment"):
        Lot(DataClass.JOINT_NOTES, "")


@pytest.mark.parametrize(
    ("data_class", "writer", "of", "compartment"),
    [
        (DataClass.FAMILY_PRIVATE, MOTHER, "", "party:1"),
        (DataClass.OFFERS, FATHER, "", "party:2"),
        (DataClass.OFFERS, OLD_MEDIATOR, "", "mediator:41"),
        (DataClass.BODY_PRIVATE, DECIDER, "", "authority"),
        (DataClass.MEDIATOR_NOTES, NEW_MEDIATOR, "", "mediator:57"),
        (DataClass.MESSAGE_TO_MEDIATOR, MOTHER, "party:1", "party:1"),
        (DataClass.MESSAGE_TO_MEDIATOR, OLD_MEDIATOR, "party:1", "party:1"),
        (DataClass.ADVISER_RECORD, ADVISER, "party:2", "party:2"),
        (DataClass.ACCESS_NEEDS, ADVISER, "supporter:3", "supporter:3"),
        (DataClass.JOINT_NOTES, OFFICER, "", SHARED),
        (DataClass.MEDIATION_ISSUES, MOTHER, "", SHARED),
        (DataClass.DATES, ADVISER, "", SHARED),
        (DataClass.CHILDS_VIEWS, ADVISER, "", CHILD),
        (DataClass.SAFEGUARDING, OFFICER, "", SAFEGUARDING),
        (DataClass.FEEDBACK, BODY, "", "commissioner"),
    ],
)
def test_where_things_lie(data_class: DataClass, writer: Standing, of: str, compartment: str) -> None:
    assert compartment_for(data_class, writer, of=of) == compartment
    assert may_write(writer, Lot(data_class, compartment, sent_to=frozenset({writer.key})))


@pytest.mark.parametrize(
    ("data_class", "writer", "of", "words"),
    [
        (DataClass.MEDIATOR_NOTES, MOTHER, "", "does not write"),
        (DataClass.AUDIT, ADVISER, "", "does not write"),
        (DataClass.FAMILY_PRIVATE, MOTHER, "party:2", "only in its own compartment"),
        (DataClass.ADVISER_RECORD, ADVISER, "", "Say whose it is"),
        (DataClass.ADVISER_RECORD, ADVISER, SHARED, "Say whose it is"),
    ],
)
def test_where_things_cannot_lie(data_class: DataClass, writer: Standing, of: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        compartment_for(data_class, writer, of=of)
