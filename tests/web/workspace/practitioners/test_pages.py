"""The pages of the register: what a manager and the person do there, and what is kept when it is refused."""

import csv
import io
import re
from datetime import date

import pytest
from django.test import Client

from evenhand.people.models import Organisation, Person
from evenhand.people.practitioners import actions, declaring
from evenhand.people.practitioners.models import (
    Declaration,
    Employment,
    Insurance,
    PracticeLog,
    Practitioner,
    Registration,
    ServedArea,
    ServiceRule,
    SpokenLanguage,
)
from tests.people.practitioners import makes
from tests.people.practitioners.makes import LONG_AGO
from tests.web.pages import parse

WHERE = "/workspace/practitioners/"
DAY = {"since-day": "1", "since-month": "6", "since-year": "2026"}


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    parse(page.content)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def refused(client: Client, address: str, given: dict[str, str]) -> str:
    """The page of a form that was refused: it is sound, and has the summary."""
    page = client.post(address, given)
    assert page.status_code == 200
    parse(page.content)
    found = page.content.decode()
    assert "There is a problem" in found
    assert "<title>Error: " in found
    for target in re.findall(r'error-summary__list">(.*?)</ul>', found, re.DOTALL):
        for anchor in re.findall(r'href="#([^"]+)"', target):
            assert f'id="{anchor}"' in found
    return found


class TestRegister:
    def test_it_says_who_is_fit_and_what_runs_out_comes_first(
        self, managing: Client, asha: Practitioner, provider: Organisation, manager: Person
    ) -> None:
        zoe = makes.practitioner("Zoe Late", provider, manager)
        makes.employed(zoe, "authority_in_england", "Ealing Council")
        actions.end(zoe.insurance_rows.get(), on=date(2026, 6, 30), by=manager)
        page = text(managing, WHERE)
        assert page.index("Zoe Late") < page.index("Asha Rahman")
        assert "The insurance runs out on 30 June 2026" in page
        assert "Not fit for any work today" in page
        assert "Nobody employed by a council in England counts as independent." in page
        assert "section 54(3)" in page
        assert "Fit today as mediator" in page

    def test_a_mediator_of_an_icb_is_fit_but_not_for_health(
        self, managing: Client, provider: Organisation, manager: Person
    ) -> None:
        one = makes.practitioner("Ida Icb", provider, manager)
        makes.employed(one, "local_health_commissioner", "North West London ICB")
        assert "Fit today as mediator (not where health is at issue)" in text(managing, WHERE)

    def test_the_table_for_a_spreadsheet_is_whole_and_harmless(
        self, managing: Client, asha: Practitioner, manager: Person
    ) -> None:
        Person.objects.filter(pk=asha.person_id).update(name="=SUM(A1)")
        makes.row(SpokenLanguage, asha, code="bfi", since=LONG_AGO)
        makes.row(ServedArea, asha, area="ealing", since=LONG_AGO)
        told = managing.get(f"{WHERE}practitioners.csv")
        assert told["Content-Type"] == "text/csv; charset=utf-8"
        assert told["Content-Disposition"] == 'attachment; filename="practitioners-2026-06-20.csv"'
        (row,) = csv.DictReader(io.StringIO(told.content.decode()))
        assert row == {
            "name": "'=SUM(A1)",
            "service": "Even Mediation",
            "on_the_register_since": "2015-01-01",
            "works_as": "mediator",
            "fit_for": "mediator",
            "why_not": "",
            "registrations": "Civil Mediation Council C 17 to 2029-12-31",
            "insurance": "Fair Mutual P 4 to 2029-12-31",
            "disclosure_checks": "D 9 to 2029-12-31",
            "languages": "British Sign Language (BSL)",
            "areas": "Ealing",
            "employers": "Even Mediation (provider under contract)",
        }

    def test_a_member_comes_on_the_register(self, managing: Client, provider: Organisation) -> None:
        person = makes.member("Ada One", provider, "adviser")
        assert "Ada One" in text(managing, f"{WHERE}add/")
        wrong = refused(
            managing, f"{WHERE}add/", {"since-day": "1", "since-month": "13", "since-year": "2026"}
        )
        assert "Choose a person." in wrong
        assert 'value="13"' in wrong
        done = managing.post(f"{WHERE}add/", {"who": f"{provider.pk}-{person.pk}"} | DAY)
        made = Practitioner.objects.get(person=person)
        assert done["Location"] == f"{WHERE}{made.pk}/"
        assert "Ada One" not in text(managing, f"{WHERE}add/")
        page = text(managing, f"{WHERE}{made.pk}/")
        assert "we cannot tell whether this person is independent" in page

    def test_nobody_from_another_service_can_be_added(self, managing: Client, provider: Organisation) -> None:
        elsewhere = makes.provider("other-mediation")
        person = makes.member("Sol Stranger", elsewhere, "mediator")
        for who in (f"{elsewhere.pk}-{person.pk}", f"{provider.pk}-{person.pk}"):
            managing.post(f"{WHERE}add/", {"who": who} | DAY)
        assert not Practitioner.objects.filter(person=person).exists()

    def test_the_service_says_what_it_asks(
        self, managing: Client, asha: Practitioner, provider: Organisation
    ) -> None:
        asha.registration_rows.get().take_back(by=asha.recorded_by, words="Not hers.")
        assert "no registration is recorded" in text(managing, WHERE)
        address = f"{WHERE}rules/{provider.pk}/"
        page = managing.get(address).content.decode()
        assert page.count(" checked>") == 7
        assert refused(managing, address, {"mediator": "horoscope"})
        managing.post(address, {"mediator": ["insurance"], "adviser": ["insurance", "disclosure_check"]})
        assert list(
            ServiceRule.objects.values_list("work", "registration", "insurance", "disclosure_check")
        ) == [
            ("mediator", False, True, False),
            ("facilitator", False, False, False),
        ]
        assert "Fit today as mediator" in text(managing, WHERE)

    def test_who_left_is_named_apart(self, managing: Client, asha: Practitioner) -> None:
        given = {"on-day": "19", "on-month": "6", "on-year": "2026"}
        assert "cannot be before the first" in refused(
            managing, f"{WHERE}{asha.pk}/leave/", given | {"on-year": "2010"}
        )
        managing.post(f"{WHERE}{asha.pk}/leave/", given)
        page = text(managing, WHERE)
        assert page.index("No longer on the register") < page.index("Asha Rahman")
        assert "is not on the register on 20 June 2026" in text(managing, f"{WHERE}{asha.pk}/")


SCHOOL = "A school, college or early years provider"
ROWS = [
    ("work", {"work": "adviser"}, "Adviser"),
    ("employers", {"employer_kind": "setting", "employer_name": "Elm School"}, f"Elm School: {SCHOOL}"),
    ("employers", {"employer_kind": "self_employed"}, "Nobody: they are self-employed"),
    ("registrations", {"body": "College of Mediators", "number": "77"}, "College of Mediators, 77"),
    ("insurance", {"insurer": "Elm Mutual", "policy": "8"}, "Elm Mutual, 8"),
    ("disclosure-checks", {"kind": "enhanced_barred", "reference": "9"}, "Enhanced, with barred lists, 9"),
    ("languages", {"code": "bsl"}, "British Sign Language (BSL)"),
    ("languages", {"code": "Polish"}, "Polish"),
    ("areas", {"area": "ealing"}, "Ealing"),
    ("days-away", {}, "Away"),
]
ENTRIES = [
    ("training", {"kind": "safeguarding", "hours": "2.5"}, "Safeguarding, 2.5 hours"),
    ("supervision", {"kind": "group", "hours": "1"}, "In a group, 1 hour"),
    ("practice-log", {"kind": "mediation", "hours": "3", "words": "Online"}, "Mediation, 3 hours. Online"),
]
WHEN = {"day-day": "1", "day-month": "June", "day-year": "2026"}


class TestRows:
    @pytest.mark.parametrize(
        ("slug", "given", "said"),
        [(slug, given | DAY, said) for slug, given, said in ROWS]
        + [(slug, given | WHEN, said) for slug, given, said in ENTRIES],
    )
    def test_a_row_is_recorded_once_and_said(
        self, managing: Client, asha: Practitioner, slug: str, given: dict[str, str], said: str
    ) -> None:
        address = f"{WHERE}{asha.pk}/{slug}/add/"
        text(managing, address)
        for _ in range(2):
            assert managing.post(address, given)["Location"] == f"{WHERE}{asha.pk}/"
        page = text(managing, f"{WHERE}{asha.pk}/")
        assert page.count(f"{said} Recorded by Mo Manager") == 1

    @pytest.mark.parametrize(
        ("slug", "given", "message", "kept"),
        [
            ("work", DAY, "Choose which work they do.", 'value="2026"'),
            ("employers", {"employer_kind": "setting"} | DAY, "Type the name of the employer.", "checked"),
            ("employers", {"employer_name": "Elm"} | DAY, "Choose who employs them.", 'value="Elm"'),
            ("employers", {"employer_kind": "the_moon"} | DAY, "Choose who employs them.", 'value="2026"'),
            ("registrations", {"body": "CMC"} | DAY, "Type the number of the entry.", 'value="CMC"'),
            ("registrations", {"body": "C" * 121, "number": "1"} | DAY, "Use at most 120 letters", "C" * 121),
            ("insurance", {"insurer": "Elm", "policy": "8"}, "Type the first day.", 'value="Elm"'),
            (
                "insurance",
                {"insurer": "Elm", "policy": "8", "until-day": "31", "until-month": "5", "until-year": "2026"}
                | DAY,
                "The last day cannot be before the first.",
                'value="31"',
            ),
            (
                "disclosure-checks",
                {"kind": "enhanced", "reference": "9"} | DAY | {"since-day": "31"},
                "June 2026 has 30 days, so there is no 31 June.",
                'value="31"',
            ),
            ("languages", {"code": "Klingon"} | DAY, "We do not know a language called “Klingon”", "Klingon"),
            ("areas", {"area": "zzzz"} | DAY, "We do not know a council called “zzzz”", 'value="zzzz"'),
            ("days-away", {"since-day": "x"}, "The date needs a month.", 'value="x"'),
            ("training", {"kind": "law"} | WHEN, "Type the hours as a number", 'value="law" checked'),
            (
                "training",
                {"kind": "law", "hours": "1000"} | WHEN,
                "Type the hours as a number",
                'value="1000"',
            ),
            (
                "practice-log",
                {"kind": "mediation", "hours": "NaN", "words": "<b>Long</b>"} | WHEN,
                "Type the hours as a number",
                "&lt;b&gt;Long&lt;/b&gt;",
            ),
            (
                "practice-log",
                {"kind": "mediation", "hours": "1"} | WHEN | {"day-day": "21"},
                "That day is still to come.",
                'value="21"',
            ),
        ],
    )
    def test_bad_input_is_refused_and_what_was_typed_is_kept(
        self, managing: Client, asha: Practitioner, slug: str, given: dict[str, str], message: str, kept: str
    ) -> None:
        page = refused(managing, f"{WHERE}{asha.pk}/{slug}/add/", given)
        assert page.count(message) == 2
        assert kept in page

    def test_a_correction_starts_from_what_is_there_and_keeps_it(
        self, managing: Client, asha: Practitioner
    ) -> None:
        row = asha.registration_rows.get()
        address = f"{WHERE}{asha.pk}/registrations/{row.pk}/"
        page = managing.get(address).content.decode()
        same = dict(re.findall(r'name="([\w-]+)" type="text" autocomplete="off" value="([^"]*)"', page))
        assert same["number"] == "C 17"
        assert (same["until-day"], same["until-month"], same["until-year"]) == ("31", "12", "2029")
        managing.post(address, same)
        assert Registration.objects.count() == 1
        managing.post(address, same | {"number": "C 71"})
        assert list(Registration.objects.order_by("pk").values_list("number", "withdrawn_words")) == [
            ("C 17", "Replaced by a corrected entry."),
            ("C 71", ""),
        ]
        assert "Taken back: Replaced by a corrected entry." in text(managing, f"{WHERE}{asha.pk}/")
        assert managing.get(address).status_code == 404

    def test_a_job_gets_its_last_day(self, managing: Client, asha: Practitioner) -> None:
        row = Employment.objects.get()
        address = f"{WHERE}{asha.pk}/employers/{row.pk}/end/"
        given = {"on-day": "20", "on-month": "6", "on-year": "2026"}
        assert "Type the last day." in refused(managing, address, {})
        assert "cannot be before the first" in refused(managing, address, given | {"on-year": "2014"})
        managing.post(address, given)
        assert [one.until for one in Employment.objects.order_by("pk")] == [None, date(2026, 6, 20)]

    def test_taking_back_asks_why(self, managing: Client, asha: Practitioner) -> None:
        row = Insurance.objects.get()
        address = f"{WHERE}{asha.pk}/insurance/{row.pk}/withdraw/"
        assert "Say why." in refused(managing, address, {"words": " "})
        managing.post(address, {"words": "Somebody else’s policy."})
        assert "no insurance is recorded" in text(managing, f"{WHERE}{asha.pk}/")
        row.refresh_from_db()
        assert (row.withdrawn_words, row.stands) == ("Somebody else’s policy.", False)


class TestOwnPage:
    def test_it_leads_to_the_entry_and_lets_her_write_what_is_hers(
        self, herself: Client, asha: Practitioner
    ) -> None:
        assert herself.get(f"{WHERE}own/")["Location"] == f"{WHERE}{asha.pk}/"
        page = herself.get(f"{WHERE}{asha.pk}/").content.decode()
        links = set(re.findall(rf"{WHERE}{asha.pk}/([\w-]+)/add/", page))
        assert links == {"days-away", "training", "supervision", "practice-log"}
        herself.post(f"{WHERE}{asha.pk}/practice-log/add/", {"kind": "mediation", "hours": "3", **WHEN})
        made = PracticeLog.objects.get()
        assert (made.practitioner, made.recorded_by) == (asha, asha.person)

    def test_she_answers_once(self, herself: Client, asha: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
        assert "Not answered yet" in text(herself, f"{WHERE}{asha.pk}/")
        address = f"{WHERE}{asha.pk}/conflicts/{asked.pk}/"
        text(herself, address)
        assert "Choose yes or no." in refused(herself, address, {"words": "hm"})
        assert "Say how you know them." in refused(herself, address, {"knows": "yes"})
        herself.post(address, {"knows": "yes", "words": "My neighbour."})
        herself.post(address, {"knows": "no"})
        assert list(Declaration.objects.values_list("knows", "words")) == [(True, "My neighbour.")]

    def test_another_manager_says_why_it_may_go_on(
        self, managing: Client, herself: Client, asha: Practitioner, manager: Person
    ) -> None:
        told = declaring.tell(practitioner=asha, case_reference="EV-1", by=asha.person, words="A friend.")
        address = f"{WHERE}{asha.pk}/conflicts/{told.pk}/clear/"
        assert herself.get(address).status_code == 404
        assert "A friend." in text(managing, address)
        assert "Say why." in refused(managing, address, {"words": ""})
        managing.post(address, {"words": "Both sides know."})
        assert "Why it may go on, as Mo Manager recorded: Both sides know." in text(
            herself, f"{WHERE}{asha.pk}/"
        )
