"""The policy table is what is written in `policy_matrix.txt`, and a slip in any kind of cell is seen."""

from dataclasses import replace

import pytest

from evenhand.people.policy import POLICY, TABLE, DataClass, Policy, When
from evenhand.people.policy.kinds import KINDS
from evenhand.people.roles import Role
from tests.people.policy_spec import COLUMNS, circumstances, differences, specified


def test_the_specification_is_whole() -> None:
    assert len(specified()) == 20 * 14
    assert [role.value for role in Role] == list(COLUMNS.values())
    assert {one.number: one.value for one in DataClass}[9] == "mediator_notes"
    assert len(circumstances()) == 768


def test_every_cell_is_as_written() -> None:
    assert differences(POLICY) == []


def test_every_pair_of_role_and_kind_has_a_cell_and_every_kind_its_words() -> None:
    assert set(TABLE) == set(specified())
    assert set(KINDS) == set(DataClass)


FAULTS = [
    # the role, the kind, what is put in its place: each a way in which a table goes wrong
    (Role.AUTHORITY_OFFICER, DataClass.ADVISER_RECORD, {"read": (When.ALWAYS,)}),
    (Role.PARENT, DataClass.FAMILY_PRIVATE, {"read": (When.ALWAYS,)}),
    (Role.MEDIATOR, DataClass.MEDIATOR_NOTES, {"read": (When.ALWAYS,)}),
    (Role.MEDIATOR, DataClass.MESSAGE_TO_MEDIATOR, {"read": (When.OWN,)}),
    (Role.SUPPORTER, DataClass.OFFERS, {"read": (When.IF_INVITED,)}),
    (Role.SUPPORTER, DataClass.OFFERS, {"read": (When.SENT,)}),
    (Role.SETTING, DataClass.MESSAGE_TO_MEDIATOR, {"read": (When.OWN,)}),
    (Role.COMMISSIONING_OFFICER, DataClass.DECISION_LETTER, {"read": (When.ALWAYS,)}),
    (Role.COMMISSIONING_OFFICER, DataClass.CONTACT_DETAILS, {"read": (When.OWN, When.SERVICE_ADDRESS)}),
    (Role.AUTHORITY_OFFICER, DataClass.CONTACT_DETAILS, {"read": (When.ALWAYS,)}),
    (Role.PARENT, DataClass.CHILDS_VIEWS, {"read": (When.ALWAYS,)}),
    (Role.AUTHORITY_DECIDER, DataClass.ACCESS_NEEDS, {"read": (When.OWN,)}),
    (Role.MANAGER, DataClass.MEDIATOR_NOTES, {"read": (When.METADATA,)}),
    (Role.MANAGER, DataClass.MEDIATOR_NOTES, {"read": (When.BREAK_GLASS,)}),
    (Role.MANAGER, DataClass.FAMILY_PRIVATE, {"read": (When.METADATA,)}),
    (Role.MANAGER, DataClass.SAFEGUARDING, {"read": (When.ALWAYS,)}),
    (Role.ADVICE_SERVICE, DataClass.JOINT_NOTES, {"read": ()}),
    (Role.PARENT, DataClass.SAFEGUARDING, {"write": ()}),
    (Role.PARENT, DataClass.FEEDBACK, {"write": (When.ALWAYS,)}),
    (Role.AUTHORITY_OFFICER, DataClass.AGREEMENT, {"approve": (When.ALWAYS,)}),
    (Role.AUTHORITY_DECIDER, DataClass.OFFERS, {"approve": ()}),
    (Role.SERVICE_COMMISSIONER, DataClass.AGREEMENT, {"read": ()}),
    (Role.PUBLIC, DataClass.CERTIFICATE, {"read": (When.ALWAYS,)}),
    (Role.PUBLIC, DataClass.CERTIFICATE, {"read": ()}),
    (Role.SYSTEM_ADMINISTRATOR, DataClass.DATES, {"read": (When.ALWAYS,)}),
]


@pytest.mark.parametrize(("role", "data_class", "fault"), FAULTS)
def test_a_planted_fault_is_seen(
    role: Role, data_class: DataClass, fault: dict[str, tuple[When, ...]]
) -> None:
    cell = replace(TABLE[role, data_class], **fault)  # type: ignore[arg-type]
    found = differences(Policy(TABLE | {(role, data_class): cell}))
    assert len(found) == 1
    assert found[0].startswith(f"{role} {data_class}: ")
