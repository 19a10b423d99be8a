"""To everybody but the managers and the person, an entry is exactly as though it were not there."""

import inspect
import re

import pytest
from django.test import Client

from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.practitioners import declaring
from evenhand.people.practitioners.models import Kept, Practitioner
from evenhand.web.workspace.practitioners import reading
from evenhand.web.workspace.practitioners.urls import urlpatterns
from tests.people.cast import client_of
from tests.people.practitioners import makes

WHERE = "/workspace/practitioners/"
NOWHERE = 987_654


@pytest.fixture
def addresses(asha: Practitioner, manager: Person) -> list[tuple[str, str]]:
    """Every address about Asha, with the same about somebody who is not there."""
    asked = declaring.tell(practitioner=asha, case_reference="EV-1", by=asha.person, words="A friend.")
    job, log = asha.employment_rows.get(), asha.training_rows.get()
    own = [
        "",
        "leave/",
        "employers/add/",
        f"employers/{job.pk}/",
        f"employers/{job.pk}/end/",
        f"employers/{job.pk}/withdraw/",
        "training/add/",
        f"training/{log.pk}/",
        f"training/{log.pk}/withdraw/",
        f"conflicts/{asked.pk}/",
        f"conflicts/{asked.pk}/clear/",
    ]
    pairs = [(f"{WHERE}{asha.pk}/{rest}", f"{WHERE}{NOWHERE}/{rest}") for rest in own]
    pairs.append((f"{WHERE}rules/{asha.provider_id}/", f"{WHERE}rules/{NOWHERE}/"))
    return pairs


def strangers(provider: Organisation) -> dict[str, Client]:
    elsewhere = makes.provider("other-mediation")
    council = makes.provider("ealing-council", kind="authority")
    gone = makes.member("Gus Gone", provider, "manager")
    Membership.objects.filter(person=gone).update(ended_at=gone.created_at)
    return {
        "a manager elsewhere": client_of(makes.member("Riva Rival", elsewhere, "manager")),
        "a colleague": client_of(makes.member("Cass Colleague", provider, "adviser", "mediator")),
        "an officer": client_of(makes.member("Ola Officer", council, "authority_officer")),
        "a manager who left": client_of(gone),
        "a parent": client_of(Person.objects.create_user("parent@home.example", name="Pat Parent")),
    }


def without_token(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_denied_is_exactly_like_absent(provider: Organisation, addresses: list[tuple[str, str]]) -> None:
    for who, client in strangers(provider).items():
        for there, nowhere in addresses:
            for method in (client.get, client.post):
                denied, absent = method(there), method(nowhere)
                assert denied.status_code == absent.status_code == 404, (who, there)
                assert without_token(denied.content) == without_token(absent.content), (who, there)
                assert denied.headers == absent.headers, (who, there)


@pytest.mark.parametrize("address", ["", "add/", "practitioners.csv"])
def test_the_register_itself_is_the_managers(
    provider: Organisation, asha: Practitioner, address: str
) -> None:
    for who, client in strangers(provider).items():
        told = client.get(WHERE + address)
        if who == "a manager elsewhere":
            assert told.status_code == 200
            assert b"Asha" not in told.content
        else:
            assert told.status_code == 404, who
    assert client_of(asha.person).get(WHERE + address).status_code == 404


def test_one_s_own_entry_is_for_those_who_work_for_a_provider(
    provider: Organisation, asha: Practitioner
) -> None:
    for who, client in strangers(provider).items():
        told = client.get(f"{WHERE}own/")
        if who in ("a manager elsewhere", "a colleague"):
            assert "has not put you on its register yet" in told.content.decode()
        else:
            assert told.status_code == 404, who


def test_who_is_not_signed_in_is_asked_to_whatever_is_there(
    client: Client, addresses: list[tuple[str, str]]
) -> None:
    for pair in addresses:
        for address in pair:
            told = client.get(address)
            assert (told.status_code, told.content) == (302, b"")
            assert told["Location"].endswith(f"?next={address}")


def test_nothing_is_written_by_a_stranger_or_by_the_person_where_it_is_not_hers(
    provider: Organisation, asha: Practitioner, herself: Client
) -> None:
    before = {kind: kind.objects.count() for kind in _kinds()}
    given = {"employer_kind": "self_employed", "words": "x", "kind": "law", "hours": "1"}
    given |= {f"{name}-{part}": "1" for name in ("since", "on", "day") for part in ("day", "month")}
    given |= {f"{name}-year": "2026" for name in ("since", "on", "day")}
    for client in strangers(provider).values():
        assert client.post(f"{WHERE}{asha.pk}/training/add/", given).status_code == 404
    job = asha.employment_rows.get()
    for rest in ("leave/", "employers/add/", f"employers/{job.pk}/", f"employers/{job.pk}/end/"):
        assert herself.post(f"{WHERE}{asha.pk}/{rest}", given).status_code == 404
    assert {kind: kind.objects.count() for kind in _kinds()} == before
    asha.refresh_from_db()
    assert asha.until is None
    job.refresh_from_db()
    assert job.stands


def test_a_row_of_somebody_else_is_not_reached_through_one_s_own_entry(
    provider: Organisation, asha: Practitioner, manager: Person, herself: Client
) -> None:
    other = makes.practitioner("Ben Odell", provider, manager)
    row = other.training_rows.get()
    assert herself.get(f"{WHERE}{asha.pk}/training/{row.pk}/").status_code == 404
    assert herself.post(f"{WHERE}{asha.pk}/training/{row.pk}/withdraw/", {"words": "x"}).status_code == 404
    row.refresh_from_db()
    assert row.stands


def test_every_view_asks_who_reads() -> None:
    """A view without its reader would fail here: each is wrapped by `with_reader`."""
    for pattern in urlpatterns:
        asked = list(inspect.signature(inspect.unwrap(pattern.callback)).parameters)
        assert asked[:2] == ["request", "reader"], pattern


def test_were_the_reader_not_asked_the_test_above_would_say_so(
    provider: Organisation,
    addresses: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The planted fault: everybody sees every entry."""
    monkeypatch.setattr(reading, "visible_to", lambda _: Practitioner.objects.all())
    with pytest.raises(AssertionError, match="a manager elsewhere"):
        test_denied_is_exactly_like_absent(provider, addresses)


def _kinds() -> list[type[Kept]]:
    from evenhand.web.workspace.practitioners.sections import SECTIONS

    return [section.model for section in SECTIONS]


@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_a_number_that_no_database_holds_is_nobody(managing: Client, asha: Practitioner, number: str) -> None:
    rest = ("", "leave/", "training/add/", "training/1/", "conflicts/1/")
    for address in (*(f"{WHERE}{number}/{one}" for one in rest), f"{WHERE}{asha.pk}/training/{number}/"):
        assert managing.get(address).status_code == 404, address
    assert managing.get(f"{WHERE}{asha.pk}/horoscopes/add/").status_code == 404
