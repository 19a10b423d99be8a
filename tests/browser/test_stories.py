"""Real cases from the first call to the last page, by each of the cast: by pointer without a script, and by keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.stories import agreeing, asking, managing, mediating, other_ways, secrets_kept
from tests.browser.stories.hands import Keys, Pointer
from tests.browser.stories.stage import Clock, Stage
from tests.people import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=["pointer, no script", "keyboard"])
def stage(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    by_keys = request.param == "keyboard"
    made = Stage(
        browser,
        live_server,
        Clock(monkeypatch, date(2026, 5, 11)),
        Keys if by_keys else Pointer,
        scripts=by_keys,
    )
    for one in cast.EVERYBODY:
        one()
    yield made
    made.close()


def test_from_a_call_to_closed(stage: Stage) -> None:
    mediating.on_the_register()
    asking.a_parent_asks_to_be_called(stage)
    adviser = asking.the_adviser_rings_twice(stage)
    reference = asking.the_adviser_makes_a_case(adviser)
    asking.advice_is_given(adviser)
    mediating.the_parent_gets_a_page(stage, adviser, reference)
    mediating.the_family_wishes(stage, adviser, reference)
    mediating.the_family_keeps_its_own_counsel(stage, reference)
    mediating.the_council_answers(stage, reference)
    mediating.a_mediator_is_chosen(stage, reference)
    mediating.the_meeting_is_fixed(stage, reference)
    mediating.the_meeting_is_held(stage, reference)
    agreeing.the_agreement_is_written(stage, reference)
    agreeing.both_approve_it(stage, reference)
    agreeing.it_is_made_and_certified(stage, reference)
    agreeing.the_things_are_done(stage, reference)
    agreeing.it_is_closed(stage, reference)
    secrets_kept.nobody_reads_anothers_words(stage, reference)


def test_the_family_does_not_wish(stage: Stage) -> None:
    other_ways.the_family_does_not_wish(stage)


def test_the_council_cannot_arrange_it(stage: Stage) -> None:
    other_ways.the_council_cannot_arrange_it(stage)


def test_two_bodies_settle_it(stage: Stage) -> None:
    other_ways.two_bodies_settle_it(stage)


def test_a_school_does_not_agree(stage: Stage) -> None:
    other_ways.a_school_does_not_agree(stage)


def test_a_manager_s_day(stage: Stage) -> None:
    managing.loads_are_read(stage)
    managing.somebody_comes_onto_the_register(stage)
    managing.somebody_is_invited(stage)


def test_health_is_all_that_a_health_officer_sees(stage: Stage) -> None:
    other_ways.health_is_all_that_a_health_officer_sees(stage)


def test_a_mistake_is_put_right(stage: Stage) -> None:
    other_ways.a_mistake_is_put_right(stage)


def test_a_family_withdraws_and_comes_back(stage: Stage) -> None:
    other_ways.a_family_withdraws_and_comes_back(stage)
