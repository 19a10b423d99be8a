"""The pages of links that work once: opened they change nothing and tell nothing, answered they do one thing once."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.heart.stages import Kind
from evenhand.casework.histories import history_of
from evenhand.casework.links import Purpose, make_link
from evenhand.casework.models import Case, SingleUse
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.pages import parse

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 18)
SECRETS = ("Robin", "Cerys", "Example Street", "assess", "education", "020 7946")


def at(case: Case, purpose: Purpose, key: str = "authority", about: str = "") -> str:
    return f"/l/{make_link(case=case, purpose=purpose, key=key, about=about).token}"


def text(response: object) -> str:
    content = response.content.decode()  # type: ignore[attr-defined]
    parse(response.content)  # type: ignore[attr-defined]
    main = content[content.index("<main") : content.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def invited() -> Case:
    case = cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})
    return actions.invite_parties(case=case, by=cases.adviser(), on=date(2026, 5, 12)).case


def with_a_second_supporter() -> Case:
    case = cases.arranging()
    for name in ("Sam Example", "Kit Example"):
        case = actions.add_person(
            case=case,
            by=cases.adviser(),
            on=TODAY,
            role=Role.SUPPORTER,
            side="family",
            name=name,
            party=False,
        ).case
    return case


def every_kind() -> list[str]:
    case = with_a_second_supporter()
    made = [
        at(case, Purpose.REPRESENTATIVE),
        at(case, Purpose.FREE, cases.FAMILY),
        at(case, Purpose.CONSENT, about="person:4"),
        at(invited(), Purpose.MEET, cases.FAMILY),
    ]
    closed = cases.enquiry()
    closed = actions.close(
        case=closed, by=cases.adviser(), on=date(2026, 5, 12), reason="no_more_contact"
    ).case
    return [*made, at(closed, Purpose.FEEDBACK, cases.FAMILY)]


def test_it_says_which_case_and_whose_service_and_nothing_of_the_case() -> None:
    for address in every_kind():
        page = Client().get(address)
        said = text(page)
        assert page.status_code == 200
        assert re.search(r"Case [0-9A-Z-]{9}, for Northwold Mediation", said)
        assert "to the end of Monday 1 June 2026" in said
        assert [secret for secret in (*SECRETS, "Kit", "Sam") if secret in page.content.decode()] == []


def test_opening_it_changes_nothing() -> None:
    addresses = every_kind()
    events = {case.pk: len(history_of(case)) for case in Case.objects.unseen()}
    for address in addresses:
        Client().get(address)
        Client().head(address)
    assert {case.pk: len(history_of(case)) for case in Case.objects.unseen()} == events
    assert SingleUse.objects.exclude(used_at=None).count() == 0


def test_nobody_keeps_it_and_no_search_engine_finds_it() -> None:
    page = Client().get(every_kind()[0])
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_body_says_who_comes() -> None:
    case = cases.arranging()
    address = at(case, Purpose.REPRESENTATIVE)
    answer = Client().post(address, {"name": "Jo Example", "post": "Head of SEND", "can_decide": "yes"})
    assert (answer.status_code, answer["Location"]) == (302, "/l/thank-you/representative")
    event = history_of(case)[-1]
    assert event.told == {
        "side": "authority",
        "can_decide": True,
        "representative": "Jo Example",
        "post": "Head of SEND",
    }
    assert (event.by.person_id, event.by.role, event.by.key) == (None, Role.AUTHORITY_OFFICER, "authority")


def test_what_is_not_filled_in_is_asked_again_and_the_link_still_works() -> None:
    address = at(cases.arranging(), Purpose.REPRESENTATIVE)
    page = Client().post(address, {"name": "Jo Example"})
    assert page.status_code == 200
    said = text(page)
    assert said.count("Type their post.") == 2  # in the summary and beside the field
    assert 'value="Jo Example"' in page.content.decode()
    assert "<title>Error: " in re.sub(r"\s+", " ", page.content.decode())
    assert Client().get(address).status_code == 200


def test_a_family_says_when_it_is_free() -> None:
    case = cases.arranging()
    address = at(case, Purpose.FREE, cases.FAMILY)
    assert 'name="free-2026-05-27"' in Client().get(address).content.decode()  # 25 May is a bank holiday
    assert 'name="free-2026-05-26"' not in Client().get(address).content.decode()
    Client().post(address, {"free-2026-05-27": "9:30 to 10:30", "free-2026-05-28": "2pm to 3pm"})
    state = cases.seen(case, cast.amina()).state
    assert state.free[cases.FAMILY] == (
        "2026-05-27T09:30",
        "2026-05-27T10:00",
        "2026-05-28T14:00",
        "2026-05-28T14:30",
    )


def test_no_time_at_all_is_no_answer() -> None:
    address = at(cases.arranging(), Purpose.FREE, cases.FAMILY)
    assert "Type one time at least" in text(Client().post(address, {}))


@pytest.mark.parametrize(("answer", "where"), [("yes", "consents"), ("no", "refuses")])
def test_a_party_says_if_somebody_may_come(answer: str, where: str) -> None:
    case = with_a_second_supporter()
    address = at(case, Purpose.CONSENT, about="person:4")
    assert "You are asked about another supporter of the family." in text(Client().get(address))
    Client().post(address, {"consents": answer})
    assert getattr(cases.seen(case, cast.amina()).state.people["person:4"], where) == {"authority"}


@pytest.mark.parametrize(
    ("answer", "agreed", "stage"), [("yes", {"party:1"}, "invited"), ("no", set(), "declined")]
)
def test_a_party_says_if_it_meets(answer: str, agreed: set[str], stage: str) -> None:
    case = invited()
    Client().post(at(case, Purpose.MEET, cases.FAMILY), {"agrees": answer})
    state = cases.seen(case, cast.amina()).state
    assert (state.agreed_to_meet, state.stage.value) == (agreed, stage)


def test_how_it_went_is_for_the_manager() -> None:
    case = cases.enquiry()
    case = actions.close(case=case, by=cases.adviser(), on=date(2026, 5, 12), reason="no_more_contact").case
    address = at(case, Purpose.FEEDBACK, cases.FAMILY)
    assert "Answer a question, or write something." in text(Client().post(address, {}))
    Client().post(address, {"listened": "4", "words": "Kind."})
    assert history_of(case)[-1].told == {"words": "Kind.", "marks": {"listened": 4}}
    assert history_of(case)[-1].by.key == cases.FAMILY


def test_used_run_out_unknown_and_forged_look_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.arranging()
    used, old = at(case, Purpose.REPRESENTATIVE), at(case, Purpose.FREE)
    Client().post(used, {"name": "Jo", "post": "Head", "can_decide": "yes"})
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, 6, 2, 9, tzinfo=UTC))
    pages = [Client().get(one) for one in (used, old, "/l/x", f"{used[:-1]}-")]
    pages += [Client().post(one, {"name": "Jo"}) for one in (used, old, "/l/x")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    assert "This link does not work any more" in text(pages[0])


def test_a_second_press_changes_nothing() -> None:
    case = cases.arranging()
    address = at(case, Purpose.REPRESENTATIVE)
    Client().post(address, {"name": "Jo", "post": "Head", "can_decide": "yes"})
    again = Client().post(address, {"name": "Kim", "post": "Clerk", "can_decide": "no"})
    assert again.status_code == 404
    assert cases.seen(case, cast.amina()).state.representatives == {"authority": True}


def test_what_stands_in_the_way_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from evenhand.casework.heart.stages import StepNotOpen

    def refused(**_given: object) -> None:
        raise StepNotOpen("The case stands at “certified”.")

    address = at(cases.arranging(), Purpose.REPRESENTATIVE)
    monkeypatch.setattr(actions, "name_representative", refused)
    page = Client().post(address, {"name": "Jo", "post": "Head", "can_decide": "yes"})
    assert "certified" not in page.content.decode()
    assert "Ring the service that asked you." in text(page)


def test_a_form_from_elsewhere_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    address = at(cases.arranging(), Purpose.REPRESENTATIVE)
    assert client.post(address, {"name": "Jo", "post": "Head", "can_decide": "yes"}).status_code == 403


def test_the_page_of_thanks_knows_only_what_there_is() -> None:
    for purpose in set(Purpose) - {Purpose.FOLLOW}:
        assert "Thank you" in text(Client().get(f"/l/thank-you/{purpose.value}"))
    for none in ("everything", "follow"):
        assert Client().get(f"/l/thank-you/{none}").status_code == 404
