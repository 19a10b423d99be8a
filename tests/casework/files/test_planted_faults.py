"""A cleaner that forgets something is caught by the search for what must not be left."""

import io
import re

import pikepdf
import pytest

from evenhand.casework.files import Kind, bare, docx, pdf, pictures, wording
from evenhand.casework.files.sayings import Note
from tests.casework.files import hostile_docx, hostile_pdfs, making
from tests.casework.files.making import CANARY
from tests.casework.files.searching import stands_in


@pytest.fixture(autouse=True)
def _qpdf_as_it_was():
    before = pikepdf.settings.get_qpdf_limits()
    yield
    pikepdf.settings.set_qpdf_limits(**before)


def _left_in_pdf(name: str) -> bool:
    return stands_in(CANARY, Kind.PDF, pdf.clean_pdf(hostile_pdfs.NEUTRALISED[name]())[0])


def _left_in_docx(name: str) -> bool:
    return stands_in(CANARY, Kind.DOCX, docx.clean_docx(hostile_docx.NEUTRALISED[name]())[0])


def test_a_pdf_cleaner_that_forgets_the_details_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_pdf("details of a page")
    monkeypatch.setattr(pdf, "TELLING", frozenset())
    assert _left_in_pdf("details of a page")


def test_a_pdf_cleaner_that_keeps_the_whole_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_pdf("details and XMP")
    monkeypatch.setattr(pdf, "CATALOGUE", pdf.CATALOGUE | {"/Metadata"})
    monkeypatch.setattr(pdf, "TELLING", frozenset())
    assert _left_in_pdf("details and XMP")


def test_a_pdf_cleaner_that_forgets_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_pdf("a packed photo with its place")
    monkeypatch.setattr(bare, "_JPEG_TELLING", frozenset())
    assert _left_in_pdf("a packed photo with its place")


def test_a_pdf_cleaner_that_overlooks_what_it_thinks_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_pdf("a link that does Launch")
    monkeypatch.setattr(pdf, "SUSPECT", re.compile(b"/Nothing"))
    assert _left_in_pdf("a link that does Launch")


def test_a_word_cleaner_that_keeps_who_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_docx("who made it")
    kept = docx.pack
    monkeypatch.setattr(
        docx, "pack", lambda parts: kept({**parts, "docProps/core.xml": making.CORE.encode()})
    )
    assert _left_in_docx("who made it")


def test_a_word_cleaner_that_believes_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _left_in_docx("a field in pieces")
    monkeypatch.setattr(wording, "_COUNTING", re.compile(".*", re.DOTALL))
    assert _left_in_docx("a field in pieces")


def test_a_photo_cleaner_that_saves_what_it_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not stands_in(CANARY, Kind.JPEG, pictures.clean_jpeg(making.jpeg())[0])

    def forgetful(picture, form: str, **settings: object) -> bytes:
        out = io.BytesIO()
        picture.save(out, form, exif=picture.getexif())
        return out.getvalue()

    monkeypatch.setattr(pictures, "_bare", forgetful)
    clean, notes = pictures.clean_jpeg(making.jpeg())
    assert stands_in(CANARY, Kind.JPEG, clean)
    # What is said of a file is no proof: the note is there all the same.
    assert Note.DETAILS_REMOVED in notes
