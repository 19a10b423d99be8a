"""A family's own pages and the pages on which it asks, in a real browser: axe, the keyboard, and no JavaScript."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from evenhand.casework.models import CallBack, Case
from evenhand.people.models import Person
from tests.browser import axe, going
from tests.casework import cases
from tests.people import cast
from tests.web.my import families
from tests.web.my.test_case_page import agreed, made, resolution
from tests.web.my.test_writing import with_a_mediator

NOW = datetime(2026, 6, 22, 7, 30, tzinfo=UTC)
LONG = "Maximiliana-Alexandrina Featherstonehaugh-Cholmondeley von Hohenzollern-Sigmaringen"

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.instant", lambda: NOW)
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 6, 22))


@pytest.fixture(autouse=True)
def _organisations(transactional_db: None) -> None:
    cast.organisation(cast.OURS)
    cast.organisation(cast.AUTHORITY)


def sign_in(context: BrowserContext, server: LiveServer, person: Person) -> None:
    """The person is signed in, in this browser."""
    kept = cast.client_of(person).cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": kept.key, "value": kept.value, "url": server.url}])


def long_names() -> Case:
    """An agreement in a case whose child has a long name."""
    return cases.concluded(child={"name": LONG, "date_of_birth": "2017-03-04"})


def of_age() -> Case:
    """A parent's case after school age ended."""
    from tests.web.my.test_case_page import _of_age

    return _of_age()


CASES: dict[str, Callable[[], Case]] = {
    "enquiry": cases.enquiry,
    "advised": cases.advised,
    "two homes": families.two_homes,
    "agreed": agreed,
    "made": made,
    "resolution": resolution,
    "long names": long_names,
    "of age": of_age,
}


def sound(page: Page) -> None:
    """No fault on the page at either width, in light and in dark."""
    for width in (320, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert axe.faults(page) == [], (page.url, width, scheme)


@pytest.mark.parametrize("name", CASES)
def test_axe_finds_no_fault_on_a_familys_case(browser: Browser, live_server: LiveServer, name: str) -> None:
    case = CASES[name]()
    context = browser.new_context(bypass_csp=True)
    sign_in(context, live_server, cast.cerys())
    page = context.new_page()
    page.goto(f"{live_server.url}/my/cases/{case.reference}/")
    assert page.get_by_role("heading", name="What has happened").is_visible()
    sound(page)
    page.goto(live_server.url + "/my")
    sound(page)
    context.close()


def test_axe_finds_no_fault_in_the_boxes_of_ones_own(browser: Browser, live_server: LiveServer) -> None:
    case = with_a_mediator()
    context = browser.new_context(bypass_csp=True)
    sign_in(context, live_server, cast.cerys())
    page = context.new_page()
    for box in ("notes", "mediator"):
        page.goto(f"{live_server.url}/my/cases/{case.reference}/{box}")
        sound(page)
        going.click(page.locator("main form button"))
        assert page.get_by_role("link", name="Write something first.").is_visible()
        sound(page)
    page.goto(live_server.url + "/my/claim")
    going.click(page.locator("main form button"))
    sound(page)
    context.close()


def fill_in(page: Page, given: dict[str, str]) -> None:
    """Type into fields and choose among choices, by the name of the field."""
    for name, value in given.items():
        field = page.locator(f'[name="{name}"]')
        if field.first.get_attribute("type") in ("radio", "checkbox"):
            page.check(f'[name="{name}"][value="{value}"]')
        else:
            field.fill(value)


def go_on(page: Page) -> None:
    """Press the page's one button."""
    going.click(page.locator("main form button.govuk-button"))


CALL: list[dict[str, str]] = [
    {"name": "Cerys Example"},
    {"phone": "020 7946 0001", "own": "yes"},
    {"whom": "me"},
    {"council": "Ealing"},
    {"day": "2026-06-23"},
    {"slot": "2026-06-23T09:30:00+01:00"},
    {"say": "yes"},
    {"leave": "no"},
    {"language": "Welsh"},
    {"how": "telephone"},
    {"needs": "Please speak slowly."},
    {"agree": "on"},
]
MAY_BE_EMPTY = ("council", "language", "needs")
TASKS: list[dict[str, str]] = [
    {"matter": "refusal_to_assess"},
    {"sent-day": "15", "sent-month": "June", "sent-year": "2026"},
    {"who": "parent"},
    {"council": "Ealing"},
    {"issues": "education_issue"},
    {"name": "Robin Example", "born-day": "4", "born-month": "3", "born-year": "2017"},
    {"name": "Cerys Example"},
    {"phone": "020 7946 0001", "own": "yes"},
    {"email": "cerys@cast.example", "open": "no"},
    {"language": ""},
    {"how": "bsl"},
    {"needs": ""},
    {"day": "2026-06-23"},
    {"slot": "2026-06-23T10:00:00+01:00"},
    {"say": "no"},
    {"leave": "no"},
]


def test_axe_finds_no_fault_on_the_way_to_a_call(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(live_server.url + "/call-me-back")
    for given in CALL:
        sound(page)
        if next(iter(given)) not in MAY_BE_EMPTY:
            go_on(page)  # with nothing in it
            assert page.locator(".govuk-error-summary").is_visible()
            sound(page)
        fill_in(page, given)
        go_on(page)
    assert page.url.endswith("/call-me-back/check")
    sound(page)
    go_on(page)
    assert page.get_by_text("Tuesday 23 June 2026, 09:30 to 10:00").is_visible()
    sound(page)
    context.close()


def test_axe_finds_no_fault_on_the_way_of_asking_online(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(live_server.url + "/ask")
    sound(page)
    fill_in(page, {"wants": "mediation"})
    go_on(page)
    left = list(TASKS)
    while left:
        if page.url.endswith("/ask/tasks"):
            sound(page)
            next_task(page)
        sound(page)
        fill_in(page, left.pop(0))
        go_on(page)
    going.click(page.get_by_role("button", name="Check your answers and send"))
    sound(page)
    go_on(page)
    assert page.get_by_role("heading", name="We have what you sent").is_visible()
    sound(page)
    context.close()


def next_task(page: Page) -> None:
    """Go to the first task that is not done."""
    rows = page.locator("tbody tr").filter(has_not=page.locator("td", has_text="Done"))
    going.click(rows.first.get_by_role("link"))


@pytest.fixture
def without_javascript(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    yield context.new_page()
    context.close()


def test_a_call_is_asked_for_without_javascript(without_javascript: Page, live_server: LiveServer) -> None:
    page = without_javascript
    page.goto(live_server.url + "/call-me-back")
    for given in CALL:
        fill_in(page, given)
        go_on(page)
    go_on(page)
    assert page.get_by_role("heading", name="We will ring you back").is_visible()
    assert CallBack.objects.get().reference in page.inner_text("main")


def test_it_is_asked_online_without_javascript_saved_and_opened_again(
    without_javascript: Page, live_server: LiveServer
) -> None:
    page = without_javascript
    page.goto(live_server.url + "/ask")
    fill_in(page, {"wants": "advice"})
    go_on(page)
    left = list(TASKS)
    while left:
        if page.url.endswith("/ask/tasks"):
            next_task(page)
        if len(left) == 8:
            code = _saved(page)
            page.context.clear_cookies()
            page.goto(live_server.url + "/ask/come-back")
            page.get_by_label("Your code").fill(code)
            go_on(page)
            next_task(page)
        fill_in(page, left.pop(0))
        go_on(page)
    going.click(page.get_by_role("button", name="Check your answers and send"))
    go_on(page)
    assert Case.objects.unseen().get().reference in page.inner_text("main")


def _saved(page: Page) -> str:
    """Save, and read the code."""
    going.click(page.get_by_role("button", name="Save what I typed, and come back later"))
    return page.locator("main .eh-day__act").inner_text()


def test_a_call_is_asked_for_with_the_keyboard_alone(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(live_server.url + "/call-me-back")
    for given in CALL:
        by_keyboard(page, given)
    page.locator("main form button.govuk-button").focus()
    going.press(page, "Enter")
    assert CallBack.objects.get().name == "Cerys Example"
    context.close()


def test_online_is_asked_with_the_keyboard_alone(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(live_server.url + "/ask")
    by_keyboard(page, {"wants": "mediation"})
    left = list(TASKS)
    while left:
        if page.url.endswith("/ask/tasks"):
            tab_to(
                page,
                lambda: page.evaluate("!!document.activeElement.closest('tr')?.querySelector('td strong')"),
            )
            going.press(page, "Enter")
        by_keyboard(page, left.pop(0))
    tab_to(page, lambda: page.evaluate("document.activeElement.getAttribute('href')") == "/ask/check")
    going.press(page, "Enter")
    tab_to(page, lambda: page.evaluate("document.activeElement.textContent.trim()") == "Send")
    going.press(page, "Enter")
    assert page.get_by_role("heading", name="We have what you sent").is_visible()
    context.close()


def tab_to(page: Page, there: Callable[[], bool]) -> None:
    """Press Tab until the focus is there."""
    for _time in range(60):
        page.keyboard.press("Tab")
        if there():
            return
    raise AssertionError("The focus never came there.")


def by_keyboard(page: Page, given: dict[str, str]) -> None:
    """Answer a question with the keys alone: Tab to the field, type, arrows or Space among choices, Enter."""
    page.locator("#main").focus()
    for name, value in given.items():
        tab_to(page, lambda name=name: page.evaluate("document.activeElement.name") == name)
        kind = page.evaluate("document.activeElement.type")
        if kind == "checkbox":
            page.keyboard.press("Space")
        elif kind == "radio":
            page.keyboard.press("Space")
            for _time in range(20):
                if page.evaluate("document.activeElement.value") == value:
                    break
                page.keyboard.press("ArrowDown")
        elif value:
            page.keyboard.type(value)
    tab_to(page, lambda: page.evaluate("document.activeElement.matches('main form button.govuk-button')"))
    going.press(page, "Enter")


def test_a_note_is_written_with_the_keyboard_alone(browser: Browser, live_server: LiveServer) -> None:
    case = with_a_mediator()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    sign_in(context, live_server, cast.cerys())
    page = context.new_page()
    page.goto(f"{live_server.url}/my/cases/{case.reference}/")
    tab_to(page, lambda: page.evaluate("document.activeElement.textContent") == "Write a note")
    going.press(page, "Enter")
    by_keyboard(page, {"words": "Ask about the taxi."})
    assert page.get_by_text("Your note is saved.").is_visible()
    assert page.get_by_text("Ask about the taxi.").first.is_visible()
    context.close()
