"""The ways beside the long one: no wish to mediate, no way to arrange it, disagreements, mistakes, and second thoughts."""

import re
from datetime import date

from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.models import Case
from evenhand.people.practitioners.models import Practitioner
from tests.casework import cases
from tests.people import cast

from .hands import Hand, on
from .mediating import on_the_register, the_parent_gets_a_page
from .stage import Stage

RANG, LATER = date(2026, 5, 11), date(2026, 5, 15)
AGREED, CORRECTED, MET = date(2026, 5, 18), date(2026, 5, 20), date(2026, 6, 2)


def reference_on(hand: Hand) -> str:
    """The reference of the case whose page this is."""
    return hand.page.url.rstrip("/").rpartition("/")[2]


def the_family_does_not_wish(stage: Stage) -> None:
    """Everything in one call, typed as they talk; the certificate comes three working days later at most."""
    stage.on(RANG)
    adviser = stage.at(cast.amina(), "/workspace")
    adviser.follow("New case")
    adviser.fill(
        {
            "caller": "Cerys Example",
            "phone": "020 7946 0001",
            "relation": "parent",
            "child_name": "Robin Example",
            "date_of_birth": "4 3 2017",
            "council": "Ealing",
            "matter": "plan_contents",
            "letter_dated": "1 May 2026",
            "sections": ["B", "F"],
            "explained": list(ADVICE_POINTS),
            "wants": "no",
        }
    )
    adviser.press("Open the case")
    adviser.says("Certificate due", "Thursday 14 May 2026", "3 days left")
    reference = reference_on(adviser)
    stage.on(LATER)
    adviser = stage.at(cast.amina(), "/workspace")
    adviser.says("1 day late")
    adviser.follow(reference)
    adviser.follow("Issue the certificate")
    adviser.says("The family does not wish to mediate")
    adviser.press("Issue the certificate")
    adviser.says("Certificate issued", "The family does not wish to mediate")
    adviser.follow("Close the case")
    adviser.fill({"reason": "appealed"})
    adviser.press("Close the case")
    adviser.says("The case has ended.")


def the_council_cannot_arrange_it(stage: Stage) -> None:
    """The certificate comes of it, and the mediation follows all the same."""
    on_the_register()
    stage.on(AGREED)
    reference = cases.arranging().reference
    officer = stage.at(cast.dev(), "/workspace")
    officer.follow(reference)
    officer.follow("The authority cannot arrange it in 30 days")
    officer.says("The certificate is then issued within three working days.")
    officer.press("Record it")
    officer.says("It is recorded that mediation cannot be arranged in time.", "Cannot be arranged in time")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("The council cannot arrange a meeting in time. The certificate comes next.")
    adviser = stage.at(cast.amina(), "/workspace")
    adviser.follow(reference)
    adviser.follow("Issue the certificate")
    adviser.says("The authority could not arrange mediation in time")
    adviser.press("Issue the certificate")
    adviser.says("Certificate issued")
    _it_is_held_all_the_same(stage, adviser, reference)


def _it_is_held_all_the_same(stage: Stage, adviser: Hand, reference: str) -> None:
    adviser.follow("Fix the meeting")
    where = {"starts": "10:00", "ends": "12:00", "how": "in_person", "place": "1 High Street"}
    adviser.fill({**on(MET, "meeting_on"), **where})
    adviser.press("Fix the meeting")
    adviser.says("Meeting fixed", "1 High Street")
    adviser.follow("Give notice of the meeting")
    adviser.press("Give notice of the meeting")
    stage.on(MET)
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("The meeting was held")
    adviser.fill({"came": ["party:1", "authority"]})
    adviser.press("Save")
    adviser.follow("Record the outcome")
    adviser.fill({"issue-education": "not_agreed"})
    adviser.press("Save")
    adviser.says("Outcome recorded", "Not agreed")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("The meeting is over.", "Your certificate", "Mediation could not be arranged in time.")


def two_bodies_settle_it(stage: Stage) -> None:
    """The fourth kind: opened by the council's officer, without a family, and agreed to by the commissioning body."""
    facilitator = on_the_register()
    stage.on(RANG)
    officer = stage.at(cast.dev(), "/workspace")
    officer.follow("Disagreement resolution")
    officer.says("There is no family in it, so name no child.")
    ours = str(cast.organisation(cast.OURS).pk)
    officer.fill({"provider": ours, "commissioning_body": "North West London ICB"})
    officer.press("Open the case")
    officer.says("Between the authority and the commissioning body", "No clock of the law runs in it")
    reference = reference_on(officer)
    adviser = stage.at(cast.amina(), "/workspace/board/provider")
    adviser.follow(reference)
    adviser.follow("Invite the parties")
    adviser.says("Ealing Council", "North West London ICB", "no other way is closed by it")
    adviser.press("Invite the parties")
    adviser.says("Parties invited")
    for who in (cast.dev(), cast.gwen()):
        party = stage.at(who, "/workspace")
        party.follow(reference)
        party.follow("Agree to meet")
        party.press("Agree to meet")
        party.says("It is recorded that they agree to meet.")
    party.says("Everybody agreed to meet")
    _they_meet(stage, reference, facilitator)


def _they_meet(stage: Stage, reference: str, facilitator: Practitioner) -> None:
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Choose who does the work")
    adviser.fill({"who": str(facilitator.pk)})
    adviser.press("Save")
    adviser.says("has been asked if they know this family, school or officer")
    hassan = stage.at(cast.hassan(), "/workspace/practitioners/own/")
    hassan.follow_first("Answer")
    hassan.fill({"knows": "no"})
    hassan.press("Send my answer")
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/do/assign")
    adviser.fill({"who": str(facilitator.pk)})
    adviser.press("Save")
    adviser.follow("Fix the meeting")
    where = {"starts": "10:00", "ends": "12:00", "how": "telephone"}
    adviser.fill({**on(MET, "meeting_on"), **where})
    adviser.press("Fix the meeting")
    adviser.follow("Give notice of the meeting")
    adviser.press("Give notice of the meeting")
    stage.on(MET)
    hassan = stage.at(cast.hassan(), "/workspace")
    hassan.follow(reference)
    hassan.follow("The meeting was held")
    hassan.fill({"came": ["authority", "commissioning_body"]})
    hassan.press("Save")
    hassan.follow("Record the outcome")
    hassan.fill({"issue-health": "part"})
    hassan.press("Save")
    hassan.says("Outcome recorded", "Agreed in part")
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Close the case")
    adviser.fill({"reason": "done"})
    adviser.press("Close the case")
    adviser.says("The case has ended.")


def a_school_does_not_agree(stage: Stage) -> None:
    """The second kind: a family and its school, which need not say why; nothing is read into it."""
    stage.on(RANG)
    adviser = stage.at(cast.amina(), "/workspace")
    adviser.follow("New case")
    adviser.follow("Disagreement resolution instead")
    adviser.fill(
        {
            "matter": "provision_by_setting",
            "council": "Ealing",
            "setting": "Hill School",
            "caller": "Cerys Example",
            "relation": "parent",
            "child_name": "Robin Example",
        }
    )
    adviser.press("Open the case")
    adviser.says("Provision by the school or college", "No clock of the law runs in it")
    reference = reference_on(adviser)
    the_parent_gets_a_page(stage, adviser, reference)
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Invite the parties")
    adviser.press("Invite the parties")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.follow("Agree to meet")
    parent.press("Agree to meet")
    parent.says("We have noted that you agree to meet.")
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Do not agree to meet")
    adviser.fill({"party": "setting"})
    adviser.press("Record it")
    adviser.says("No reason was asked, and nothing is read into it.", "Not everybody agrees to meet")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("Somebody does not want to meet. So there is no meeting. It does not say who is right.")
    assert "Hill School does not" not in parent.text
    adviser.follow("Close the case")
    adviser.fill({"reason": "settled"})
    adviser.press("Close the case")
    adviser.says("The case has ended.")


def a_mistake_is_put_right(stage: Stage) -> None:
    """The advice was given a day later than was written down; the history still says what was believed before."""
    stage.on(AGREED)
    reference = cases.advised().reference
    stage.on(CORRECTED)
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.follow("Correct an entry")
    adviser.follow_first("Mediation advice was given")
    adviser.fill(on(date(2026, 5, 13)))
    adviser.press("Correct it")
    adviser.says("The entry is corrected.")
    adviser.says("Believed until then: it happened on 12 May 2026. Believed now: it happened on 13 May 2026.")
    adviser.follow("What was believed on a day")
    adviser.fill({"day": "18", "month": "5", "year": "2026"})
    adviser.press("Show that day")
    adviser.says("What was believed on Monday 18 May 2026", "Stage: Advice given", "Tuesday 12 May 2026")
    assert "13 May 2026" not in adviser.text


def a_family_withdraws_and_comes_back(stage: Stage) -> None:
    stage.on(AGREED)
    reference = cases.arranging().reference
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.follow("Stop, and end your case")
    parent.says("If you only do not want to mediate, say that instead")
    parent.press("End my case")
    parent.says("Your case is ended. You can ask us to open it again.")
    adviser = stage.at(cast.amina(), f"/workspace/cases/{reference}/")
    adviser.says("Withdrawn", "The case has ended. Nothing runs in it any more.")
    adviser.follow("Open the case again")
    adviser.fill({"why": "They rang again."})
    adviser.press("Open the case again")
    adviser.says("The case is open again.", "Being arranged")
    parent = stage.at(cast.cerys(), f"/my/cases/{reference}/")
    parent.says("The council knows. A meeting is being arranged.")


def health_is_all_that_a_health_officer_sees(stage: Stage) -> None:
    """One case about health, of which the body was told, and one that is not."""
    stage.on(AGREED)
    body = cast.organisation(cast.BODY)
    health: Case = cases.arranging(health=True, commissioning_body=body)
    other: Case = cases.arranging(commissioning_body=body)
    officer = stage.at(cast.gwen(), "/workspace")
    assert other.reference not in officer.text
    adviser = stage.at(cast.amina(), f"/workspace/cases/{health.reference}/")
    adviser.follow("The commissioning body has been told")
    adviser.press("Save")
    adviser.says("It is recorded that the commissioning body has been told.")
    officer = stage.at(cast.gwen(), "/workspace")
    officer.says(health.reference)
    assert other.reference not in officer.text
    officer.follow(health.reference)
    officer.says("Why there was no assessment.", "Say who will come and can decide")
    assert _answer(stage, officer, other.reference) == _answer(stage, officer, "0000-0000")


def _answer(stage: Stage, hand: Hand, reference: str) -> str:
    """The answer for a case that is not the reader's, without the mark of the form that signs out."""
    found = hand.page.request.get(f"{stage.server.url}/workspace/cases/{reference}/")
    assert found.status == 404
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", found.text())
