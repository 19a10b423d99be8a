"""What a query may fetch is what may be read: the same lots, through a database's own filter."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenhand.people.policy import POLICY, TABLE, DataClass, Lot, OwnerRule, Part, Policy, Standing, When
from evenhand.people.policy import door as door_module
from evenhand.people.roles import Role

KEYS = ("party:1", "party:2", "mediator:41", "mediator:57", "authority", "provider")
some_keys = st.frozensets(st.sampled_from(KEYS), max_size=3)
standings = st.builds(Standing, st.sampled_from(Role), st.sampled_from(KEYS), st.booleans(), st.booleans())


def lots(health: bool) -> st.SearchStrategy[Lot]:
    """A lot of a case in which health is an issue, or is not."""
    return st.builds(
        Lot,
        st.sampled_from(DataClass),
        st.sampled_from((*KEYS, "shared", "child", "safeguarding")),
        st.just(health),
        released_to=some_keys,
        sent_to=some_keys,
        child_agrees=st.booleans(),
        opened_to=some_keys,
        part=st.sampled_from(Part),
    )


cases = st.booleans().flatmap(lambda health: st.tuples(st.just(health), st.lists(lots(health), max_size=12)))

SQL = {
    OwnerRule.ANY: "1",
    OwnerRule.OWN: "owner = :key",
    OwnerRule.SENT_TO: "instr(sent_to, '/' || :key || '/')",
    OwnerRule.RELEASED: "instr(released_to, '/' || :key || '/')",
    OwnerRule.OPENED: "instr(opened_to, '/' || :key || '/')",
    OwnerRule.CHILD_AGREES: "child_agrees",
    OwnerRule.SERVICE_ADDRESS: "part = 'service_address'",
    OwnerRule.NAME: "part = 'name'",
}


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create table lot (data_class, owner, sent_to, released_to, opened_to, child_agrees, part, place)"
    )
    yield connection
    connection.close()


def fetched(
    database: sqlite3.Connection, policy: Policy, reader: Standing, health: bool, held: list[Lot]
) -> list[int]:
    """The places of the lots that a query made from the policy brings back."""
    database.execute("delete from lot")
    rows = [
        (
            *(lot.data_class, lot.owner),
            *(f"/{'/'.join(keys)}/" for keys in (lot.sent_to, lot.released_to, lot.opened_to)),
            *(lot.child_agrees, lot.part, place),
        )
        for place, lot in enumerate(held)
    ]
    database.executemany("insert into lot values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    pairs = policy.lots_readable(reader, health=health)
    either = " or ".join(f"(data_class = '{kind}' and {SQL[rule]})" for kind, rule in pairs)
    found = database.execute(
        f"select place from lot where {either or '0'} order by place",  # our own words only
        {"key": reader.key},
    )
    return [place for (place,) in found]


@settings(max_examples=400, deadline=None)
@given(reader=standings, case=cases)
def test_a_query_fetches_exactly_what_may_be_read(
    database: sqlite3.Connection, reader: Standing, case: tuple[bool, list[Lot]]
) -> None:
    health, held = case
    readable = [place for place, lot in enumerate(held) if POLICY.may_read(reader, lot)]
    assert fetched(database, POLICY, reader, health, held) == readable


@settings(max_examples=200, deadline=None)
@given(reader=standings, lot=lots(health=True))
def test_whatever_is_readable_may_be_known_of(reader: Standing, lot: Lot) -> None:
    assert POLICY.may_know_of(reader, lot) or not POLICY.may_read(reader, lot)


def test_a_query_that_forgets_the_invitation_is_seen(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: as though everybody were invited."""
    reader, held = Standing(Role.SUPPORTER, "supporter:3"), [Lot(DataClass.JOINT_NOTES, "shared")]
    assert fetched(database, POLICY, reader, False, held) == []
    monkeypatch.setattr(door_module, "_can_hold", lambda *_: True)
    assert fetched(database, POLICY, reader, False, held) == [0]
    assert not POLICY.may_read(reader, held[0])


def test_each_condition_is_in_both_doors() -> None:
    """Each condition alone in a cell: the query and the single question agree that it can hold."""
    key = (Role.MANAGER, DataClass.OFFERS)
    reader = Standing(Role.MANAGER, "provider", invited=True, lead=True)
    mine = frozenset({"provider"})
    for when in When:
        policy = Policy(TABLE | {key: type(TABLE[key])(read=(when,))})
        pairs = [rule for kind, rule in policy.lots_readable(reader, health=True) if kind is DataClass.OFFERS]
        opened = any(
            policy.may_read(reader, Lot(DataClass.OFFERS, "provider", True, mine, mine, True, mine, part))
            for part in Part
        )
        assert len(pairs) == opened, when


def test_what_a_mothers_query_asks() -> None:
    asked = list(POLICY.lots_readable(Standing(Role.PARENT, "party:1"), health=False))
    assert (DataClass.FAMILY_PRIVATE, OwnerRule.OWN) in asked
    assert (DataClass.OFFERS, OwnerRule.SENT_TO) in asked
    assert (DataClass.JOINT_NOTES, OwnerRule.ANY) in asked
    assert DataClass.MEDIATOR_NOTES not in {kind for kind, _ in asked}
    assert len(asked) == len(set(asked)) == 17
