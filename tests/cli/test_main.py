"""The command as a whole: its help, its version, and words that nobody knows."""

import importlib.metadata
import sys
import types

import pytest

from evenhand.cli import COMMANDS, main
from evenhand.law import LAW_AS_AT
from evenhand.law.facts import MATTERS


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("help",)])
def test_help_names_every_command(run, words):
    ran = run(*words)
    assert (ran.status, ran.err) == (0, "")
    for command in COMMANDS:
        assert f"evenhand {command}" in ran.out.decode()


@pytest.mark.parametrize("command", ["", *COMMANDS])
class TestEveryPageOfHelp:
    def shown(self, run, command):
        ran = run(*filter(None, [command]), "--help")
        assert (ran.status, ran.err) == (0, "")
        return ran.out.decode()

    def test_has_two_examples(self, run, command):
        examples = self.shown(run, command).split("Examples\n")[1].split("\n\n")[0].splitlines()
        assert len(examples) == 2
        assert all(f"evenhand {command}" in example for example in examples)

    def test_says_the_exit_status_and_where_the_contract_is(self, run, command):
        page = self.shown(run, command)
        assert "Exit status\n  0 " in page
        assert "tests/contract/README.md" in page

    def test_fits_a_terminal(self, run, command):
        assert max(map(len, self.shown(run, command).splitlines())) <= 80

    def test_is_the_same_by_its_other_names(self, run, command):
        page = self.shown(run, command)
        words = [command] if command else []
        assert run(*words, "-h").out.decode() == page
        assert run("help", *words).out.decode() == page


def test_help_comes_before_everything_else_on_the_line(run):
    assert b"evenhand advise FACTS.json" in run("advise", "none.json", "--help").out


def test_help_for_dates_lists_every_matter(run):
    page = run("dates", "--help").out.decode()
    assert all(matter in page for matter in MATTERS)


def test_no_command_shows_the_help_and_is_refused(run):
    ran = run()
    assert (ran.status, ran.out) == (2, b"")
    assert "evenhand dates DAY" in ran.err


def test_version(run):
    ran = run("--version")
    assert ran.status == 0
    assert ran.out.decode() == f"evenhand {importlib.metadata.version('evenhand')}, law as at {LAW_AS_AT}\n"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("advice",), "there is no command 'advice'. Did you mean advise?"),
        (
            ("xyz",),
            "there is no command 'xyz'. There are advise, dates, rulebook, bulk, tick, invite, import-cases, demonstrate, verify-history, help.",
        ),
        (("x" * 5000,), "there is no command 'xxx"),
        (("help", "date"), "Did you mean dates?"),
        (("--hlep",), "Did you mean --help?"),
        (("--verbose" + "e" * 5000,), "there is no option --verbose"),
        (("advise", "--jsn"), "advise has no option --jsn. See evenhand advise --help."),
        (("advise", "--halp"), "Did you mean --help?"),
        (("rulebook", "--jsn"), "Did you mean --json?"),
        (("a\nb",), "'a\\nb'"),
    ],
)
def test_an_unknown_word_is_refused_in_one_line(run, words, part):
    ran = run(*words)
    assert (ran.status, ran.out) == (2, b"")
    assert part in ran.err
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 240


def test_bulk_is_asked_with_the_words_after_it(monkeypatch):
    asked = []
    room = types.ModuleType("evenhand.cli.bulk")
    room.run = lambda words: asked.append(words) or 1
    monkeypatch.setitem(sys.modules, "evenhand.cli.bulk", room)
    assert main(["bulk", "in.csv", "out.csv"]) == 1
    assert asked == [["in.csv", "out.csv"]]


def test_the_words_are_those_of_the_process_by_default(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "argv", ["evenhand", "--version"])
    assert main() == 0
    assert capsysbinary.readouterr().out.startswith(b"evenhand ")
