"""The risky reading happens in a process of its own, which may fail without taking anything along."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import evenhand
from evenhand.casework.files.kinds import Kind
from evenhand.casework.files.sayings import Note, Refusal, Refused

SECONDS = 5
CHILD = "evenhand.casework.files.child"
# A compromised child could write notes without end; these are short.
_LONGEST_ANSWER = 4096
# The child may write no more than this (see limits.py), so the parent need not read more either.
LARGEST_OUTPUT = 48_000_000


def clean_apart(kind: Kind, data: bytes, *, seconds: float = SECONDS) -> tuple[bytes, tuple[Note, ...]]:
    """The clean bytes of a file of this kind, and what was done to it.

    A new Python process reads the bytes, with limits on memory, processor time, output and open
    files, none of this process's settings in its environment, and at most `seconds` to finish.
    Raise Refused when it refuses the file, dies, is too slow or answers nonsense.
    """
    with _room() as incoming, _room() as outgoing:
        incoming.write(data)
        incoming.seek(0)
        status = _run(
            [sys.executable, "-S", "-s", "-P", "-m", CHILD, kind.value], incoming, outgoing, seconds
        )
        outgoing.seek(0)
        answer = outgoing.readline(_LONGEST_ANSWER)
        clean = outgoing.read(LARGEST_OUTPUT)
    if status != 0:
        raise Refused(Refusal.TOO_HARD)
    notes = _understood(answer)
    if not clean:
        raise Refused(Refusal.TOO_HARD)
    return clean, notes


def _run(command: list[str], incoming: BinaryIO, outgoing: BinaryIO, seconds: float) -> int:
    """The exit status; one of our own when it had to be stopped."""
    try:
        done = subprocess.run(
            command,
            stdin=incoming,
            stdout=outgoing,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
            timeout=seconds,
            check=False,
            start_new_session=True,
        )
    except (subprocess.TimeoutExpired, OSError):
        return -1
    return done.returncode


def _environment() -> dict[str, str]:
    """Where Python's modules are, and nothing else: no passwords, no keys, no database address."""
    house = str(Path(evenhand.__file__).parents[1])
    return {
        "PYTHONPATH": os.pathsep.join([house, *(entry for entry in sys.path if entry)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
        "LC_ALL": "C.UTF-8",
        # One arena: glibc would otherwise reserve address space for each processor.
        "MALLOC_ARENA_MAX": "1",
    }


def _understood(answer: bytes) -> tuple[Note, ...]:
    """The notes of the child, or the refusal that it gave; nonsense is a refusal too."""
    try:
        said = json.loads(answer)
        if "refused" in said:
            refusal: Refusal | None = Refusal(said["refused"])
            notes: tuple[Note, ...] = ()
        else:
            refusal = None
            notes = tuple(Note(note) for note in said["notes"])
    except (ValueError, TypeError, KeyError):
        raise Refused(Refusal.TOO_HARD) from None
    if refusal is not None:
        raise Refused(refusal)
    return notes


def _room() -> BinaryIO:
    """A file without a name: in memory where the system can, so that nothing rests on a disk."""
    in_memory: Callable[[str], int] | None = getattr(os, "memfd_create", None)
    if in_memory is None:
        return tempfile.TemporaryFile()
    return os.fdopen(in_memory("evenhand"), "w+b")
