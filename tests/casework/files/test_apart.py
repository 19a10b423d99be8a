"""The process apart: its walls hold, and whatever becomes of it the answer is a refusal."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from evenhand.casework.files import FileRefused, Kind, Refusal, apart, receive
from evenhand.casework.files.sayings import Note, Refused

# Instead of the child: what a child that was taken over, or that broke, might do.
_BAD_CHILDREN = {
    "dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "gives up": "raise SystemExit(3)",
    "says nothing": "",
    "says nonsense": "print('hello')",
    "says a list": "print('[]')",
    "says a number": "print('7')",
    "says a note that we do not know": 'print(\'{"notes": ["all is well"]}\')',
    "says a refusal that we do not know": 'print(\'{"refused": "<script>"}\')',
    "says nothing after its notes": "print('{\"notes\": []}')",
    "hands back another kind": "print('{\"notes\": []}'); print('MZ')",
    "hands back a web page": "print('{\"notes\": []}'); print('<html>')",
    "sleeps": "import time; time.sleep(60)",
}


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def becomes(code: str) -> None:
        (tmp_path / "changeling.py").write_text(textwrap.dedent(code))
        environment = apart._environment()
        environment["PYTHONPATH"] += f":{tmp_path}"
        monkeypatch.setattr(apart, "_environment", lambda: environment)
        monkeypatch.setattr(apart, "CHILD", "changeling")

    return becomes


@pytest.mark.parametrize("code", _BAD_CHILDREN.values(), ids=list(_BAD_CHILDREN))
def test_whatever_the_child_does_the_answer_is_a_refusal(
    code: str, child, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(code)
    run = apart.clean_apart
    monkeypatch.setattr(
        "evenhand.casework.files.receiving.clean_apart", lambda kind, data: run(kind, data, seconds=1)
    )
    began = time.monotonic()
    with pytest.raises(FileRefused) as refused:
        receive("a.png", b"\x89PNG\r\n\x1a\n")
    assert time.monotonic() - began < 3
    assert refused.value.message


_CONFINED = "from evenhand.casework.files.limits import confine\nconfine()\n"
_WALLS = {
    "memory": "bytearray(300_000_000)",
    "output": "import sys\nfor _ in range(60): sys.stdout.buffer.write(bytes(1_000_000))\nsys.stdout.buffer.flush()",
    "open files": "import os\nfor _ in range(100): os.open('/dev/null', os.O_RDONLY)",
}


@pytest.mark.parametrize("code", _WALLS.values(), ids=list(_WALLS))
def test_the_walls_hold(code: str, child) -> None:
    child(_CONFINED + code)
    with pytest.raises(Refused) as refused:
        apart.clean_apart(Kind.TEXT, b"a")
    assert refused.value.refusal is Refusal.TOO_HARD


@pytest.mark.parametrize("code", _WALLS.values(), ids=list(_WALLS))
def test_without_the_walls_the_same_would_pass(code: str, child) -> None:
    child("import sys\nprint('{\"notes\": []}', flush=True)\n" + code + "\nprint('x')")
    assert apart.clean_apart(Kind.TEXT, b"a")[1] == ()


def test_the_limits_are_those_of_the_test_programme() -> None:
    asked = (
        _CONFINED
        + "import resource as r\nprint([r.getrlimit(x) for x in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_CORE)])"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    assert said.strip() == "[(268435456, 268435456), (5, 5), (0, 0)]"
    assert apart.SECONDS == 5


def test_the_child_knows_no_secrets(child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_SECRET_KEY", "hunter2")
    child("import os\nprint('{\"notes\": []}')\nprint(sorted(os.environ), end='')")
    names, _ = apart.clean_apart(Kind.TEXT, b"a")
    assert b"PYTHONPATH" in names
    assert b"EVENHAND" not in names
    assert b"DATABASE" not in names


def test_the_child_loads_only_what_its_kind_needs() -> None:
    asked = (
        "import sys\nfrom evenhand.casework.files.child import cleaner_of\nfrom evenhand.casework.files import Kind\n"
        "cleaner_of(Kind.TEXT)\nprint([name for name in ('django', 'pikepdf', 'PIL', 'lxml') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    assert said.strip() == "[]"


def test_the_notes_come_back_as_they_were_said(child) -> None:
    child("print('{\"notes\": [\"mended\"]}')\nprint('words', end='')")
    assert apart.clean_apart(Kind.TEXT, b"a") == (b"words", (Note.MENDED,))
