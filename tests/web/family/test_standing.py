"""What the page says before any day: a day that is past may not be the end, nor a day ahead a way."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.web.family.asking import REFUSED, Family, Given
from tests.web.pages import reads

MEDIATED: tuple[Given, ...] = (
    "refusal_to_assess",
    ("1", "4", "2026"),
    "same",
    "parent_of_child",
    ["education_issue"],
    ["adviser_contacted", "authority_told", "mediation_concluded", "agreement"],
    ("1", "5", "2026"),
    ("2", "5", "2026"),
    ("20", "5", "2026"),
    ("20", "5", "2026"),
    ["assess"],
    "Ealing",
)


def whole(family: Family) -> tuple[str, str]:
    """The page, and the plain text with its lines joined."""
    text = family.client.get("/your-options.txt").content.decode()
    return reads(family.get("/your-options"), "main"), " ".join(text.split())


def through(family: Family, *given: Given) -> Family:
    """Answer, and go on with as little as can be said."""
    family.answers(*given)
    while family.at != "/your-answers":
        page = family.at.rpartition("/")[2]
        if page == "happened":
            family.answers("none")
        else:
            family.answers(
                "instead:unknown" if page in ("area", "conduct", "learned", "letter") else "unknown"
            )
    return family


class TestACertificateCanStillBeHad:
    def test_it_is_said_first_and_no_passed_day_heads_the_page(self, family: Family) -> None:
        for said in whole(family.answers(*MEDIATED)):
            first = said.index("Get the mediation certificate now")
            assert first < said.index("A certificate gives one more month for the appeal")
            assert first < said.index("The certificate was due on Tuesday 26 May 2026.")
            assert "one month from the day it was issued counts instead" in said
            assert "Days that have passed" not in said
            assert "The last day in law was Monday 1 June 2026" not in said

    def test_duties_of_others_are_overdue(self, family: Family) -> None:
        for said in whole(family.answers(*MEDIATED)):
            assert "Overdue: what others should have done" in said
            assert "It is overdue. " in said
            assert "It is for the mediation adviser to do. Ask the adviser for it in writing today" in said
            assert "It is for the council to do. Write to the council today" in said

    def test_the_words_fit_where_the_case_stands(self, family: Family) -> None:
        for said in whole(family.answers(*MEDIATED)):
            assert "whether you want mediation" not in said
            assert "Tell the mediation adviser that you want mediation" not in said
            assert "Ask the council if it will meet again" in said


@pytest.mark.parametrize(
    ("who", "heading", "days", "whose"),
    [
        (
            "parent_of_grown",
            "The right is the young person’s own now",
            "The young person’s days",
            "The young person",
        ),
        (
            "child",
            "The right is your parent’s or carer’s for now",
            "Your parent’s or carer’s days",
            "Your parent or carer",
        ),
    ],
)
def test_the_days_of_who_holds_the_right_are_shown_as_theirs(
    family: Family, who: str, heading: str, days: str, whose: str
) -> None:
    for said in whole(through(family, *REFUSED[:3], who)):
        assert said.index(heading) < said.index(days) < said.index("Act by Friday 14 August 2026.")
        assert f"{whose}: Contact the mediation adviser" in said
        assert "The Tribunal must have their appeal" in said
        assert "your appeal" not in said[: said.index("Who to ask") if "Who to ask" in said else 900]
        assert "No last day runs for you now" not in said
    calendar = family.client.get("/your-options.ics").content.decode()
    assert "20260814" in calendar


class TestTheOrder:
    @pytest.mark.parametrize(
        ("matter", "first"),
        [("permanent_exclusion", "within fifteen school days"), ("admission_refused", "twenty school days")],
    )
    def test_school_days_come_first_and_the_court_last(self, family: Family, matter: str, first: str) -> None:
        family.answers(matter)
        while family.at.rpartition("/")[2] in ("letter", "conduct", "sent"):
            family.answers("same" if family.at.endswith("/sent") else ("15", "6", "2026"))
        for said in whole(through(family)):
            assert (
                said.index("What to do, and by when")
                < said.index(first)
                < said.index("The last resort: a court")
            )
            assert said.index("Talk about it") < said.index("The court must have your claim")

    def test_no_last_day_for_help_at_school(self, family: Family) -> None:
        family.answers("provision_by_setting", ("15", "6", "2026"))
        for said in whole(through(family)):
            assert "The law sets no last day for this." in said
            assert "We could not work out" not in said
            assert said.index("Talk about it") < said.index("The court must have your claim")

    def test_a_first_step_without_a_day_stands_before_the_day_that_waits(self, family: Family) -> None:
        family.answers("duties_not_carried_out")
        given: dict[str, Given] = {"sent": "same", "area": "instead:unknown", "happened": "none"}
        given |= dict.fromkeys(("letter", "conduct", "learned"), ("15", "6", "2026"))
        while family.at != "/your-answers":
            family.answers(given.get(family.at.rpartition("/")[2], "unknown"))
        for said in whole(family):
            steps = [said.index(what) for what in ("Use the council’s complaints form", "Ask the Ombudsman")]
            assert steps[0] < steps[1] < said.index("The court must have your claim")


def test_between_the_two_anchors(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.answers("refusal_to_assess", ("1", "6", "2026"), "later", ("5", "6", "2026"))
    family.answers("parent_of_child", ["education_issue"], "none", "instead:unknown")
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 8, 3))
    for said in whole(family):
        assert "Ask for mediation today" in said
        assert "Taking part in mediation leads to one." in said
        assert "From Thursday 6 August 2026 you may also ask the Tribunal for leave" in said
        assert "use the day above" not in said
        assert "Act today" not in said
        assert "Get the certificate first." in said


@pytest.mark.parametrize(
    ("matter", "form"), [("refusal_to_assess", "SEND35A"), ("refusal_to_amend", "SEND35 ")]
)
def test_a_late_appeal_names_the_form_and_what_to_ask_for(
    family: Family, monkeypatch: pytest.MonkeyPatch, matter: str, form: str
) -> None:
    through(family, matter, *REFUSED[1:6])
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 11, 22))
    for said in whole(family):
        assert f"Send form {form.strip()} today." in said
        assert form in said
        assert "leave to appeal without a certificate, and for more time. Give your full reasons." in said
        assert said.index("Appeal late: ask the Tribunal today") < said.index("Days that have passed")


def test_the_certificate_takes_its_days(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.answers(*REFUSED)
    for said in whole(family):
        assert "Ring the adviser at least a week before: the certificate can take three working days" in said
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date(2026, 8, 10))
    for said in whole(family):
        assert "Ring the adviser today: the certificate can take three working days" in said


class TestWhatFitsTheMatter:
    def test_mediation_is_named_only_where_there_is_mediation(self, family: Family) -> None:
        page = reads(family.answers(*REFUSED).get("/your-options"), "main")
        assert "Mediation in Ealing:" in page
        other = Family(Client())
        other.answers("provision_by_setting", "instead:unknown")
        while not other.at.endswith("/area"):
            other.answers(
                "none"
                if other.at.endswith("/happened")
                else "unknown"
                if other.at.endswith(("/who", "/about"))
                else "instead:unknown"
            )
        page = reads(other.answers("Ealing").get("/your-options"), "main")
        asked = page[page.index("Who to ask, for nothing") : page.index("Everybody who helps")]
        assert "Mediation in Ealing" not in asked
        assert "Disagreement resolution in Ealing:" in asked
        assert "who does this in Ealing. It costs you nothing." in page
        assert "Not happy with the help at school?" in page

    def test_families_have_no_part_between_council_and_health(self, family: Family) -> None:
        for said in whole(through(family, "authority_and_commissioner")):
            assert "Families have no part in it." in said
            assert "Not happy with the help at school?" not in said
            assert "ask the council to assess their needs" not in said


def test_the_picture_keeps_dot_and_mark_apart_and_labels_free(family: Family) -> None:
    page = family.answers(*REFUSED).get("/your-options")
    marks = [float(x) + 2 for x in re.findall(r'eh-time__last" x="([\d.]+)"', page)]
    dots = [float(x) for x in re.findall(r'eh-time__safe" cx="([\d.]+)"', page)]
    assert all(abs(mark - dot) >= 10 for mark, dot in zip(marks, dots, strict=True))
    lines = re.findall(r'eh-time__today" [^>]*y1="([\d.-]+)" y2="([\d.]+)"', page)
    words = [float(y) for y in re.findall(r'eh-time__words" x="[\d.]+" y="([\d.]+)"', page)]
    assert lines
    assert not any(float(top) <= y - 3 <= float(foot) for top, foot in lines for y in words)


class TestSmallWords:
    def test_the_day_questions_of_schools_do_not_go_on(self, family: Family) -> None:
        family.answers("permanent_exclusion")
        seen = ""
        while family.at != "/your-answers":
            seen += family.get()
            page = family.at.rpartition("/")[2]
            family.answers(
                "none" if page == "happened" else "instead:unknown" if page != "who" else "unknown"
            )
        assert "If it goes on" not in seen

    def test_the_council_is_asked_with_a_letter_only_where_there_was_one(self, family: Family) -> None:
        assert "the council that sent the letter" in family.answers(*REFUSED[:6]).get()
        other = Family(Client())
        other.answers("discrimination_by_school", "instead:unknown")
        while not other.at.endswith("/area"):
            other.answers("unknown")
        assert "letter" not in reads(other.get(), "main")

    def test_a_saved_link_contradicts_nothing(self, family: Family) -> None:
        page = reads(family.answers(*REFUSED).get("/keep-your-answer"), "main")
        assert "nothing is kept on our side" in page
        assert "Anybody who has the link can open it" in page
        assert "nobody can read" not in page


def test_a_form_without_the_cookie_says_what_is_wrong(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/what-happened", {"answer": "refusal_to_assess"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "need one cookie to remember your answers" in page
    assert 'href="tel:' in page
    assert 'href="/who-helps"' in page
    assert "load it again" not in page
