"""From a call that a parent asks for to a case, as the parent and the adviser do it."""

from datetime import date

from evenhand.casework.heart.contents import ADVICE_POINTS
from tests.people import cast

from .hands import Hand, on
from .stage import Stage

CALLED, RUNG = date(2026, 5, 11), date(2026, 5, 12)
CALL: list[dict[str, str]] = [
    {"name": "Cerys Example"},
    {"phone": "020 7946 0001", "own": "yes"},
    {"whom": "me"},
    {"council": "Ealing"},
    {"provider": ""},
    {"day": "2026-05-12"},
    {"slot": "2026-05-12T09:30:00+01:00"},
    {"say": "no"},
    {"leave": "no"},
    {"language": ""},
    {"how": "telephone"},
    {"needs": "Please speak slowly."},
    {"agree": "on"},
]
SPOKEN = "canaryspoken"
"""A word that the adviser writes down of the call: for the family and the service alone."""


def a_parent_asks_to_be_called(stage: Stage) -> None:
    stage.on(CALLED)
    parent = stage.at(None, "/")
    parent.follow("Call me back")
    ours = cast.OURS[1]
    for given in CALL:
        parent.fill({"provider": ours} if "provider" in given else given)
        parent.press("Continue")
    parent.press("Ask for the call")
    parent.says("We will ring you back", "Tuesday 12 May 2026, 09:30 to 10:00")


def the_adviser_rings_twice(stage: Stage) -> Hand:
    stage.on(RUNG)
    adviser = stage.at(cast.amina(), "/workspace")
    adviser.follow("Today")
    adviser.follow("1 person waits for a call today")
    adviser.says("09:30–10:00", "Do not say who is calling.", "Leave no message.", "Please speak slowly.")
    adviser.follow("Cerys Example")
    adviser.fill({"reached": "no", "words": "Engaged.", "again_on": "12 5 2026", "again_time": "11:00"})
    adviser.press("Record the try")
    adviser.says("Ring again on Tuesday 12 May 2026, 11:00", "11:00–11:30")
    adviser.follow("Cerys Example")
    adviser.says("nobody answered", "Engaged.")
    adviser.fill({"reached": "yes"})
    adviser.press("Record the try")
    adviser.says("The call is recorded. Open a case from it, or say how it ended.")
    return adviser


def the_adviser_makes_a_case(adviser: Hand) -> str:
    """The case's reference."""
    adviser.follow("Make a case from this call")
    adviser.fill(
        {
            "relation": "parent",
            "child_name": "Robin Example",
            "date_of_birth": "4 3 2017",
            "matter": "refusal_to_assess",
            "letter_dated": "1 May 2026",
        }
    )
    adviser.press("Work it out")
    adviser.says("Last day: Wednesday 1 July 2026, by 5pm.")
    adviser.press("Open the case")
    adviser.says("The case is open.", "First contact", "Record mediation advice")
    return adviser.page.url.rstrip("/").rpartition("/")[2]


def advice_is_given(adviser: Hand) -> None:
    adviser.follow("Record mediation advice")
    adviser.fill({"explained": list(ADVICE_POINTS), "words": SPOKEN, **on(RUNG)})
    adviser.press("Save")
    adviser.says("The mediation advice is recorded.", "Advice given")
