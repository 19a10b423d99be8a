"""`evenhand rulebook`: the rulebook that the law makes, printed."""

import json
import subprocess
import sys

from evenhand.law import rulebook as book


def test_prints_every_page(run):
    ran = run("rulebook")
    assert (ran.status, ran.err) == (0, "")
    text = ran.out.decode()
    assert all(page.strip("\n") in text for page in book.as_markdown().values())
    assert "two_months_from_sending" in text or "Two months from sending" in text


def test_prints_json(run):
    ran = run("rulebook", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == json.loads(json.dumps(book.rulebook()))


def test_prints_the_rules_that_hold_the_words(run):
    found = book.search("three working days")
    assert found
    text = run("rulebook", "Three", "working", "days").out.decode()
    assert text == "\n\n".join(book.entry_as_markdown(entry).strip("\n") for entry in found) + "\n"


def test_the_same_as_json(run):
    ran = run("rulebook", "--json", "three", "working", "days")
    assert json.loads(ran.out) == json.loads(json.dumps(book.search("three working days")))


def test_words_that_no_rule_holds(run):
    ran = run("rulebook", "xyzzy")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err == "evenhand: no rule holds all of 'xyzzy'. Try fewer words, or parts of words.\n"


def test_a_reader_that_stops_reading():
    command = f"{sys.executable} -m evenhand.cli rulebook | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b"#")
    assert done.stderr == b""
