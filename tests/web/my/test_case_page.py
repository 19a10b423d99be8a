"""What a family reads on the page of its case, stage by stage."""

from datetime import date
from html import unescape
from typing import Any

import pytest

from evenhand.casework import actions
from evenhand.casework.heart import contents
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import Kind
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.my.families import supporter, two_homes
from tests.web.pages import reads

pytestmark = pytest.mark.django_db


def page(case: Case, person: Person | None = None) -> str:
    """The page of the case, as a reader meets it."""
    answer = cast.client_of(person or cast.cerys()).get(f"/my/cases/{case.reference}/")
    assert answer.status_code == 200
    return unescape(reads(answer.content, "main"))


def after(text: str, heading: str, letters: int = 700) -> str:
    """What follows a heading."""
    assert heading in text, text[:400]
    return text[text.index(heading) :][:letters]


def resolution() -> Case:
    """A disagreement resolution case about duties, its parties invited."""
    case = cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})
    return actions.invite_parties(case=case, by=cases.adviser(), on=date(2026, 6, 15)).case


def agreed() -> Case:
    """An agreement of one thing, drafted and not approved."""
    item = {"what": "Assess Robin’s needs", "who": "authority", "action": "assess"}
    return actions.draft_agreement(
        case=cases.concluded(), by=_mediator(), on=date(2026, 6, 10), items=[item]
    ).case


def made() -> Case:
    """The same agreement, approved by both sides and made on 12 June 2026."""
    case = agreed()
    for key, person in (("party:1", cast.cerys()), ("authority", cast.farah())):
        role = Role.PARENT if key == "party:1" else Role.AUTHORITY_DECIDER
        actions.approve_agreement(
            case=case, by=Actor(person.pk, role, key), on=date(2026, 6, 11), party=key, version=1
        )
    return actions.make_agreement(case=case, by=_mediator(), on=date(2026, 6, 12)).case


def _mediator() -> Actor:
    return Actor(cast.hassan().pk, Role.MEDIATOR, f"mediator:{cast.hassan().pk}")


def test_the_top_says_who_and_what() -> None:
    case = cases.enquiry()
    text = page(case)
    assert "Robin Example: Mediation" in text
    assert "The council said no to an assessment" in text
    assert case.reference in text


def test_an_enquiry_waits_for_the_adviser() -> None:
    said = after(page(cases.enquiry()), "What happens next")
    assert "We ring you and tell you about mediation" in said
    assert "Wednesday 13 May 2026. It is late." in said


def test_after_the_advice_the_family_chooses() -> None:
    said = after(page(cases.advised()), "What happens next")
    assert "Choose: mediation, or not" in said
    assert "Either choice is fine" in said
    assert "Say that you want to mediate" in said
    assert "Say that you do not want to mediate" in said


def test_the_days_say_the_safe_day_the_last_day_and_why() -> None:
    """A notice of 1 May 2026: the adviser by 1 July, the Tribunal by 5pm on 1 July, the safe days before."""
    said = after(page(cases.arranging()), "Your days", 4000)
    assert "The Tribunal must have your appeal" in said
    assert "The last day in law is Wednesday 1 July 2026, by 5pm." in said
    late = after(said, "Late: what others should have done", 400)
    assert "Mediation must be arranged" in late
    assert "Who: The council." in late
    assert "Why" in said


def test_a_certificate_is_told_with_its_use() -> None:
    case = actions.issue_certificate(case=cases.concluded(), by=cases.adviser(), on=date(2026, 6, 12)).case
    said = after(page(case), "Your certificate")
    assert "Issued on Friday 12 June 2026." in said
    assert "You need it if you appeal." in said


def test_the_meeting_says_who_comes_and_where() -> None:
    said = after(page(cases.fixed()), "The meeting ")
    assert "Tuesday 9 June 2026, 10:00 to 12:00" in said
    assert "Online, on a screen" in said
    assert "Somebody from Ealing Council. They have not told us yet who can decide" in said


def test_a_meeting_that_is_over_says_who_did_not_come() -> None:
    case = cases.fixed()
    case = actions.meeting_not_held(
        case=case, by=cases.adviser(), on=date(2026, 6, 9), absent=["authority"], why=""
    ).case
    said = after(page(case), "The meeting When")
    assert "It did not take place." in said
    assert "Who was asked You Ealing Council: did not come" in said


def test_a_meeting_to_come_is_what_happens_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 5, 26))
    said = after(page(cases.fixed()), "What happens next")
    assert "Your meeting Tuesday 9 June 2026, 10:00 to 12:00" in said


def test_a_note_that_was_shown_to_another_is_no_longer_called_private() -> None:
    case = two_homes()
    mother = Actor(cast.cerys().pk, Role.PARENT, "party:1")
    number = next(
        event.number
        for event in cases.seen(case, cast.cerys()).history
        if event.step == "add_note" and event.by.key == "party:1"
    )
    actions.share(case=case, by=mother, on=date(2026, 6, 1), number=number, with_key="person:4")
    assert "and whoever you chose to show it to" in page(case)
    shown = after(page(case, supporter()), "What somebody shows you")
    assert "canary-mother-note" in shown
    assert "canary-mother-message" not in shown


def test_a_draft_waits_for_the_familys_yes_and_says_what_if_it_is_not_done() -> None:
    text = page(agreed())
    said = after(text, "What happens next")
    assert "Read the agreement" in said
    items = after(text, "The agreement It is not made yet")
    assert "Assess Robin’s needs" in items
    assert "Who does it: The council." in items
    assert "write to the council" in items


def test_a_made_agreement_has_a_day() -> None:
    case = made()
    said = after(page(case), "The agreement Everybody said yes. It is made.")
    assert "By Friday 26 June 2026: say that it will assess." in said


def test_resolution_says_what_it_does_not_do_and_that_other_ways_go_on() -> None:
    text = page(resolution())
    assert "No certificate comes of this, and the law sets no last day for it." in text
    assert "Say if you want to meet" in after(text, "What happens next")
    assert "Other ways that are open to you" in text


def test_the_other_ways_open_your_options_with_the_facts_of_the_case() -> None:
    case = cases.arranging()
    client = cast.client_of(cast.cerys())
    answer = client.get(f"/my/cases/{case.reference}/").content.decode()
    link = answer.split('href="/open/')[1].split('"')[0]
    options = client.get(f"/open/{link}", follow=True)
    assert options.redirect_chain[-1][0] == "/your-options"
    said = unescape(reads(options.content, "main"))
    assert "The council said no to an assessment" in said
    assert "Robin" not in said


def test_the_history_says_who_can_see_each_entry() -> None:
    said = after(page(cases.advised()), "What has happened", 3000)
    assert "We told you what mediation is. By: the adviser. Quiet call. Who can see this" in said
    assert "The case began." in said


def test_a_parent_after_coming_of_age_reads_what_was_and_no_more() -> None:
    case = _of_age()
    actions.add_note(
        case=case,
        by=cases.adviser(),
        on=date(2026, 6, 16),
        data_class=contents.DataClass.JOINT_NOTES,
        owner="shared",
        words="canary-after",
    )
    text = page(case)
    assert "The right to decide is the young person’s own now." in text
    assert "We told you what mediation is." in text
    for later in ("canary-after", "What happens next", "Your days", "The meeting", "Write a note"):
        assert later not in text, later


def test_a_parent_whom_the_young_person_lets_read_is_told_so() -> None:
    case = actions.choose_who_acts(
        case=_of_age(), by=cases.adviser(), on=date(2026, 6, 17), who="parent_helps"
    ).case
    text = page(case)
    assert "They let you read here." in text
    assert "Your days" in text
    client = cast.client_of(cast.cerys())
    assert client.get(f"/my/cases/{case.reference}/do/withdraw").status_code == 404


def _of_age() -> Case:
    """A parent's case in which school age ended."""
    from evenhand.casework.heart.events import SYSTEM
    from evenhand.casework.heart.steps import Step
    from evenhand.casework.recording import record

    child: dict[str, Any] = {"name": "Robin Example", "date_of_birth": "2010-03-04"}
    case = cases.advised(child=child)
    return record(case=case, step=Step.COME_OF_AGE, by=SYSTEM, on=date(2026, 6, 15)).case


def test_the_list_has_every_case_and_what_comes_next() -> None:
    first, second = cases.advised(), resolution()
    client = cast.client_of(cast.cerys())
    text = unescape(reads(client.get("/my").content, "main"))
    assert "Robin Example: Mediation" in text
    assert "Choose: mediation, or not." in text
    assert "Robin Example: Disagreement resolution" in text
    assert client.get(f"/my/cases/{first.reference.lower()}").status_code == 200
    assert client.get(f"/my/cases/{second.reference}").status_code == 200


def test_nobodys_list_is_empty_and_staff_go_to_the_workspace() -> None:
    cases.advised()
    assert "You have no case here yet." in reads(cast.client_of(cast.person("Nobody")).get("/my").content)
    answer = cast.client_of(cast.amina()).get("/my")
    assert answer.headers["Location"] == "/workspace"


@pytest.mark.parametrize(
    ("today", "first"),
    [
        pytest.param(date(2026, 6, 29), "We choose a mediator", id="two days before: what the service owes"),
        pytest.param(
            date(2026, 6, 30), "The Tribunal must have your appeal", id="the day before: the family's own"
        ),
        pytest.param(date(2026, 7, 1), "The Tribunal must have your appeal", id="the last day itself"),
    ],
)
def test_a_familys_own_last_day_comes_before_what_others_owe(
    monkeypatch: pytest.MonkeyPatch, today: date, first: str
) -> None:
    """Notice of 1 May 2026: the Tribunal must have the appeal by 1 July. The council's thirty days ended on 13 June."""
    case = cases.arranging()
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: today)
    assert first in after(page(case), "What happens next", 120)
