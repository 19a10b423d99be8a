"""What lies in one compartment is on no page of another's: canaries, and a leak that they catch."""

from datetime import date

import pytest

from evenhand.casework import actions
from evenhand.casework.door import Seen
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.roles import Role
from evenhand.web.my import parts
from tests.casework import cases
from tests.people import cast
from tests.web.my.families import OF_FATHER, OF_MOTHER, OF_OTHERS, father, supporter, two_homes

pytestmark = pytest.mark.django_db


def pages_of(person: Person, case: Case) -> str:
    """Everything that the person's own pages say of the case."""
    client = cast.client_of(person)
    texts = [client.get("/my")]
    texts += [client.get(f"/my/cases/{case.reference}/{page}") for page in ("", "notes", "mediator")]
    return "\n".join(text.content.decode() for text in texts)


def found(secrets: dict[str, str], text: str) -> list[str]:
    """The names of those secrets that are in the text."""
    return [name for name, secret in secrets.items() if secret in text]


def test_a_mother_reads_her_own_and_nothing_of_the_fathers() -> None:
    text = pages_of(cast.cerys(), two_homes())
    assert found(OF_FATHER | OF_OTHERS, text) == []
    assert found(OF_MOTHER, text) == ["her note", "her message", "her call", "her needs", "her complaint"]


def test_a_father_reads_his_own_and_nothing_of_the_mothers() -> None:
    text = pages_of(father(), two_homes())
    assert found(OF_MOTHER | OF_OTHERS, text) == []
    assert found(OF_FATHER, text) == ["his name", "his note", "his message", "his needs"]


def test_a_supporter_reads_the_course_of_the_case_and_nobodys_secrets() -> None:
    text = pages_of(supporter(), two_homes())
    assert found(OF_MOTHER | OF_FATHER | OF_OTHERS, text) == []
    assert "The meeting" in text


def test_a_note_of_the_other_is_not_even_counted() -> None:
    case = two_homes()
    text = cast.client_of(father()).get(f"/my/cases/{case.reference}/").content.decode()
    assert text.count("<p>A note was written.") == 1
    assert text.count("<p>There was a message between") == 1
    assert "Somebody complained about us." not in text
    assert "Somebody told us that they are worried." not in text


def test_a_planted_leak_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the page that asks the state, and not the door, what somebody is called."""

    def leaky(seen: Seen, key: str, known: object = None) -> str:
        return seen.state.people[key].name

    case = two_homes()
    monkeypatch.setattr(parts, "called", leaky)
    assert found(OF_FATHER, pages_of(cast.cerys(), case)) == ["his name"]


def test_whoever_has_no_place_finds_no_page() -> None:
    case = two_homes()
    for stranger in (cast.person("Nobody"), cast.ben(), cast.amina(), cast.dev(), cast.hassan()):
        client = cast.client_of(stranger)
        for page in ("", "notes", "mediator", "documents/1", "do/withdraw"):
            there = client.get(f"/my/cases/{case.reference}/{page}")
            absent = client.get(f"/my/cases/ZZZZ-ZZZZ/{page}")
            assert there.status_code == absent.status_code == 404, (stranger, page)


def test_nobody_reads_without_signing_in() -> None:
    case = two_homes()
    for page in ("/my", f"/my/cases/{case.reference}/", f"/my/cases/{case.reference}/notes"):
        answer = cast.client_of().get(page)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/accounts/login/")


def test_a_struck_entry_is_no_longer_believed() -> None:
    """What was recorded by mistake is not shown as if it were so; the history says that it was put right."""
    case = cases.fixed()
    wrong = actions.describe_person(
        case=case, by=cases.adviser(), on=date(2026, 5, 19), key="party:1", needs="canary-wrong-needs"
    )
    actions.correct(
        case=case,
        by=cases.adviser(),
        on=date(2026, 5, 19),
        number=wrong.event.number,
        struck=True,
    )
    text = cast.client_of(cast.cerys()).get(f"/my/cases/{case.reference}/").content.decode()
    assert "You told us that you need" not in text
    assert "This was put right later." in text


def test_what_the_other_shares_offers_nobody_else_to_stop_it() -> None:
    case = two_homes()
    page = f"/my/cases/{case.reference}/"
    before = cast.client_of(father()).get(page).content.decode()
    mother = Actor(cast.cerys().pk, Role.PARENT, cases.FAMILY)
    note = next(
        one.number for one in history_of(case) if one.step is Step.ADD_NOTE and one.by.key == mother.key
    )
    key = next(one.key for one in cases.seen(case, supporter()).standings)
    actions.share(case=case, by=mother, on=cases.TODAY, number=note, with_key=key)
    assert "do/stop_sharing" in cast.client_of(cast.cerys()).get(page).content.decode()
    after = cast.client_of(father()).get(page).content.decode()
    assert ("do/stop_sharing" in before, "do/stop_sharing" in after) == (False, False)
