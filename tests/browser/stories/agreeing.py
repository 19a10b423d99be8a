"""From the draft of an agreement to a closed case, as the mediator, both sides and the adviser do it."""

from datetime import date

from tests.people import cast

from .hands import on
from .mediating import MET
from .stage import Stage

MADE, DONE = date(2026, 5, 29), date(2026, 7, 1)
FEEDBACK = "canaryfeedback"
"""What the parent says about the service, for its manager."""


def the_agreement_is_written(stage: Stage, reference: str) -> None:
    mediator = stage.at(cast.hassan(), f"/workspace/cases/{reference}/")
    mediator.follow("Write the agreement")
    mediator.fill({"what-0": "Assess Robin.", "who-0": "authority", "action-0": "assess"})
    mediator.press("Add another thing")
    mediator.fill({"what-1": "Ring once a week.", "who-1": "authority", "action-1": "other", **on(MET, "on")})
    mediator.fill(on(date(2026, 6, 30), "by-1"))
    mediator.press("Save")
    mediator.says("The agreement is written, for every party to read.", "Ring once a week.")


def both_approve_it(stage: Stage, reference: str) -> None:
    """Each on their own page: the parent, and whoever decides for the council; its officer may not."""
    stage.on(MADE)
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("It is not made yet. We wait for a yes from: you, Ealing Council.")
    parent.follow("Read the agreement, and approve it or not")
    parent.says("Assess Robin.", "Ring once a week.", "By 30 June 2026, as agreed.")
    parent.press("Approve this version")
    parent.says("The agreement is approved.", "We wait for a yes from: Ealing Council.")
    decider = stage.at(cast.farah(), "/workspace")
    decider.follow(reference)
    decider.follow("Approve the agreement")
    decider.says("Assess Robin.", "Ring once a week.")
    decider.press("Approve this version")
    decider.says("The agreement is approved.")


def it_is_made_and_certified(stage: Stage, reference: str) -> None:
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("The agreement is made")
    adviser.press("Make the agreement")
    adviser.says("The agreement is made.", "Agreement being followed up")
    adviser.follow("Issue the certificate")
    adviser.says("The family took part in mediation", "Robin Example", "Ealing Council")
    adviser.press("Issue the certificate")
    adviser.says("The certificate is issued: its number, its day and its ground are recorded.", "Certificate")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("You have an agreement. Now it is carried out.", "Your certificate", "Send it with the form")


def the_things_are_done(stage: Stage, reference: str) -> None:
    """Each side says so on its own page."""
    stage.on(DONE)
    officer = stage.at(cast.dev(), f"/workspace/cases/{reference}/")
    for number in ("0:final", "1"):
        officer.follow("Was it done?")
        officer.fill({"item": number, "done": "yes"})
        officer.press("Save")
        officer.says("What you said is recorded.")
        parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
        parent.follow("Say if it was done")
        parent.fill({"item": number, "done": "yes"})
        parent.press("Save")
        parent.says("We have noted what you said.", "Done.")


def it_is_closed(stage: Stage, reference: str) -> None:
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Close the case")
    adviser.fill({"reason": "done"})
    adviser.press("Close the case")
    adviser.says("The case is closed.", "The case has ended. Nothing runs in it any more.")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("This case is closed.")
    parent.follow("Tell us how it went")
    parent.fill({"fair": "5", "words": FEEDBACK})
    parent.press("Send")
    parent.says("Thank you. The manager reads it.")
