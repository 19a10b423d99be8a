"""Arranging in a real browser: sound in every state, and a link answered by keyboard without JavaScript."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from evenhand.casework import actions
from evenhand.casework.heart.stages import Kind
from evenhand.casework.links import Purpose, make_link
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.browser import axe, going
from tests.casework import cases
from tests.people import cast

pytestmark = [pytest.mark.browser]
TODAY = date(2026, 5, 18)
LONG = "Bartholomew-Constantine Featherstonehaugh-Cholmondeley-Donaudampfschifffahrtsgesellschaft"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """18 May 2026, in this process, where the pages are made too."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
    monkeypatch.setattr("evenhand.clock.instant", lambda: datetime(2026, 5, 18, 9, tzinfo=UTC))


@pytest.fixture
def case(live_server: LiveServer) -> Case:
    """With two supporters, an interpreter wanted, everybody free on three days, and a link on its way."""
    made = cases.arranging()
    by = {"by": cases.adviser(), "on": TODAY}
    hassan = cast.hassan()
    actions.assign(case=made, **by, work="mediator", person_id=hassan.pk)
    for name in (LONG, "Aunt Example"):
        actions.add_person(case=made, **by, role=Role.SUPPORTER, side="family", name=name, party=False)
    actions.describe_person(
        case=made, **by, key=cases.FAMILY, contact={"language": "Somali"}, needs="A ramp."
    )
    times = [
        f"2026-{day}T{hour}" for day in ("05-28", "06-02", "06-15") for hour in ("10:00", "10:30", "11:00")
    ]
    for key in (cases.FAMILY, "authority", f"mediator:{hassan.pk}"):
        actions.give_availability(case=made, **by, key=key, times=times)
    make_link(case=made, purpose=Purpose.REPRESENTATIVE, key="authority")
    return made


@pytest.fixture(params=[(320, "light"), (1280, "dark")])
def page_of(request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer) -> Callable[..., Page]:
    """A page of a browser in which somebody is signed in, or nobody."""
    width, scheme = request.param

    def open_one(who: Person | None = None) -> Page:
        # axe is put into the page by the test, which the page's own policy rightly forbids.
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        )
        request.addfinalizer(context.close)
        if who is not None:
            cookie = cast.client_of(who).cookies["evenhand"]
            context.add_cookies([{"name": "evenhand", "value": cookie.value, "url": live_server.url}])
        return context.new_page()

    return open_one


def faults(page: Page, address: str, *, refused: bool) -> dict[str, list[str]]:
    page.goto(address)
    found = {address: axe.faults(page)}
    if refused:
        page.goto(address)
        going.click(page.locator("main form button").last)
        assert page.get_by_text("There is a problem").count() == 1, address
        found[f"{address}, refused"] = axe.faults(page)
    return {name: wrong for name, wrong in found.items() if wrong}


def test_the_pages_of_arranging_are_sound(
    page_of: Callable[..., Page], live_server: LiveServer, case: Case
) -> None:
    at = f"{live_server.url}/workspace/cases/{case.reference}/arranging"
    amina, hassan, dev = page_of(cast.amina()), page_of(cast.hassan()), page_of(cast.dev())
    assert faults(amina, f"{at}?hours=1", refused=False) == {}
    assert faults(amina, f"{at}?hours=4", refused=False) == {}
    assert faults(amina, f"{at}/ask", refused=True) == {}
    assert faults(hassan, f"{at}/consent", refused=True) == {}
    assert faults(hassan, f"{at}/child", refused=True) == {}
    assert faults(dev, at, refused=False) == {}
    empty = cases.enquiry(people=[])
    assert (
        faults(amina, f"{live_server.url}/workspace/cases/{empty.reference}/arranging", refused=False) == {}
    )


def links(case: Case) -> list[str]:
    resolution = cases.enquiry(
        kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"}
    )
    actions.invite_parties(case=resolution, by=cases.adviser(), on=date(2026, 5, 12))
    closed = actions.close(
        case=cases.enquiry(), by=cases.adviser(), on=date(2026, 5, 12), reason="no_more_contact"
    ).case
    made = [
        make_link(case=case, purpose=Purpose.REPRESENTATIVE, key="authority"),
        make_link(case=case, purpose=Purpose.FREE, key=cases.FAMILY),
        make_link(case=case, purpose=Purpose.CONSENT, key="authority", about="person:4"),
        make_link(case=resolution, purpose=Purpose.MEET, key=cases.FAMILY),
        make_link(case=closed, purpose=Purpose.FEEDBACK, key=cases.FAMILY),
    ]
    return [f"/l/{one.token}" for one in made]


def test_the_pages_of_links_are_sound(
    page_of: Callable[..., Page], live_server: LiveServer, case: Case
) -> None:
    page = page_of()
    for address in links(case):
        assert faults(page, live_server.url + address, refused=True) == {}
    for address in ("/l/gone", "/l/thank-you/free"):
        assert faults(page, live_server.url + address, refused=False) == {}


def test_a_link_is_answered_by_keyboard_and_without_javascript(
    browser: Browser, live_server: LiveServer, case: Case
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(live_server.url + links(case)[0])
    page.locator("#name").focus()
    page.keyboard.type("Jo Example")
    page.keyboard.press("Tab")
    page.keyboard.type("Head of SEND")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    going.press(page, "Enter")
    assert page.url == f"{live_server.url}/l/thank-you/representative"
    assert cases.seen(case, cast.amina()).state.representatives == {"authority": True}
    page.close()
