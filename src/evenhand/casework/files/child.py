"""What runs apart: one file in, one answer out. Started by `apart.py`, never imported by it."""

import json
import sys
import warnings
from collections.abc import Callable

from evenhand.casework.files.kinds import Kind
from evenhand.casework.files.limits import confine
from evenhand.casework.files.sayings import Note, Refusal, Refused

Cleaner = Callable[[bytes], tuple[bytes, set[Note]]]


def cleaner_of(kind: Kind) -> Cleaner:
    """The cleaner of a kind; only what it needs is imported."""
    if kind is Kind.PDF:
        from evenhand.casework.files.pdf import clean_pdf

        return clean_pdf
    if kind is Kind.DOCX:
        from evenhand.casework.files.docx import clean_docx

        return clean_docx
    if kind is Kind.TEXT:
        from evenhand.casework.files.text import clean_text

        return clean_text
    from evenhand.casework.files.pictures import clean_jpeg, clean_png

    return clean_jpeg if kind is Kind.JPEG else clean_png


def main() -> int:
    """Read a file from standard input; write a line of JSON and then the clean bytes."""
    kind = Kind(sys.argv[1])
    confine()
    warnings.simplefilter("ignore")
    try:
        clean, notes = cleaner_of(kind)(sys.stdin.buffer.read())
    except Refused as refused:
        return _say({"refused": refused.refusal.value})
    except (MemoryError, RecursionError):
        return _say({"refused": Refusal.TOO_HARD.value})
    _say({"notes": sorted(note.value for note in notes)})
    sys.stdout.buffer.write(clean)
    sys.stdout.buffer.flush()
    return 0


def _say(answer: dict[str, object]) -> int:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
