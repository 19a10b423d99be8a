"""The routes at a glance say something of every route, and what they say agrees with the answers."""

from evenhand.law import advise
from evenhand.law.advice import ROUTE_ORDER
from evenhand.law.rules.glance import AT_A_GLANCE

FIELDS = ("who", "about", "first", "to", "limit", "bars")
BY_ROUTE = {one.route: one for one in AT_A_GLANCE}


def test_every_route_is_there_once_in_the_contracts_order():
    assert tuple(one.route for one in AT_A_GLANCE) == ROUTE_ORDER


def test_every_column_is_filled_and_cited():
    for one in AT_A_GLANCE:
        assert all(getattr(one, name).strip() for name in FIELDS), one.route
        assert one.cites


def test_what_is_said_to_bar_the_ombudsman_and_the_court_does():
    routes = {
        route.route: route.state
        for route in advise(
            {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-07-01"}
        ).routes
    }
    assert "bars the Ombudsman and judicial review" in BY_ROUTE["appeal"].bars
    assert routes["ombudsman"] == routes["judicial_review"] == "unavailable"


def test_a_route_with_no_limit_never_names_a_date():
    without = {one.route for one in AT_A_GLANCE if one.limit == "none"}
    assert without == {
        "talk", "needs_assessment", "secretary_of_state", "ofsted", "disagreement_resolution",
    }  # fmt: skip
    for matter in ("refusal_to_assess", "duties_not_carried_out", "provision_by_setting"):
        given = advise({"matter": matter, "notice_sent": "2026-06-15", "as_of": "2026-07-01"})
        assert all(route.date is None for route in given.routes if route.route in without)
