"""The board: order, words, filters, pages, twins, and what it must not show."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from evenhand.casework import actions, board
from evenhand.casework.models import CallBack, CallTry, Case
from evenhand.people.models import Person
from evenhand.people.roles import OrganisationKind, Role
from tests.casework import cases
from tests.people import cast
from tests.web.pages import parse, reads
from tests.web.workspace import canaries

pytestmark = pytest.mark.django_db


def read_by(who: Person, address: str = "/workspace") -> str:
    answer = cast.client_of(who).get(address)
    assert answer.status_code == 200
    return reads(answer.content, "main")


def references(client: Client, address: str) -> list[str]:
    tree = parse(client.get(address).content)
    links = [one.get("href", "") for one in tree.iter("a")]
    return [to.split("/")[3] for to in links if to.startswith("/workspace/cases/")]


def due(case: Case, days: int) -> str:
    """Give the case a first due so many days from today, and say its reference."""
    on = cases.TODAY + timedelta(days)
    Case.objects.unseen().filter(pk=case.pk).update(next_on=on, next_name="close", next_whose="adviser")
    return case.reference


def test_rows_stand_in_the_order_of_their_days_under_words_that_need_no_colour() -> None:
    late, today, week, later = (due(cases.enquiry(), days) for days in (-2, 0, 3, 8))
    read = read_by(cast.amina())
    headings = ["Late 2 days late", "Today Today", "In the next 7 days 3 days left", "Later 8 days left"]
    places = [read.index(words) for words in headings]
    assert places == sorted(places)
    assert references(cast.client_of(cast.amina()), "/workspace") == [late, today, week, later]


def test_a_line_says_what_is_due_whose_duty_it_is_by_which_provision_and_on_which_day() -> None:
    case = cases.concluded()
    line = (
        "8 days late Fri 12 June 2026 Issue the certificate Adviser: SEND Regulations 2014, reg. 39(1) "
        f"{case.reference} RE Outcome recorded Ealing Council. Adviser Amina Example"
    )
    assert line in read_by(cast.amina())


def test_one_day_is_said_in_the_singular() -> None:
    due(cases.enquiry(), -1)
    due(cases.enquiry(), 1)
    read = read_by(cast.amina())
    assert "1 day late" in read
    assert "1 day left" in read


def test_a_manager_reads_the_initials_of_nobody() -> None:
    cases.concluded()
    assert " RE " in read_by(cast.amina(), "/workspace/board/provider")
    assert " RE " not in read_by(cast.eilidh(), "/workspace/board/provider")


def test_an_authority_sees_a_case_once_it_was_told_and_its_own_duties_first() -> None:
    cases.chosen()
    assert "You have no open case." in read_by(cast.dev())
    told = cases.arranging()
    read = read_by(cast.dev())
    assert read.index("Your duties") < read.index("Filter the cases")
    assert (
        f"7 days late Sat 13 June 2026 Arrange the mediation SEND Regulations 2014, reg. 36(2) {told.reference}"
        in read
    )
    assert set(references(cast.client_of(cast.dev()), "/workspace")) == {told.reference}


def test_a_commissioning_body_sees_only_health() -> None:
    body = cast.organisation(cast.BODY)
    plain = cases.arranging(commissioning_body=body)
    health = cases.arranging(health=True, commissioning_body=body)
    actions.tell_commissioner(case=health, by=cases.adviser(), on=date(2026, 5, 15))
    found = references(cast.client_of(cast.gwen()), "/workspace")
    assert found == [health.reference]
    assert plain.reference not in found


@pytest.mark.parametrize("name", ["ben", "cerys"])
def test_nobody_else_sees_anything(name: str) -> None:
    case = cases.arranging()
    answer = cast.client_of(getattr(cast, name)()).get("/workspace")
    assert case.reference not in answer.content.decode()
    assert answer.status_code == (200 if name == "ben" else 404)


def test_a_member_without_a_board_finds_the_cases_that_are_open_to_them() -> None:
    of = ("Example School", "example-school", OrganisationKind.SETTING, "")
    head = cast.member("Hope", Role.SETTING, of)
    assert "No open case is shared with you." in read_by(head)
    case = cases.arranging(setting=cast.organisation(of))
    assert case.reference not in read_by(head)
    Case.objects.unseen().filter(pk=case.pk).update(known_to_setting=True)
    read = read_by(head)
    assert case.reference in read
    assert " RE " not in read


@pytest.mark.parametrize("whose", ["provider", "authority", "commissioning_body", "nobody"])
def test_a_board_that_is_not_theirs_is_not_there(whose: str) -> None:
    mine = {"authority": cast.amina, "commissioning_body": cast.amina}.get(whose, cast.dev)
    assert cast.client_of(mine()).get(f"/workspace/board/{whose}").status_code == 404


def test_who_is_not_signed_in_is_asked_to_and_comes_back_to_the_filters() -> None:
    answer = cast.client_of().get("/workspace/board/mine?late=1")
    assert answer["Location"] == "/accounts/login/?next=/workspace/board/mine%3Flate%3D1"


def test_filters_stand_in_the_address_and_each_can_be_removed() -> None:
    enquiry, arranging = cases.enquiry(), cases.arranging()
    client = cast.client_of(cast.amina())
    board = "/workspace/board/mine"
    assert references(client, f"{board}?stage=arranging") == [arranging.reference]
    assert references(client, f"{board}?duty=mediator") == []
    assert references(client, f"{board}?area=barnet") == []
    assert references(client, f"{board}?kind=resolution") == []
    assert set(references(client, f"{board}?late=1&kind=mediation")) == {
        enquiry.reference,
        arranging.reference,
    }
    page = client.get(f"{board}?stage=arranging&late=1").content.decode()
    assert f'href="{board}?late=1"' in page
    assert f'href="{board}?stage=arranging"' in page


def test_ended_cases_are_another_list() -> None:
    case = actions.withdraw(case=cases.enquiry(), by=cases.adviser(), on=date(2026, 5, 12)).case
    client = cast.client_of(cast.amina())
    assert references(client, "/workspace/board/mine") == []
    assert references(client, "/workspace/board/mine?closed=1") == [case.reference]


def test_what_cannot_be_asked_is_left_out() -> None:
    case = cases.enquiry()
    odd = "/workspace/board/mine?stage=%27&kind=x&area=x&duty=x&after=" + quote("x_y")
    assert references(cast.client_of(cast.amina()), odd) == [case.reference]


def test_empty_boards_say_what_to_do() -> None:
    assert "No open case is yours. A case comes here when you open one" in read_by(cast.amina())
    assert "Remove a filter, or take all of them off." in read_by(cast.amina(), "/workspace?late=1")


def test_the_kept_counts_stand_beside_the_stages() -> None:
    cases.enquiry()
    cases.arranging()
    read = read_by(cast.eilidh())
    assert "2 open cases" in read
    assert "First contact (1)" in read
    assert "Being arranged (1)" in read


def test_pages_follow_one_another_and_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "PAGE", 2)
    made = [due(cases.enquiry(), day) for day in (1, 1, 1, 2, 3)]
    client, found, address = cast.client_of(cast.amina()), [], "/workspace/board/mine?kind=mediation"
    for _page in range(3):
        found += references(client, address)
        tree = parse(client.get(address).content)
        address = next((one.get("href", "") for one in tree.iter("a") if one.get("rel") == "next"), "")
    assert found == made
    assert address == ""


def test_the_text_twin_says_the_same() -> None:
    case = cases.concluded()
    answer = cast.client_of(cast.amina()).get("/workspace/board/mine?as=text")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.content.decode()
    assert "LATE\n\n8 days late - Fri 12 June 2026 - Issue the certificate - Adviser: SEND" in text
    assert f"  {case.reference} - RE - Outcome recorded - Ealing Council" in text


def test_the_sheet_is_for_a_manager_and_holds_nothing_of_a_family(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "PAGE", 1)
    case = canaries.case()
    cases.enquiry()
    lines = cast.client_of(cast.eilidh()).get("/workspace?as=csv").content.decode().splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("reference,kind,stage,authority,adviser,mediator,due,")
    assert any(
        line.startswith(f"{case.reference},Mediation,Outcome recorded,Ealing Council,") for line in lines
    )
    assert not any(word in line for word in canaries.ALL for line in lines)
    assert cast.client_of(cast.amina()).get("/workspace?as=csv")["Content-Type"].startswith("text/html")


def test_the_board_costs_the_same_few_queries_however_many_cases() -> None:
    counts = []
    client = cast.client_of(cast.amina())
    for more in (1, 6):
        for _case in range(more):
            cases.arranging()
        with CaptureQueriesContext(connection) as asked:
            client.get("/workspace/board/provider")
        counts.append(len(asked))
    # The session, the account, its memberships, the page, the kept counts.
    assert counts == [5, 5]


def test_a_complaint_is_on_nobodys_line() -> None:
    """It is the manager's alone to know of: on the line it would tell an authority that there is one."""
    case = cases.arranging()
    by = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    actions.complain(case=case, by=by, on=date(2026, 5, 14), words="Nobody rang.")
    # The only thing due before it would be met: the line goes on to what may be known.
    names = {one.next_name for one in Case.objects.unseen()}
    assert names == {"choose_mediator"}
    assert "Answer the complaint" in read_by(cast.eilidh(), "/workspace/today")
    assert "complaint" not in read_by(cast.amina(), "/workspace/today")
    assert "complaint" not in read_by(cast.dev())


def test_today_says_what_must_be_done_and_who_rang_whom() -> None:
    case = cases.enquiry()
    by = cases.adviser()
    actions.record_call(case=case, by=by, on=cases.TODAY, family=cases.FAMILY, reached=False, words="canary")
    actions.record_call(case=case, by=by, on=date(2026, 6, 19), family=cases.FAMILY, reached=True)
    read = read_by(cast.amina(), "/workspace/today")
    assert "38 days late Wed 13 May 2026 Give mediation advice The service’s own rule" in read
    assert f"Amina Example RE {case.reference} Nobody answered" in read
    assert "Spoke with them" not in read
    assert "canary" not in read
    assert "Who rang whom" not in read_by(cast.eilidh(), "/workspace/today")


def test_tries_to_ring_somebody_back_are_among_the_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    at = datetime(2026, 6, 20, 9, tzinfo=UTC)
    for provider, name in ((cast.OURS, "Pat Caller"), (cast.ANOTHER, "Sam Elsewhere")):
        asked = CallBack.objects.create(
            provider=cast.organisation(provider), reference=f"C-{name[:3]}", name=name, phone="1", slot=at
        )
        CallTry.objects.create(call_back=asked, by=cast.amina(), at=at, reached=True)
    read = read_by(cast.amina(), "/workspace/today")
    assert "Amina Example Pat Caller Asked to be rung Spoke with them" in read
    assert "Sam Elsewhere" not in read


@pytest.mark.parametrize("key", ["9" * 30, "-" + "9" * 30, "1" * 5000, "٣", ""])
def test_a_place_that_no_page_can_have_begins_at_the_first(key: str) -> None:
    answer = cast.client_of(cast.amina()).get("/workspace/board/provider", {"after": f"2026-01-01_{key}"})
    assert answer.status_code == 200
