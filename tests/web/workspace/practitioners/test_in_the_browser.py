"""The register in a real browser: axe in every state, narrow and wide, and a job recorded by keyboard alone."""

import os
from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from evenhand.people.models import Person
from evenhand.people.practitioners import actions, declaring
from evenhand.people.practitioners.models import Employment, Practitioner
from tests import chromium
from tests.browser import axe, going
from tests.people.practitioners import makes
from tests.people.practitioners.makes import LONG_AGO

# Playwright keeps an event loop running in this thread, and Django then takes every query of a
# test for one that would block it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WHERE = "/workspace/practitioners/"

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.launched() as launched:
        yield launched


def page_of(browser: Browser, live_server: LiveServer, signed_in: Client, width: int, **more: bool) -> Page:
    """A page of a browser that is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, **more)  # type: ignore[arg-type]
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": signed_in.cookies[name].value, "url": live_server.url}])
    return context.new_page()


@pytest.fixture
def full(asha: Practitioner, manager: Person) -> Practitioner:
    """An entry with rows of every kind and in every state, and three answers about conflicts."""
    actions.change(asha.registration_rows.get(), by=manager, until=date(2026, 7, 1))
    makes.employed(asha, "authority_in_england", "Ealing Council", until=date(2026, 6, 30))
    makes.employed(asha, "setting", "Elm School", until=date(2020, 6, 30))
    declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
    for reference in ("EV-2", "EV-3"):
        told = declaring.tell(practitioner=asha, case_reference=reference, by=asha.person, words="A friend.")
    declaring.clear(told, by=manager, words="Both sides know.")
    return asha


def addresses(one: Practitioner) -> list[str]:
    job = one.employment_rows.standing().first()
    declarations = {told.case_reference: told.pk for told in one.declarations.all()}
    at = f"{WHERE}{one.pk}/"
    return [
        WHERE,
        f"{WHERE}add/",
        f"{WHERE}rules/{one.provider_id}/",
        at,
        f"{at}leave/",
        f"{at}employers/add/",
        f"{at}training/add/",
        f"{at}employers/{job.pk}/",
        f"{at}employers/{job.pk}/end/",
        f"{at}employers/{job.pk}/withdraw/",
        f"{at}conflicts/{declarations['EV-2']}/clear/",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_no_fault_and_nothing_is_too_wide(
    browser: Browser, live_server: LiveServer, managing: Client, full: Practitioner, width: int, scheme: str
) -> None:
    page = page_of(browser, live_server, managing, width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faults = {}
    for address in addresses(full):
        page.goto(live_server.url + address)
        assert page.url == live_server.url + address
        faults[address] = axe.faults(page)
        if page.locator("main form").count():
            page.goto(live_server.url + address)
            going.click(page.locator("main form button"))
            faults[f"{address}, refused"] = axe.faults(page)
    page.context.close()
    assert {address: found for address, found in faults.items() if found} == {}


def test_her_own_pages_have_no_fault(
    browser: Browser, live_server: LiveServer, herself: Client, full: Practitioner
) -> None:
    page = page_of(browser, live_server, herself, 320)
    question = full.declarations.get(case_reference="EV-1")
    for rest in ("", f"conflicts/{question.pk}/", "practice-log/add/"):
        page.goto(f"{live_server.url}{WHERE}{full.pk}/{rest}")
        assert axe.faults(page) == [], rest
    page.context.close()


def test_a_job_is_recorded_by_keyboard_and_without_javascript(
    browser: Browser, live_server: LiveServer, managing: Client, asha: Practitioner
) -> None:
    page = page_of(browser, live_server, managing, 1280, java_script_enabled=False)
    page.goto(f"{live_server.url}{WHERE}{asha.pk}/employers/add/")
    page.locator("#employer_kind").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Ealing Council")
    for part in ("1", "1", "2024"):
        page.keyboard.press("Tab")
        page.keyboard.type(part)
    going.press(page, "Enter")
    assert page.url == f"{live_server.url}{WHERE}{asha.pk}/"
    assert "Not fit for any work today" in page.locator("main").inner_text()
    assert list(Employment.objects.order_by("pk").values_list("employer_name", "since")) == [
        ("Even Mediation", LONG_AGO),
        ("Ealing Council", date(2024, 1, 1)),
    ]
    page.context.close()
