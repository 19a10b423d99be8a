"""The case page: what it says, to whom, and what it must not say."""

import re
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evenhand.casework import actions
from evenhand.casework.door import Seen
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.policy import DataClass
from evenhand.people.roles import OrganisationKind, Role
from tests.casework import cases
from tests.people import cast
from tests.web.pages import reads
from tests.web.workspace import canaries

pytestmark = pytest.mark.django_db

MEMBERS = ["amina", "dev", "eilidh", "farah", "gwen", "hassan"]
WRITING = [
    *("adviser_record:party:1", "body_private:authority", "body_private:commissioning_body"),
    *("joint_notes:shared", "message_to_mediator:authority", "message_to_mediator:party:1"),
]


def address(case: Case, rest: str = "") -> str:
    return f"/workspace/cases/{case.reference}/{rest}"


def page_of(case: Case, who: Person, rest: str = "") -> str:
    response = cast.client_of(who).get(address(case, rest))
    assert response.status_code == 200, rest
    return str(response.content.decode())


def shown_to(case: Case, who: Person) -> set[str]:
    """The canaries on every page that the workspace has of the case for this person."""
    hassan = cast.hassan()
    pages = ["", "history", "history?day=20&month=6&year=2026", "notes/new"]
    marks = [*WRITING, f"mediator_notes:mediator:{hassan.pk}"]
    pages += [f"notes/new?compartment={quote(mark)}" for mark in marks]
    client = cast.client_of(who)
    answers = [client.get(address(case, page)) for page in pages]
    answers += [client.get(page) for page in ("/workspace", "/workspace?as=text", "/workspace/today")]
    text = "".join(answer.content.decode() for answer in answers if answer.status_code == 200)
    return {word for word in canaries.ALL if word in text}


@pytest.mark.parametrize("name", MEMBERS)
def test_every_reader_reads_what_the_matrix_gives_them_and_nothing_else(name: str) -> None:
    case = canaries.case()
    assert shown_to(case, getattr(cast, name)()) == canaries.READS[name]


@pytest.mark.parametrize("name", MEMBERS)
def test_a_door_that_lets_everything_through_would_be_seen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted leak: with the door open, the test above sees what it must not."""
    case = canaries.case()
    monkeypatch.setattr(Seen, "may_read", lambda *_asked: True)
    assert shown_to(case, getattr(cast, name)()) - canaries.READS[name]


@pytest.mark.parametrize("name", ["ben", "cerys"])
def test_for_a_stranger_there_is_no_such_case(name: str) -> None:
    case = canaries.case()
    client = cast.client_of(getattr(cast, name)())
    for rest in ("", "history", "notes/new"):
        found = client.get(address(case, rest))
        absent = client.get(f"/workspace/cases/0000-0000/{rest}")
        assert found.status_code == absent.status_code == 404
        assert without_token(found.content) == without_token(absent.content)


def without_token(page: bytes) -> bytes:
    """The page without the one thing that is new in every answer."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_who_is_not_signed_in_is_asked_to_sign_in_whatever_the_case() -> None:
    case = cases.enquiry()
    for reference in (case.reference, "0000-0000"):
        answer = cast.client_of().get(f"/workspace/cases/{reference}/")
        assert answer.status_code == 302
        assert answer["Location"] == f"/accounts/login/?next=/workspace/cases/{reference}/"


def test_the_page_says_what_comes_next_and_why_and_what_one_can_do() -> None:
    case = cases.arranging()
    read = reads(page_of(case, cast.amina()), "main")
    assert "Choose a mediator 32 days late. Tuesday 19 May 2026. Whose duty: Adviser." in read
    assert "Somebody must lead the meeting. The service’s own rule, not the law." in read
    assert "Arrange the mediation 7 days late. Saturday 13 June 2026 Whose duty: Authority" in read
    page = page_of(case, cast.amina())
    assert f'href="{address(case)}do/fix_meeting"' in page
    assert f'href="{address(case)}do/record_call"' in page
    assert f'href="{address(case)}do/give_advice"' not in page


def test_a_reader_is_offered_only_their_own_steps() -> None:
    page = page_of(cases.arranging(), cast.dev())
    assert "/do/cannot_arrange" in page
    assert "/do/fix_meeting" not in page


def test_the_bar_at_the_top_says_which_case_it_is() -> None:
    case = cases.fixed()
    read = reads(page_of(case, cast.amina()))
    assert f"Case {case.reference} Child or young person Robin Example Stage Meeting fixed" in read
    assert "Authority Ealing Council Adviser Amina Example Mediator nobody yet" in read
    assert "Child or young person" not in reads(page_of(case, cast.eilidh()))


def test_consent_that_is_missing_is_said_by_name() -> None:
    case = cases.fixed()
    for name in ("First Helper", "Second Helper"):
        case = actions.add_person(
            case=case,
            by=cases.adviser(),
            on=date(2026, 5, 19),
            role=Role.SUPPORTER,
            side="family",
            name=name,
            party=False,
        ).case
    case = actions.consent_to_person(
        case=case, by=cases.adviser(), on=date(2026, 5, 19), party=cases.FAMILY, key="person:4", consents=True
    ).case
    read = reads(page_of(case, cast.amina()), "main")
    first, _, second = read.partition("Second Helper")
    assert "First Helper supporter Side Family Change how they are reached: First Helper" in first
    assert "Consent (reg. 38)" not in first
    assert "Consent (reg. 38) Still missing: Ealing Council" in second


def test_a_resolution_case_says_that_no_clock_runs_and_no_certificate_comes() -> None:
    case = cases.enquiry(kind=Kind.RESOLUTION, matter="provision_by_setting", facts={"acting": "parent"})
    read = reads(page_of(case, cast.amina()), "main")
    assert "No clock of the law runs in it, and no certificate comes of it." in read
    assert "It has no effect on other routes" in read
    assert "Issue the certificate" not in read


def test_what_was_done_about_a_complaint_is_due_only_for_those_who_may_know_of_it() -> None:
    case = canaries.case()
    said = "Answer the complaint about the service"
    knows = {name for name in MEMBERS if said in page_of(case, getattr(cast, name)())}
    assert knows == {"eilidh"}


def test_the_claim_is_due_only_for_those_who_may_know_of_it() -> None:
    case = canaries.case()
    knows = {name for name in MEMBERS if "Decide the expenses claim" in page_of(case, getattr(cast, name)())}
    assert knows == {"dev", "farah"}


def test_a_private_paper_is_neither_shown_nor_in_the_way() -> None:
    case = cases.arranging()
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    actions.add_document(
        case=case,
        by=parent,
        on=date(2026, 5, 15),
        data_class=DataClass.FAMILY_PRIVATE,
        owner=cases.FAMILY,
        file_id="f2",
        name="secret.pdf",
        kind="pdf",
        size=1,
        sha256="0" * 64,
    )
    for who in (cast.amina(), cast.dev(), cast.eilidh()):
        assert "secret.pdf" not in page_of(case, who) + page_of(case, who, "history")


def test_a_paper_that_may_be_read_can_be_fetched() -> None:
    case = canaries.case()
    page = page_of(case, cast.dev())
    number = page.partition("documents/")[2].partition('"')[0]
    assert f'href="{address(case)}documents/{number}">{canaries.LETTER}.pdf</a>' in page
    assert f'id="entry-{number}"' in page


def test_a_linked_case_is_named_only_to_those_who_may_see_it() -> None:
    case, other = cases.arranging(), cases.enquiry()
    actions.link_case(case=case, by=cases.adviser(), on=cases.TODAY, reference=other.reference)
    assert other.reference in page_of(case, cast.amina())
    assert other.reference not in page_of(case, cast.dev()) + page_of(case, cast.dev(), "history")


def test_a_change_of_one_way_to_reach_somebody_keeps_the_others() -> None:
    case = cases.arranging()
    actions.describe_person(
        case=case, by=cases.adviser(), on=cases.TODAY, key=cases.FAMILY, contact={"phone": "020 7946 0999"}
    )
    read = reads(page_of(case, cast.amina()), "main")
    assert "Email cerys@cast.example Phone 020 7946 0999" in read


def test_to_an_advice_service_nothing_is_shown_until_the_family_opens_it() -> None:
    of = ("Help Ealing", "help-ealing", OrganisationKind.ADVICE_SERVICE, "")
    iris = cast.member("Iris", Role.ADVICE_SERVICE, of)
    case = actions.add_person(
        case=cases.arranging(),
        by=cases.adviser(),
        on=cases.TODAY,
        role=Role.ADVICE_SERVICE,
        side="family",
        name="Iris Example",
        party=False,
        person_id=iris.pk,
    ).case
    for rest in ("", "history", "notes/new"):
        read = reads(page_of(case, iris, rest), "main")
        assert "nothing of it has been opened to you yet" in read
        assert "Refusal to assess" not in read


def test_a_page_costs_the_same_number_of_queries_however_long_the_case() -> None:
    counts = []
    for case in (cases.arranging(), canaries.case()):
        client = cast.client_of(cast.amina())
        with CaptureQueriesContext(connection) as asked:
            client.get(address(case))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10
