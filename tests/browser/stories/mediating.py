"""From the family's wish to the day after the meeting, as each of the cast does it on their own pages."""

import re
from datetime import date

from evenhand.people.practitioners.models import Practitioner, WorksAs
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.people import cast
from tests.people.practitioners import makes

from .hands import Hand, on
from .stage import Stage

CHOSEN, TOLD, ARRANGED, MET = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 18), date(2026, 5, 28)
OF_FAMILY, TO_MEDIATOR, OF_COUNCIL, NOTEBOOK = "canaryfamily", "canarymediator", "canarycouncil", "canarybook"
"""Words that somebody writes down for themself, or in confidence."""


def page_of_case(stage: Stage, reference: str, area: str = "workspace") -> str:
    return f"/{area}/cases/{reference}/"


def on_the_register(first_name: str = "Hassan") -> Practitioner:
    """A mediator whose papers are in order, and who is a facilitator too."""
    person = cast.member(first_name, Role.MEDIATOR, cast.OURS)
    provider, manager = cast.organisation(cast.OURS), cast.eilidh()
    made = Practitioner.objects.create(
        person=person, provider=provider, since=makes.LONG_AGO, recorded_by=manager
    )
    for work in ("mediator", "facilitator"):
        makes.row(WorksAs, made, work=work, since=makes.LONG_AGO)
    makes.in_order(made)
    makes.employed(made, "provider_under_contract", "Northwold Mediation")
    return made


def the_parent_gets_a_page(stage: Stage, adviser: Hand, reference: str) -> Hand:
    """The adviser sends a link that works once, and with it the parent puts the case into their own account."""
    adviser.follow_first("Send a link with which they can follow the case")
    adviser.fill({"to": cast.cerys().email})
    adviser.press("Send the link")
    adviser.says("The link is on its way.")
    sent = Message.objects.filter(address=cast.cerys().email, body__contains="/l/").latest("pk")
    found = re.search(r"/l/\S+", sent.body)
    assert found is not None
    parent = stage.at(cast.cerys(), found[0])
    parent.press("Follow this case")
    parent.says("This case is in your account now.")
    parent = stage.at(cast.cerys(), "/my")
    parent.follow_first("Robin Example")
    return parent


def the_family_wishes(stage: Stage, adviser: Hand, reference: str) -> None:
    stage.on(CHOSEN)
    stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("The family wishes to mediate")
    adviser.fill({"issues": ["education"], "words": "Why there was no assessment.", **on(CHOSEN)})
    adviser.press("Save")
    adviser.says("It is recorded that the family wishes to mediate.", "Mediation chosen")
    adviser.follow("Tell the authority")
    adviser.says("Ealing Council", "Why there was no assessment.")
    adviser.press("Tell the authority")
    adviser.says("The authority has been told.", "Being arranged", "12 June 2026")


def the_family_keeps_its_own_counsel(stage: Stage, reference: str) -> None:
    """The parent writes a note of their own."""
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("The council knows. A meeting is being arranged.")
    parent.follow("Write a note")
    parent.fill({"words": OF_FAMILY})
    parent.press("Save the note")
    parent.says("Your note is saved.", OF_FAMILY)
    parent.follow("Say when you are free")
    parent.fill({"free-2026-05-28": "9 to 12"})
    parent.press("Save")
    parent.says("The times are recorded.")


def the_council_answers(stage: Stage, reference: str) -> None:
    """The officer reads the issues, names who comes, says when they are free, and writes a note of their own."""
    stage.on(TOLD)
    officer = stage.at(cast.dev(), "/workspace")
    officer.follow(reference)
    officer.says("Why there was no assessment.", "Say who will come and can decide")
    officer.follow("Say who will come and can decide")
    officer.fill({"name": "Farah Example", "post": "Head of SEND", "can_decide": "yes", **on(TOLD)})
    officer.press("Save")
    officer.says("It is recorded who will come.", "Farah Example, Head of SEND", "Yes, it was confirmed")
    officer.follow("Say when somebody is free")
    officer.fill({"free-2026-05-28": "9:30 to 12:30"})
    officer.press("Save")
    officer.follow("Add a note to “Own notes: Ealing Council”")
    officer.fill({"words": OF_COUNCIL})
    officer.press("Write it down")
    officer.says(OF_COUNCIL)


def a_mediator_is_chosen(stage: Stage, reference: str) -> None:
    """Asked about conflicts first, then chosen; somebody whose papers ran out cannot be."""
    stage.on(TOLD)
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Choose who does the work")
    adviser.says("Not asked yet about this family, school or officer")
    adviser.fill({"who": str(Practitioner.objects.get(person=cast.hassan()).pk), **on(TOLD)})
    adviser.press("Save")
    adviser.says("Hassan Example has been asked")
    mediator = stage.at(cast.hassan(), "/workspace")
    mediator.follow("My registration")
    mediator.says(reference, "Not answered yet")
    mediator.follow_first("Answer")
    mediator.fill({"knows": "no"})
    mediator.press("Send my answer")
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/do/assign")
    adviser.fill({"who": str(Practitioner.objects.get(person=cast.hassan()).pk), **on(TOLD)})
    adviser.press("Save")
    adviser.says("The work has been given.")
    mediator = stage.at(cast.hassan(), "/workspace")
    mediator.follow(reference)
    mediator.follow("Say when somebody is free")
    mediator.fill({"key": f"mediator:{cast.hassan().pk}", "free-2026-05-28": "all day"})
    mediator.press("Save")
    mediator.says("The times are recorded.")


def the_meeting_is_fixed(stage: Stage, reference: str) -> None:
    """From the times that suit all, with notice to everybody."""
    stage.on(ARRANGED)
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Arranging: who comes, what is missing, when all are free")
    adviser.says("Thursday 28 May 2026")
    adviser.follow_first("09:30 to 11:30")
    adviser.fill({"how": "online", "link": "https://meet.example/one", **on(ARRANGED)})
    adviser.press("Fix the meeting")
    adviser.says("The meeting is fixed.", "Meeting fixed")
    adviser.follow("Give notice of the meeting")
    adviser.says("Thursday 28 May 2026, 09:30 to 11:30")
    adviser.press("Give notice of the meeting")
    adviser.says("Notice of the meeting has been given.", "Notice given")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says(
        "There is a day for your meeting.", "Thursday 28 May 2026, 09:30 to 11:30", "Go to the meeting"
    )
    parent.follow("Write to the mediator")
    parent.fill({"words": TO_MEDIATOR})
    parent.press("Send to the mediator")
    parent.says(TO_MEDIATOR)


def the_meeting_is_held(stage: Stage, reference: str) -> None:
    """By the mediator, who alone reads what the parent wrote, and keeps a notebook."""
    stage.on(MET)
    mediator = stage.at(cast.hassan(), f"/workspace/cases/{reference}/")
    mediator.says(TO_MEDIATOR)
    mediator.follow("Add a note to “Mediator’s own notes: Hassan Example”")
    mediator.fill({"words": NOTEBOOK})
    mediator.press("Write it down")
    mediator.follow("The meeting was held")
    mediator.fill({"came": ["party:1", "authority"], **on(MET)})
    mediator.press("Save")
    mediator.says("It is recorded that the meeting was held.", "Meeting held")
    mediator.follow("Record the outcome")
    mediator.fill({"issue-education": "agreed", "words": "They agree.", **on(MET)})
    mediator.press("Save")
    mediator.says("The outcome is recorded.", "Outcome recorded")
