"""A good file of every kind comes in, and comes out as readable as it was."""

import hashlib
import io
import zipfile

import pikepdf
import pytest
from PIL import Image

from evenhand.casework.files import Cleaned, FileRefused, Kind, Note, Refusal, receive
from tests.casework.files import making
from tests.casework.files.making import RELS, WORD, part, pdf_with, ties, types, words, zipped
from tests.casework.files.searching import stands_in


def _picture(cleaned: Cleaned) -> Image.Image:
    return Image.open(io.BytesIO(cleaned.bytes))


def _part(cleaned: Cleaned, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(cleaned.bytes)) as package:
        assert package.testzip() is None
        return package.read(name).decode()


def test_a_pdf_keeps_its_pages_and_links() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://www.gov.uk/send"))
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action
        )
        pdf.pages[1].Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.Root.Lang = pikepdf.String("en-GB")

    cleaned = receive("Plan.PDF", pdf_with(change, pages=3))
    with pikepdf.open(io.BytesIO(cleaned.bytes)) as pdf:
        assert [b"Page %d of a letter" % n in pdf.pages[n - 1].Contents.read_bytes() for n in (1, 2, 3)] == [
            True
        ] * 3
        assert str(pdf.pages[1].Annots[0].A.URI) == "https://www.gov.uk/send"
        assert str(pdf.Root.Lang) == "en-GB"
    assert cleaned.kind is Kind.PDF
    assert cleaned.name == "Plan.pdf"
    assert cleaned.notes == (Note.NOT_SCANNED,)


def test_a_pdf_keeps_its_tags_for_those_who_hear_it() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        look = pikepdf.Dictionary(O=pikepdf.Name.Layout, Placement=pikepdf.Name.Block)
        tag = pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, Alt=pikepdf.String("A map"), A=look
        )
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(
            Type=pikepdf.Name.StructTreeRoot, K=pdf.make_indirect(tag)
        )
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    cleaned = receive("a", pdf_with(change))
    with pikepdf.open(io.BytesIO(cleaned.bytes)) as pdf:
        tag = pdf.Root.StructTreeRoot.K
        assert (str(tag.Alt), str(tag.A.O)) == ("A map", "/Layout")


def test_a_damaged_pdf_that_can_be_mended_is_mended_and_says_so() -> None:
    whole = pdf_with(pages=2)
    cleaned = receive("a", whole[: whole.rindex(b"xref")])
    assert Note.MENDED in cleaned.notes
    with pikepdf.open(io.BytesIO(cleaned.bytes)) as pdf:
        assert len(pdf.pages) == 2


def test_blank_space_before_a_pdf_is_no_harm() -> None:
    assert receive("a", b"\xef\xbb\xbf\r\n" + pdf_with()).bytes.startswith(b"%PDF-")


def test_a_word_document_keeps_words_header_picture_link_and_page_number() -> None:
    number = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = (
        words("Dear Mx O’Brien &amp; son, é – 特")
        + '<w:p w:rsidR="00AB12CD"><w:hyperlink r:id="rId2"><w:r><w:t xml:space="preserve"> here</w:t></w:r></w:hyperlink></w:p>'
        + '<w:p><w:r><w:drawing><a:blip r:embed="rId3"/></w:drawing></w:r></w:p>'
        + '<w:p><w:ins w:author="A Parent"><w:r><w:t>added</w:t></w:r></w:ins></w:p>'
    )
    parts = {
        **making.docx_parts(),
        "[Content_Types].xml": types(word__header1=WORD + "header+xml"),
        "word/document.xml": part(body),
        "word/header1.xml": part(number, "hdr"),
        "word/media/image1.png": making.png(),
        RELS: ties(
            ("rId1", "header", "header1.xml", False),
            ("rId2", "hyperlink", "https://www.gov.uk/a?b=1&amp;c=2", True),
            ("rId3", "image", "media/image1.png", False),
        ),
    }
    cleaned = receive("letter.docx", zipped(parts))
    document = _part(cleaned, "word/document.xml")
    assert "Dear Mx O’Brien &amp; son, é – 特" in document
    assert '<w:t xml:space="preserve"> here</w:t>' in document
    assert '<w:ins w:author="A Parent">' in document
    assert 'r:id="rId2"' in document
    assert 'r:embed="rId3"' in document
    assert "rsid" not in document
    assert " PAGE \\* MERGEFORMAT " in _part(cleaned, "word/header1.xml")
    assert 'Target="https://www.gov.uk/a?b=1&amp;c=2" TargetMode="External"' in _part(cleaned, RELS)
    with zipfile.ZipFile(io.BytesIO(cleaned.bytes)) as package:
        assert Image.open(io.BytesIO(package.read("word/media/image1.png"))).size == (40, 20)
    assert cleaned.notes == (Note.DETAILS_REMOVED, Note.REMARKS_KEPT, Note.NOT_SCANNED)


def test_a_word_document_in_the_other_standard_is_one_too() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    parts = {**making.docx_parts(), "_rels/.rels": ties(("rId1", strict, "/word/document.xml", False))}
    assert "A letter about school." in _part(receive("a", zipped(parts)), "word/document.xml")


def test_what_takes_the_place_of_a_lost_picture_is_a_picture() -> None:
    parts = {
        **making.docx_parts(),
        RELS: ties(("rId1", "image", "media/a.emf", False)),
        "word/media/a.emf": b"\1\0\0\0nothing",
    }
    cleaned = receive("a.docx", zipped(parts))
    assert Note.PICTURE_LEFT_OUT in cleaned.notes
    with zipfile.ZipFile(io.BytesIO(cleaned.bytes)) as package:
        picture = Image.open(io.BytesIO(package.read("word/media/a.emf")))
        picture.load()
    assert (picture.format, picture.size) == ("PNG", (1, 1))
    assert 'PartName="/word/media/a.emf" ContentType="image/png"' in _part(cleaned, "[Content_Types].xml")


# Where the red half stands once the picture is the right way up.
_RED_AT = {1: (5, 10), 2: (35, 10), 3: (35, 10), 4: (5, 10), 5: (10, 5), 6: (10, 5), 7: (10, 35), 8: (10, 35)}


@pytest.mark.parametrize(("turned", "place"), _RED_AT.items())
def test_a_photo_stands_the_right_way_up(turned: int, place: tuple[int, int]) -> None:
    picture = _picture(receive("IMG_1.HEIC", making.jpeg(exif=making.exif(turned))))
    assert picture.size == ((40, 20) if turned < 5 else (20, 40))
    red, _, blue = picture.getpixel(place)
    assert red > 180 > 80 > blue
    assert not picture.getexif()


def test_a_png_keeps_its_dots_to_the_last() -> None:
    for picture in (
        making.two_halves(),
        making.two_halves().convert("RGBA"),
        making.two_halves().convert("L"),
    ):
        picture.putpixel((3, 3), 9 if picture.mode == "L" else (1, 2, 3, 77)[: len(picture.mode)])
        again = _picture(receive("a.png", making.png(picture)))
        assert (again.mode, again.tobytes()) == (picture.mode, picture.tobytes())


def test_a_palette_keeps_its_clear_colour() -> None:
    flat = making.two_halves().convert("P")
    again = _picture(receive("a.png", making.png(flat, transparency=0)))
    assert (
        again.convert("RGBA").tobytes()
        == _picture_of(making.png(flat, transparency=0)).convert("RGBA").tobytes()
    )


def _picture_of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_very_large_photo_is_made_smaller_rather_than_refused() -> None:
    large = making.jpeg(Image.linear_gradient("L").resize((6000, 4000)).convert("RGB"))
    cleaned = receive("a.jpg", large)
    assert Note.MADE_SMALLER in cleaned.notes
    assert _picture(cleaned).size == (3000, 2000)


def test_the_sums_are_of_what_is_kept_and_not_of_what_came() -> None:
    came = making.jpeg()
    cleaned = receive("a.jpg", came)
    assert cleaned.size == len(cleaned.bytes)
    assert cleaned.sha256 == hashlib.sha256(cleaned.bytes).hexdigest()
    assert cleaned.sha256 != hashlib.sha256(came).hexdigest()


@pytest.mark.parametrize(
    "make", [pdf_with, making.docx, making.png, lambda: b"a letter"], ids=["pdf", "docx", "png", "txt"]
)
def test_to_clean_twice_changes_nothing_more(make) -> None:
    once = receive("a", make())
    assert receive("a", once.bytes).sha256 == once.sha256


def test_the_limit_is_fifteen_megabytes_and_says_so() -> None:
    assert receive("a", b"a" * 15_000_000).size == 15_000_000
    with pytest.raises(FileRefused) as refused:
        receive("a", b"a" * 15_000_001)
    assert refused.value.refusal is Refusal.TOO_BIG
    assert refused.value.message.startswith("This file is bigger than 15 MB. Try ")
    with pytest.raises(FileRefused, match="bigger than 2 MB"):
        receive("a", b"a" * 2_000_001, limit=2_000_000)


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal.HEIC),
        (lambda: making.zipped({"word/vbaProject.bin": b"", **making.docx_parts()}), Refusal.MACROS),
        (lambda: pdf_with(encryption=pikepdf.Encryption(owner="a", user="b")), Refusal.LOCKED),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal.OLD_OFFICE),
        (lambda: making.zipped({"a.txt": "a"}), Refusal.PACKED),
        (lambda: b"<html>", Refusal.WEB_PAGE),
        (lambda: b"GIF89a", Refusal.OTHER_PICTURE),
        (lambda: b"", Refusal.EMPTY),
    ],
    ids=["heic", "macros", "locked", "old", "zip", "web", "gif", "empty"],
)
def test_each_common_mistake_has_advice_of_its_own(make, refusal: Refusal) -> None:
    with pytest.raises(FileRefused) as refused:
        receive("a", make())
    assert refused.value.refusal is refusal


def test_the_canary_is_in_the_files_that_these_tests_make() -> None:
    """Otherwise not to find it in what comes out would prove nothing."""
    assert stands_in(making.CANARY, Kind.JPEG, making.jpeg())
    assert stands_in(making.CANARY, Kind.PNG, making.png(pnginfo=None, exif=making.exif()))
    assert stands_in(making.CANARY, Kind.DOCX, making.docx())
