"""A place for a virus scanner, and what it means when there is none or it does not answer."""

from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """What a scanner says of a file."""

    CLEAN = "clean"
    HARMFUL = "harmful"
    NOT_SCANNED = "not-scanned"
    HELD = "held"


class ScannerDown(Exception):
    """The scanner could not be asked, or did not answer in time."""


class Scanner(Protocol):
    """Something that can be asked about a file."""

    def scan(self, data: bytes) -> Verdict:
        """CLEAN or HARMFUL; raise ScannerDown when it cannot say."""
        ...


class NoScanner:
    """No scanner is set up, and the file's notes say so."""

    def scan(self, data: bytes) -> Verdict:
        """Always NOT_SCANNED: never clean, because nobody looked."""
        return Verdict.NOT_SCANNED


def ask(scanner: Scanner, data: bytes) -> Verdict:
    """What the scanner says of these bytes; HELD when it fails in any way.

    A scanner that is down, breaks, or answers something else than a verdict has not called the
    file clean, so nobody may open it until it can be checked. Only NoScanner may say NOT_SCANNED:
    from a scanner that is set up it would be a failure.
    """
    try:
        verdict = scanner.scan(data)
    except Exception:
        return Verdict.HELD
    if isinstance(scanner, NoScanner):
        return Verdict.NOT_SCANNED
    return verdict if verdict in (Verdict.CLEAN, Verdict.HARMFUL) else Verdict.HELD
