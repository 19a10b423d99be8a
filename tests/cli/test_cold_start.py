"""What `evenhand advise` may import: a program that asks about one case waits for every module.

A new name here is a decision: measure `make bench` with it and without it first.
"""

import json
import subprocess
import sys

import pytest

FACTS = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-07-01"}

COMMAND = {"evenhand", "evenhand.cli", "evenhand.cli.advise", "evenhand.cli.output", "evenhand.reading", "gc"}
LAW = {
    "evenhand.law",
    *(
        f"evenhand.law.{name}"
        for name in (
            "advice", "answer", "bank_holidays", "calendars", "citations", "counted", "counting", "errors", "facts",
            "mechanism", "reading", "rules", "sources", "unknowns",
        )
    ),
}  # fmt: skip
LAW_ROOMS = ("evenhand.law.mechanism.", "evenhand.law.rules.")
"""Any file of these two: a rule that is not there is not asked."""
DAYS = {"datetime", "_datetime", "math"}
COLLECTIONS = {
    "collections", "collections.abc", "_collections", "_operator", "operator", "itertools", "keyword", "reprlib",
}  # fmt: skip
JSON = {
    "json", "json.decoder", "json.encoder", "json.scanner", "_json", "encodings.utf_8_sig",
    "re", "re._casefix", "re._compiler", "re._constants", "re._parser", "_sre", "copyreg", "enum", "functools",
    "_functools", "types",
}  # fmt: skip
NEVER = {
    "argparse", "typing", "dataclasses", "pathlib", "decimal", "zoneinfo", "django", "numpy", "polars",
    "evenhand.law.bulk", "evenhand.law.rulebook", "evenhand.cli.help", "evenhand.cli.words",
}  # fmt: skip


@pytest.fixture
def imported():
    """The modules that some statements bring in, beyond those of a bare interpreter."""

    def found(statements):
        script = (
            "import sys; before = set(sys.modules)\n"
            f"{statements}\n"
            "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
        )
        # Without -S a file of site-packages may import what it likes; coverage does while it measures.
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, text=True, timeout=60
        )
        return set(done.stderr.split())

    return found


def test_the_dispatch_imports_nothing_but_itself(imported):
    assert imported("import evenhand.cli.advise") <= COMMAND - {"evenhand.reading"}


def test_advise_imports_only_what_is_named_here(imported, tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS))
    names = imported(f"from evenhand.cli import main\nassert main(['advise', {str(file)!r}]) == 0")
    named = {name for name in names if not name.startswith(LAW_ROOMS)}
    assert named - (COMMAND | LAW | DAYS | COLLECTIONS | JSON) == set()
    assert not names & NEVER


def test_the_clock_and_the_time_zone_only_where_the_day_is_not_told(imported, tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"matter": "refusal_to_assess"}))
    names = imported(f"from evenhand.cli import main\nassert main(['advise', {str(file)!r}]) == 0")
    assert {"evenhand.clock", "zoneinfo"} <= names
    assert not names & (NEVER - {"zoneinfo"})
