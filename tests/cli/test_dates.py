"""`evenhand dates`: the quick answer for a person."""

import json
import os
import pty
import subprocess
import sys

import pytest

from evenhand.cli import said
from evenhand.cli.page import provisions
from evenhand.law import advise
from evenhand.law.advice import DATE_ORDER, ROUTE_ORDER
from evenhand.law.facts import MATTERS
from evenhand.law.mechanism.registry import CLOCKS, ROUTES

FACTS = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-07-01"}


@pytest.fixture
def page(run, monkeypatch):
    """The page, its lines joined: wrapping is tested by itself."""
    monkeypatch.setenv("COLUMNS", "96")

    def shown(*words):
        ran = run("dates", *words)
        assert (ran.status, ran.err) == (0, "")
        return " ".join(ran.out.decode().split())

    return shown


class TestTheAnswerOfTheReadme:
    def test_the_day_to_act_by_comes_first(self, page):
        text = page("2026-06-15", "--today", "2026-07-01")
        assert "The letter was sent on Monday 15 June 2026." in text
        assert "Contact a mediation adviser: act by Friday 14 August 2026." in text
        assert "Act by Friday 14 August 2026 (in 44 days). Last day in law: Saturday 15 August 2026." in text
        assert (
            "Act by Friday 14 August 2026 (in 44 days). Last day in law: Tuesday 1 September 2026, by 5pm."
            in text
        )

    def test_says_why_with_the_provision(self, page):
        text = page("2026-06-15", "--today", "2026-07-01")
        assert "[SEND Regulations 2014, regulations 33 and 34(2)]" in text
        assert "[Tribunal Rules 2008, rule 12(3)]" in text

    def test_says_whose_and_what_is_open(self, page):
        text = page("2026-06-15", "--today", "2026-07-01")
        assert "Contact a mediation adviser (the family)" in text
        assert "Open now - Talk to them" in text
        assert "An appeal to the Tribunal (after a mediation certificate)" in text

    def test_says_what_it_assumed_and_how_to_ask_otherwise(self, page):
        text = page("2026-06-15", "--today", "2026-07-01")
        assert "Assumed - The council refused to assess. For another decision add --matter" in text

    def test_the_json_is_that_of_advise(self, run):
        ran = run("dates", "2026-06-15", "--today", "2026-07-01", "--json")
        assert (ran.status, ran.out) == (0, advise(FACTS).json())

    def test_as_a_user_runs_it(self, process):
        ran = process("dates", "15", "June", "2026", "--today=1/7/2026")
        assert ran.status == 0
        assert b"act by Friday 14 August 2026" in ran.out


class TestWhatMayBeSaid:
    def test_another_matter_with_hyphens(self, page):
        assert "ceasing to maintain" in page(
            "2026-06-15", "--matter", "ceasing-to-maintain", "--today", "2026-07-01"
        )

    def test_sections_make_it_the_contents_of_the_plan(self, run):
        ran = run("dates", "2026-06-15", "--sections", "b,i", "--today", "2026-07-01", "--json")
        facts = {**FACTS, "matter": "plan_contents", "sections": ["B", "I"]}
        assert ran.out == advise(facts).json()

    def test_contents_of_the_plan_without_sections_asks_for_them(self, page):
        assert "add --sections B,F" in page(
            "2026-06-15", "--matter", "plan_contents", "--today", "2026-07-01"
        )

    def test_a_certificate(self, run):
        ran = run("dates", "2026-06-15", "--certificate", "20 July 2026", "--today", "2026-07-21", "--json")
        facts = {**FACTS, "certificate_issued": "2026-07-20", "as_of": "2026-07-21"}
        assert ran.out == advise(facts).json()

    @pytest.mark.parametrize(
        "words",
        [
            ("15", "June", "2026", "--today", "1", "July", "2026"),
            ("--today", "1", "July", "2026", "15", "June", "2026"),
            ("--today", "Wed", "1st", "July", "2026", "Monday", "15", "June", "2026"),
            ("--today", "1/7/2026", "15", "June", "2026"),
            ("--today", "2026-07-01", "2026-06-15"),
        ],
    )
    def test_days_of_several_words_in_any_order(self, run, words):
        assert run("dates", *words, "--json").out == advise(FACTS).json()

    @pytest.mark.parametrize(
        ("matter", "fact"),
        [("discrimination_by_school", "conduct_on"), ("permanent_exclusion", "governors_decided_on")],
    )
    def test_the_day_of_other_matters_is_not_a_letter(self, run, matter, fact):
        ran = run("dates", "2026-06-15", "--matter", matter, "--today", "2026-07-01", "--json")
        assert ran.out == advise({"matter": matter, fact: "2026-06-15", "as_of": "2026-07-01"}).json()

    def test_the_sections_are_asked_for_first_and_no_court_stands_beside_an_appeal(self, page):
        text = page("2026-06-15", "--matter", "plan_contents", "--today", "2026-07-01")
        assert text.startswith("First say which sections")
        assert "udicial review" not in text

    @pytest.mark.parametrize(
        ("matter", "first"),
        [
            ("admission_refused", "Appeal to the panel; you have at least twenty school days"),
            ("permanent_exclusion", "Ask for the review within fifteen school days"),
            ("provision_by_setting", "The law sets no last day for this"),
        ],
    )
    def test_the_court_comes_last(self, page, matter, first):
        text = page("2026-06-15", "--matter", matter, "--today", "2026-06-20")
        assert f"What to do next 1. {first}" in text
        assert "Only as a last resort: Ask the court" in text or matter == "permanent_exclusion"

    @pytest.mark.parametrize("matter", MATTERS)
    def test_every_matter_has_a_page(self, page, matter):
        assert "Open now" in page("2026-06-15", "--matter", matter, "--today", "2026-07-01")

    def test_today_is_todays_date(self, page, today):
        today("2026-08-03")
        assert "As things stand on Monday 3 August 2026" in page("2026-06-15")

    def test_a_day_to_come_is_answered_for_that_day_and_says_so(self, page, today):
        today("2026-01-05")
        text = page("2026-06-15")
        assert text.startswith("This day has not come yet: Monday 15 June 2026 is still to come.")
        assert "Tuesday 1 September 2026, by 5pm" in text

    def test_a_day_that_others_would_read_otherwise_is_read_back(self, page):
        assert "3/4/2026 is Friday 3 April 2026, the day first" in page("3/4/2026", "--today", "2026-05-01")
        assert "the day first" not in page("15/4/2026", "--today", "2026-05-01")


class TestWhenTimeRunsOut:
    def test_on_the_last_day_it_says_to_act_today(self, page):
        text = page("2026-06-15", "--sections", "I", "--today", "2026-09-01")
        assert "act today, for the day to act by was Friday 14 August 2026" in text

    def test_afterwards_it_says_what_may_still_be_done(self, page):
        text = page("2026-06-15", "--today", "2026-11-22")
        assert "The last day has passed." in text
        assert "What to do next 1. The adviser was not contacted in time; the Tribunal may give leave" in text
        assert "act by" not in text.lower()

    def test_a_late_appeal_names_the_form(self, page):
        text = page("2026-06-15", "--today", "2026-11-22")
        assert "Send form SEND35A today, ask in it for leave to appeal without a certificate" in text
        text = page("2026-06-15", "--matter", "refusal_to_amend", "--today", "2026-11-22")
        assert "Send form SEND35 today" in text
        text = page("2026-06-15", "--certificate", "2026-07-01", "--today", "2026-11-22")
        assert "Send form SEND35A today, ask in it for more time, and give" in text

    def test_the_certificate_takes_its_days(self, page):
        assert "Ring the adviser at least a week before" in page("2026-06-15", "--today", "2026-07-01")
        assert "Ring the adviser today" in page("2026-06-15", "--today", "2026-08-10")

    def test_two_readings_are_both_told(self, run, page):
        given = json.loads(run("dates", "2027-05-31", "--json", "--today", "2027-06-01").out)
        arguable = [date for date in given["dates"] if (date["caution"] or {}).get("arguable_on")]
        text = page("2027-05-31", "--today", "2027-06-01")
        assert arguable
        assert text.count("The other day is") == len(arguable)

    def test_a_caution_is_told(self, page):
        assert "Take care: From 1 May to 25 September 2020" in page("2020-05-04", "--today", "2020-05-05")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        pytest.param(
            ("2026-06-15", "--today", "31/6/2026"), "--today: June 2026 has 30 days", id="which option"
        ),
        pytest.param((), "say on which day", id="no day"),
        pytest.param(("31 June 2026",), "June 2026 has 30 days", id="no such day"),
        pytest.param(
            ("2026-06-15", "--matter", "refusal"), "there is no matter 'refusal'.", id="an unknown matter"
        ),
        pytest.param(
            ("2026-06-15", "--matter", "plan_content"), "Did you mean plan_contents?", id="a matter misspelt"
        ),
        pytest.param(("2026-06-15", "--section", "B"), "Did you mean --sections?", id="an option misspelt"),
        pytest.param(("2026-06-15", "--json=yes"), "dates has no option --json", id="a flag with a value"),
        pytest.param(("2026-06-15", "--today"), "--today needs a value", id="no value"),
        pytest.param(
            ("2026-06-15", "--today", "--json"), "--today needs a value", id="an option for a value"
        ),
        pytest.param(("2026-06-15", "--today=1/7/2026", "--today=2/7/2026"), "given twice", id="twice"),
        pytest.param(("2026-06-15", "--sections", "Z"), "--sections has", id="no such section"),
        pytest.param(
            ("2026-06-15", "--today", "2026-06-14"),
            "the day of the letter (2026-06-15) cannot be after --today (2026-06-14)",
            id="a letter to come",
        ),
        pytest.param(
            ("2026-06-15", "--certificate", "2026-06-01", "--today", "2026-07-01"),
            "--certificate (2026-06-01) cannot be before the day of the letter",
            id="a certificate before the letter",
        ),
        pytest.param(("2014-08-31",), "begins on 1 September 2014", id="before the law"),
        pytest.param(("2041-01-01",), "31 December 2040", id="after the horizon"),
    ],
)
def test_is_refused_in_one_line(run, words, part):
    ran = run("dates", *words)
    assert (ran.status, ran.out) == (2, b"")
    assert part in ran.err
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 320


class TestTheTerminal:
    def test_no_colour_in_a_pipe(self, process):
        assert b"\x1b" not in process("dates", "2026-06-15", env={"TERM": "xterm"}).out

    def test_colour_on_a_terminal(self):
        assert b"\x1b[1m" in self._on_a_terminal()

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_no_colour_where_it_is_not_wanted(self, env):
        assert b"\x1b" not in self._on_a_terminal(**env)

    @pytest.mark.parametrize("columns", [20, 40, 80, 200])
    def test_wraps_to_the_width(self, run, monkeypatch, columns):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = run("dates", "2026-06-15", "--today", "2026-07-01").out.decode().splitlines()
        longest = max(len(line) for line in lines)
        assert longest <= max(36, min(columns, 96))
        assert longest > min(columns, 96) - 20

    def test_an_encoding_without_the_characters_is_no_fault(self, process):
        ran = process("dates", "2026-06-15", env={"PYTHONIOENCODING": "ascii"})
        assert (ran.status, ran.err) == (0, "")

    @staticmethod
    def _on_a_terminal(**env):
        ours, theirs = pty.openpty()
        try:
            command = [sys.executable, "-m", "evenhand.cli", "dates", "2026-06-15", "--today", "2026-07-01"]
            wanted = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
            done = subprocess.Popen(command, stdout=theirs, env={**wanted, "TERM": "xterm", **env})
            os.close(theirs)
            seen = b""
            while piece := _read(ours):
                seen += piece
            assert done.wait(60) == 0
        finally:
            os.close(ours)
        assert b"Tuesday 1 September 2026" in seen
        return seen


def _read(terminal):
    """What the terminal shows; nothing once the command has ended, which Linux calls an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


class TestEveryNameIsSaid:
    def test_matters(self):
        assert tuple(said.MATTERS) == MATTERS

    def test_dates(self):
        assert tuple(said.DATES) == DATE_ORDER

    def test_routes(self):
        assert tuple(said.ROUTES) == ROUTE_ORDER

    def test_whose(self):
        found = {run.whose for clock in CLOCKS.values() for _, run in clock.leaves() if run.whose}
        assert found == set(said.WHOSE)

    def test_what_comes_first(self):
        found = {end.first for route in ROUTES.values() for _, end in route.leaves() if end.first}
        assert found == set(said.FIRST)

    def test_every_provision_is_said_whole(self):
        reasons = {why for route in ROUTES.values() for _, end in route.leaves() for why in end.reasons}
        for why in reasons:
            text = provisions(why)
            assert all(cite.label.rpartition(" ")[2] in text for cite in why.cites)
            assert "  " not in text
