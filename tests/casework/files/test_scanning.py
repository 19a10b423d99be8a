"""A virus scanner: absent, content, alarmed, or down."""

import pytest

from evenhand.casework.files import FileRefused, NoScanner, Note, Refusal, ScannerDown, Verdict, receive


class _Says:
    def __init__(self, verdict: object) -> None:
        self.verdict = verdict
        self.shown: list[bytes] = []

    def scan(self, data: bytes) -> Verdict:
        self.shown.append(data)
        if isinstance(self.verdict, BaseException):
            raise self.verdict
        return self.verdict


def test_without_a_scanner_the_file_is_said_to_be_unscanned() -> None:
    cleaned = receive("a.txt", b"hello")
    assert (cleaned.verdict, cleaned.held, cleaned.notes) == (Verdict.NOT_SCANNED, False, (Note.NOT_SCANNED,))
    assert receive("a.txt", b"hello", scanner=NoScanner()).verdict is Verdict.NOT_SCANNED


def test_a_scanner_that_finds_nothing() -> None:
    cleaned = receive("a.txt", b"hello", scanner=_Says(Verdict.CLEAN))
    assert (cleaned.verdict, cleaned.held, cleaned.notes) == (Verdict.CLEAN, False, (Note.SCANNED,))


def test_a_scanner_that_finds_something() -> None:
    with pytest.raises(FileRefused) as refused:
        receive("a.txt", b"hello", scanner=_Says(Verdict.HARMFUL))
    assert refused.value.refusal is Refusal.HARMFUL


@pytest.mark.parametrize(
    "answer",
    [
        ScannerDown(),
        TimeoutError(),
        OSError("refused"),
        ValueError(),
        None,
        "fine",
        True,
        Verdict.NOT_SCANNED,
        Verdict.HELD,
    ],
    ids=repr,
)
def test_a_scanner_that_is_down_or_odd_never_makes_a_file_clean(answer: object) -> None:
    cleaned = receive("a.txt", b"hello", scanner=_Says(answer))
    assert cleaned.held is True
    assert cleaned.notes == (Note.HELD,)
    assert Note.HELD.sentence == "Held until it can be checked for viruses."


def test_what_is_scanned_is_what_would_be_kept() -> None:
    scanner = _Says(Verdict.CLEAN)
    cleaned = receive("a.txt", b"hello\r\n", scanner=scanner)
    assert scanner.shown == [cleaned.bytes]
    assert cleaned.bytes == b"hello\n"
