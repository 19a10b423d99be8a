"""A file comes in: what it is, whether it may be kept, and what is left of it when it is clean."""

import hashlib
from dataclasses import dataclass

from evenhand.casework.files.apart import clean_apart
from evenhand.casework.files.kinds import Kind, sniff
from evenhand.casework.files.names import safe_name
from evenhand.casework.files.sayings import Note, Refusal, Refused
from evenhand.casework.files.scanning import NoScanner, Scanner, Verdict, ask

LIMIT = 15_000_000


class FileRefused(Exception):
    """A file is not kept. `message` is a plain sentence for the person who chose it."""

    def __init__(self, refusal: Refusal, *, limit: int = LIMIT) -> None:
        self.refusal = refusal
        self.message = refusal.sentence.replace("{limit}", _in_words(limit))
        super().__init__(self.message)


@dataclass(frozen=True)
class Cleaned:
    """A file that may be kept: its new bytes, never those that came in."""

    kind: Kind
    bytes: bytes
    name: str
    size: int
    sha256: str
    notes: tuple[Note, ...]
    verdict: Verdict

    @property
    def held(self) -> bool:
        """Whether nobody may open it yet, because a scanner could not be asked."""
        return self.verdict is Verdict.HELD


_NO_SCANNER = NoScanner()
_NOTE_OF = {
    Verdict.CLEAN: Note.SCANNED,
    Verdict.NOT_SCANNED: Note.NOT_SCANNED,
    Verdict.HELD: Note.HELD,
}


def receive(name: str, data: bytes, *, limit: int = LIMIT, scanner: Scanner = _NO_SCANNER) -> Cleaned:
    """Check and clean one file that somebody sent.

    name: what the sender calls it; it decides nothing.
    data: the bytes as they came; limit: how many there may be.
    scanner: who is asked about viruses; what it is shown is what would be kept, so that a file
    which had to wait can be shown to it again later.

    Raise FileRefused, and nothing else, when the file may not be kept.
    """
    try:
        if len(data) > limit:
            raise Refused(Refusal.TOO_BIG)
        kind = sniff(data)
        clean, notes = clean_apart(kind, data)
        if sniff(clean) is not kind:
            raise Refused(Refusal.TOO_HARD)
        verdict = ask(scanner, clean)
        if verdict is Verdict.HARMFUL:
            raise Refused(Refusal.HARMFUL)
    except Refused as refused:
        raise FileRefused(refused.refusal, limit=limit) from None
    return Cleaned(
        kind=kind,
        bytes=clean,
        name=safe_name(name, kind),
        size=len(clean),
        sha256=hashlib.sha256(clean).hexdigest(),
        notes=(*notes, _NOTE_OF[verdict]),
        verdict=verdict,
    )


def _in_words(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{max(1, limit // 1000)} KB"
