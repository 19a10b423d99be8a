"""Every hostile or odd file is refused in words, or comes out clean: in time, and in one child each."""

import contextlib
import time
from collections.abc import Callable

import pytest

from evenhand.casework.files import FileRefused, Kind, receive
from tests.casework.files import (
    hostile_docx,
    hostile_packages,
    hostile_pdfs,
    hostile_pictures,
    hostile_texts,
    swollen_pdfs,
)
from tests.casework.files.making import CANARY
from tests.casework.files.searching import stands_in

Making = Callable[[], bytes]
_FAMILIES = {
    "PDF": hostile_pdfs,
    "broken PDF": swollen_pdfs,
    "Word": hostile_docx,
    "package": hostile_packages,
    "picture": hostile_pictures,
    "text": hostile_texts,
}
# What no clean file may hold, by kind: the names of what runs, fetches or holds files.
_NEVER = {
    Kind.PDF: [
        "/JavaScript",
        "/JS",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/EmbeddedFile",
        "/EF",
        "/RichMedia",
        "/XFA",
        "/SubmitForm",
        "/GoToR",
    ],
    Kind.DOCX: [
        "vbaProject",
        "attachedTemplate",
        "oleObject",
        "OLEObject",
        "altChunk",
        "file:",
        "INCLUDE",
        "DDE",
        "docProps",
        "customXml",
    ],
}


def _cases(which: str) -> list[object]:
    return [
        pytest.param(make, id=f"{family}: {name}")
        for family, hostile in _FAMILIES.items()
        for name, make in getattr(hostile, which, {}).items()
        if not isinstance(make, tuple)
    ]


def _in_time(data: bytes) -> object:
    began = time.monotonic()
    try:
        return receive("a letter.pdf", data)
    finally:
        # The child has five seconds; starting it and looking at the bytes take what is left.
        assert time.monotonic() - began < 6


def _assert_clean(data: bytes) -> None:
    cleaned = _in_time(data)
    for needle in (CANARY, *_NEVER.get(cleaned.kind, ())):
        assert not stands_in(needle, cleaned.kind, cleaned.bytes), needle


@pytest.mark.parametrize("make", _cases("REFUSED"))
def test_refused_in_a_sentence_that_says_what_to_do(make: Making) -> None:
    with pytest.raises(FileRefused) as refused:
        _in_time(make())
    message = refused.value.message
    assert message.endswith(".")
    assert "{" not in message
    assert any(word in message for word in ("hoose", "end ", "Ask ", "Try ", "Make "))


@pytest.mark.parametrize("make", _cases("NEUTRALISED"))
def test_neutralised(make: Making) -> None:
    _assert_clean(make())


@pytest.mark.parametrize("make", _cases("EITHER"))
def test_refused_or_clean(make: Making) -> None:
    with contextlib.suppress(FileRefused):
        _assert_clean(make())


@pytest.mark.parametrize(
    ("make", "left"), hostile_texts.NEUTRALISED.values(), ids=list(hostile_texts.NEUTRALISED)
)
def test_text_comes_out_plain(make: Making, left: str) -> None:
    cleaned = receive("note.txt", make())
    assert cleaned.kind is Kind.TEXT
    assert cleaned.bytes == left.encode()


def test_there_are_enough_of_them() -> None:
    """The test programme asks for at least 150 hostile files."""
    count = sum(len(_cases(which)) for which in ("REFUSED", "NEUTRALISED", "EITHER"))
    assert count + len(hostile_texts.NEUTRALISED) >= 150
