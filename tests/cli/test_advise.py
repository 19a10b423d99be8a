"""`evenhand advise`: the same bytes as Python, and every bad input with a clear line and the right status."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from evenhand.cli.output import on_one_line
from evenhand.law import FactsRefused, advise

CASES = [
    json.loads(line)
    for name in ("cases.jsonl", "more_cases.jsonl")
    for line in (Path(__file__).parents[1] / "contract" / name).read_text(encoding="utf-8").splitlines()
]
FACTS = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-07-01"}
ANSWER = advise(FACTS).json()


@pytest.fixture
def file(tmp_path):
    """A file that holds these bytes, or these facts as JSON; its name."""

    def made(content):
        path = tmp_path / "facts.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    return made


def refused(ran, *parts):
    """The run was refused in one short line, without an answer and without a trace."""
    assert ran.status == 2
    assert ran.out == b""
    assert ran.err.startswith("evenhand: ")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("\n")
    assert len(ran.err) < 400
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_gives_the_same_bytes_as_python(case, run, file, today):
    today("2026-11-22")
    facts = {"as_of": "2026-11-22", **case["facts"]}
    ran = run("advise", file(case["facts"]))
    try:
        answer = advise(facts).json()
    except FactsRefused as refusal:
        assert case["expect"].get("refused")
        refused(ran, on_one_line(str(refusal)))
    else:
        assert (ran.status, ran.out, ran.err) == (0, answer, "")


def test_as_a_user_runs_it(process, file):
    ran = process("advise", file(FACTS))
    assert (ran.status, ran.out, ran.err) == (0, ANSWER, "")


def test_reads_standard_input(process):
    ran = process("advise", "-", input=json.dumps(FACTS).encode())
    assert (ran.status, ran.out, ran.err) == (0, ANSWER, "")


def test_passes_over_a_byte_order_mark(run, file):
    assert run("advise", file(b"\xef\xbb\xbf" + json.dumps(FACTS).encode())).out == ANSWER


def test_asks_today_where_no_day_is_given(run, file, today):
    today("2026-07-01")
    assert run("advise", file({"matter": "refusal_to_assess", "notice_sent": "2026-06-15"})).out == ANSWER


def test_a_name_that_begins_with_a_dash(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("-facts.json").write_text(json.dumps(FACTS))
    assert run("advise", "--", "-facts.json").out == ANSWER


class TestFilesThatCannotBeRead:
    def test_missing(self, run, tmp_path):
        refused(run("advise", str(tmp_path / "none.json")), "There is no file", "none.json")

    def test_a_folder(self, run, tmp_path):
        refused(run("advise", str(tmp_path)), "is a folder")

    def test_a_name_no_file_can_have(self, run):
        refused(run("advise", "a\0b"), "cannot be read")

    def test_a_very_long_name(self, run):
        refused(run("advise", "x" * 5000), "cannot be read")

    def test_a_name_with_control_characters_is_shown_without_them(self, run):
        ran = run("advise", "a\x1b[31m\nb.json")
        refused(ran, "\\x1b", "\\n")
        assert "\x1b" not in ran.err

    def test_no_permission(self, run, monkeypatch):
        def refuse(*given, **how):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", refuse)
        refused(run("advise", "facts.json"), "'facts.json' cannot be read: Permission denied.")

    def test_no_name(self, run):
        refused(run("advise"), "takes one file of facts")

    def test_two_names(self, run):
        refused(run("advise", "a.json", "b.json"), "takes one file of facts")


class TestContentThatIsNotFacts:
    @pytest.mark.parametrize(
        ("content", "part"),
        [
            pytest.param(b"", "nothing to read", id="empty"),
            pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8", id="binary"),
            pytest.param(b"\x00" * 400, "cannot be read", id="zeros"),
            pytest.param('{"matter": "x"}'.encode("utf-16"), "not UTF-8", id="UTF-16"),
            pytest.param(b'{"matter": ', "cannot be read", id="broken off"),
            pytest.param(b'{"matter": 1, "matter": 2}', "twice", id="a name twice"),
            pytest.param(b"[" * 100_000, "too deeply", id="deep"),
            pytest.param(b'{"matter": NaN}', "NaN", id="NaN"),
            pytest.param(b"9" * 5000, "too long", id="a long number"),
            pytest.param(b"[]", "object", id="a list"),
            pytest.param(b"null", "object", id="null"),
            pytest.param(b'"facts"', "object", id="a text"),
            pytest.param(b"{}", "matter", id="nothing known"),
            pytest.param(b'{"mater": "refusal_to_assess"}', "Did you mean 'matter'?", id="an unknown name"),
            pytest.param(b'{"matter": "refusal"}', "must be one of", id="an unknown matter"),
            pytest.param(
                b'{"matter": "refusal_to_assess", "notice_sent": "2026-02-30"}',
                "2026-02-30",
                id="no such day",
            ),
            pytest.param(
                b'{"matter": "refusal_to_assess", "notice_sent": "2026-09-10", "certificate_issued": "2026-09-09"}',
                "cannot be before 'notice_sent'",
                id="facts that cannot be true together",
            ),
            pytest.param(
                b'{"matter": "refusal_to_assess", "as_of": null}', "as_of", id="a day of asking that is null"
            ),
        ],
    )
    def test_is_refused(self, run, file, content, part):
        refused(run("advise", file(content)), part)

    def test_a_message_repeats_no_control_characters(self, run, file):
        ran = run("advise", file({"matter": "\x1b[2J\nTraceback"[:9]}))
        refused(ran, "\\x1b")
        assert "\x1b" not in ran.err

    def test_ten_megabytes(self, run, file):
        refused(run("advise", file(b'{"area": "' + b"a" * 10_000_000 + b'"}')), "more than 1,000,000 bytes")

    def test_a_million_bytes_are_read(self, run, file):
        assert run("advise", file(json.dumps(FACTS).encode().ljust(1_000_000))).out == ANSWER
        refused(run("advise", file(json.dumps(FACTS).encode().ljust(1_000_001))), "more than 1,000,000 bytes")

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
    def test_an_endless_file(self, run):
        refused(run("advise", "/dev/zero"), "more than 1,000,000 bytes")


class TestStreams:
    def test_a_reader_that_goes_away_is_not_complained_about(self, file):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "evenhand.cli", "advise", file(FACTS)],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b"")

    def test_closed_standard_output(self, file):
        done = self._in_a_shell(">&-", file(FACTS))
        assert (done.returncode, done.stderr) == (
            1,
            b"evenhand: Standard output is closed, so the answer cannot be written.\n",
        )

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    def test_a_full_disk(self, file):
        done = self._in_a_shell(">/dev/full", file(FACTS))
        assert done.returncode == 1
        assert done.stderr.startswith(b"evenhand: The answer could not be written: ")
        assert done.stderr.count(b"\n") == 1

    def test_closed_standard_input(self):
        done = self._in_a_shell("<&-", "-")
        assert done.returncode == 2
        assert done.stderr == b"evenhand: Standard input is closed, so there are no facts to read.\n"

    def test_closed_standard_error(self, tmp_path):
        done = self._in_a_shell("2>&-", str(tmp_path / "none.json"))
        assert (done.returncode, done.stdout) == (2, b"")

    def test_a_terminal_is_told_what_to_do(self):
        ours, theirs = pty.openpty()
        os.write(ours, json.dumps(FACTS).encode() + b"\n\x04")
        try:
            done = subprocess.run(
                [sys.executable, "-m", "evenhand.cli", "advise", "-"],
                stdin=theirs,
                capture_output=True,
                check=False,
                timeout=60,
            )
        finally:
            os.close(ours)
            os.close(theirs)
        assert (done.returncode, done.stdout) == (0, ANSWER)
        assert b"press Ctrl-D" in done.stderr

    @staticmethod
    def _in_a_shell(how, name):
        command = f'"$0" -m evenhand.cli advise "$1" {how}'
        return subprocess.run(
            ["sh", "-c", command, sys.executable, name], capture_output=True, check=False, timeout=60
        )


def test_stopped_by_ctrl_c(run, monkeypatch):
    def stop(data):
        raise KeyboardInterrupt

    monkeypatch.setattr("evenhand.cli.advise.answered", stop)
    monkeypatch.setattr("evenhand.cli.advise.read", lambda name: b"{}")
    ran = run("advise", "facts.json")
    assert (ran.status, ran.out, ran.err) == (130, b"", "evenhand: Stopped.\n")


@pytest.mark.parametrize(
    "text", ["{", '{"matter":"refusal', '{"a":1,}', "[1", '{"matter" "x"}', '{"a":"\t"}', "nul"]
)
def test_broken_json_in_a_fresh_process_is_one_line(text):
    """In this process `json` is loaded, and the reader underneath it finds its words; in a fresh one it does not."""
    ran = subprocess.run(
        [sys.executable, "-m", "evenhand.cli", "advise", "-"],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("evenhand: The JSON cannot be read")
    assert ran.stderr.count("\n") == 1
