"""`evenhand advise FACTS.json`: the answer's own bytes on standard output.

At most a million bytes are read, as over HTTP: facts are some hundred bytes, and an endless stream ends here.
"""

import gc
import sys

from .output import ANSWERED, Refusal, put

TYPE_CHECKING = False  # what `typing` calls so: a checker takes it for true, and nothing is imported
if TYPE_CHECKING:
    from typing import BinaryIO

LIMIT = 1_000_000
ONE_FILE = "evenhand advise takes one file of facts, or - for standard input: evenhand advise FACTS.json"


def run(arguments: list[str]) -> int:
    """Answer the facts of the file that is named. Raises `Refusal`."""
    data = read(_only_name(arguments))
    collecting = gc.isenabled()
    gc.disable()  # one question and the process ends: looking for rubbish would only make it wait
    try:
        put(answered(data))
    finally:
        if collecting:
            gc.enable()
    return ANSWERED


def _only_name(arguments: list[str]) -> str:
    names = []
    for place, word in enumerate(arguments):
        if word == "--":
            names += arguments[place + 1 :]
            break
        if word.startswith("-") and word != "-":
            from .words import unknown_option

            raise Refusal(unknown_option("advise", word, ("--help",)))
        names.append(word)
    if len(names) != 1:
        raise Refusal(ONE_FILE)
    return names[0]


def read(name: str) -> bytes:
    """The bytes of the file, or of standard input where the name is `-`. Raises `Refusal`."""
    if name == "-":
        data = _read_standard_input()
    else:
        try:
            with open(name, "rb") as file:
                data = _read(file)
        except (OSError, ValueError) as error:
            raise Refusal(_why_not(name, error)) from None
    if len(data) > LIMIT:
        raise Refusal(
            f"{_called(name)} has more than {LIMIT:,} bytes: that is more than the facts of one case."
        )
    return data


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise Refusal("Standard input is closed, so there are no facts to read.")
    if sys.stdin.isatty():
        sys.stderr.write(
            "Type or paste the facts as JSON, then press Ctrl-D on a line of its own (Ctrl-C to stop).\n"
        )
    try:
        return _read(sys.stdin.buffer)
    except OSError as error:
        raise Refusal(_why_not("-", error)) from None


def _read(file: "BinaryIO") -> bytes:
    """All that there is, but never more than one byte over the limit."""
    return file.read(LIMIT + 1)


def _called(name: str) -> str:
    return "Standard input" if name == "-" else f"'{name if len(name) <= 60 else '...' + name[-57:]}'"


def _why_not(name: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file {_called(name)}."
    if isinstance(error, IsADirectoryError):
        return f"{_called(name)} is a folder: name a file of facts, or - for standard input."
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{_called(name)} cannot be read: {why}."


def answered(data: bytes) -> bytes:
    """The answer to the facts that the bytes hold; where they give no `as_of` it is today. Raises `Refusal`."""
    from evenhand.law import FactsRefused, advise
    from evenhand.reading import UnreadableJSON, facts_from_json

    try:
        facts = facts_from_json(data)
        if isinstance(facts, dict) and "as_of" not in facts:
            from evenhand.clock import today_in_london

            facts["as_of"] = today_in_london().isoformat()
        return advise(facts).json()  # type: ignore[arg-type]  # it refuses what is not an object
    except (UnreadableJSON, FactsRefused) as refused:
        raise Refusal(str(refused)) from None
