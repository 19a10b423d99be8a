"""Reading JSON: what is read, and what each slip is told."""

import subprocess
import sys

import pytest

from evenhand.reading import UnreadableJSON, facts_from_json


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"matter": "plan_contents"}', {"matter": "plan_contents"}),
        (b'\xef\xbb\xbf{"a": null}', {"a": None}),
        (b'  {"a": [true, 1.5, "\\u00e9"]}\r\n', {"a": [True, 1.5, "é"]}),
        ('{"a": "\\ud83d\\ude00 é"}'.encode(), {"a": "😀 é"}),
        (b"[]", []),
    ],
)
def test_it_reads_json(data: bytes, value: object) -> None:
    assert facts_from_json(data) == value


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "There is nothing to read"),
        (b" \n", "There is nothing to read"),
        (b"\xef\xbb\xbf", "There is nothing to read"),
        (b'{"a": "\xe9"}', "Byte 8 is not UTF-8."),
        ('{"a": 1}'.encode("utf-16"), "Byte 1 is not UTF-8."),
        (b"{", "line 1, column 2"),
        (b'{"a": 1} {"b": 2}', "Extra data"),
        (b'{"a": 1, "a": 1}', "'a' is named twice."),
        (b'{"x": [{"b": 1, "b": 2}]}', "'b' is named twice."),
        (b'{"' + b"a" * 90 + b'": 1, "' + b"a" * 90 + b'": 1}', "'" + "a" * 37 + "...'"),
        (b'{"a": NaN}', "NaN is not JSON."),
        (b'{"a": -Infinity}', "-Infinity is not JSON."),
        (b'{"a": "\\ud800"}', "half a character"),
        (b'{"\\udfff": 1}', "half a character"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "too long"),
        (b"{'a': 1}", "line 1, column 2"),
    ],
)
def test_it_refuses_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableJSON) as refusal:
        facts_from_json(data)
    message = str(refusal.value)
    assert says in message
    assert "\n" not in message
    assert message.isascii()


def test_importing_it_imports_no_json() -> None:
    """The command line's start is counted in milliseconds."""
    program = "import sys, evenhand.reading; sys.exit('json' in sys.modules)"
    assert subprocess.run([sys.executable, "-S", "-c", program], env=_here()).returncode == 0


def _here() -> dict[str, str]:
    return {"PYTHONPATH": "src"}
