"""PDFs that burst, lie, bite their tails, are locked or are cut short."""

import zlib

import pikepdf

from tests.casework.files import making
from tests.casework.files.hostile_pdfs import PAGES, Making, information
from tests.casework.files.making import pdf_with, raw_pdf, stream


def _bomb(size: int, times: int = 1) -> bytes:
    packed = b"\0" * size
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    filters = "[" + " /FlateDecode" * times + " ]"
    return raw_pdf(*PAGES, stream(packed, f"/Filter {filters}"))


def _object_stream_bomb() -> bytes:
    """The list of where things are is itself packed, and unpacks to far more than there is room for."""
    packed = zlib.compress(b"\0" * 150_000_000, 9)
    table = stream(packed, "/Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode")
    body = b"%PDF-1.7\n1 0 obj\n" + table + b"\nendobj\n"
    return body + b"startxref\n9\n%%EOF\n"


def _many_bombs() -> bytes:
    packed = zlib.compress(b"\0" * 100_000_000, 9)
    return raw_pdf(*PAGES, *[stream(packed, "/Filter /FlateDecode") for _ in range(8)])


def _huge_page_tree() -> bytes:
    kids = " ".join("3 0 R" for _ in range(60_000))
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count 60000 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def _laughing_page_tree() -> bytes:
    """Each level names the next ten times over: ten to the eighteenth pages in a kilobyte."""
    levels = [
        f"<< /Type /Pages /Kids [{' '.join([f'{level + 3} 0 R'] * 10)}] /Count {10 ** (18 - level)} >>"
        for level in range(18)
    ]
    return raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", *levels, "<< /Type /Page /MediaBox [0 0 9 9] >>")


def _nested(opening: str, closing: str, times: int) -> bytes:
    deep = opening * times + "1" + closing * times
    return raw_pdf(*PAGES[:2], f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Deep {deep} >>")


def _locked(**passwords: str) -> Making:
    return lambda: pdf_with(None, encryption=pikepdf.Encryption(**{"owner": "", "user": "", **passwords}))


def _picture_of(width: int, height: int) -> bytes:
    size = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 1"
    return raw_pdf(*PAGES, stream(b"\0" * 20, size))


def _truncated(share: float) -> Making:
    def make() -> bytes:
        whole = pdf_with(pages=3)
        return whole[: int(len(whole) * share)]

    return make


REFUSED: dict[str, Making] = {
    "locked": _locked(owner="a", user="b"),
    "locked against change": _locked(owner="a"),
    "locked in the old way": lambda: pdf_with(
        None, encryption=pikepdf.Encryption(owner="a", user="b", R=3, aes=False, metadata=False)
    ),
    "a bomb": lambda: _bomb(130_000_000),
    "a bomb in a bomb": lambda: _bomb(130_000_000, 2),
    "a bomb four times packed": lambda: _bomb(1_000_000, 4),
    "many small bombs": _many_bombs,
    "a bomb in letters": lambda: raw_pdf(
        *PAGES,
        stream(
            zlib.compress(b"\0" * 130_000_000, 9).hex().encode() + b">",
            "/Filter [/ASCIIHexDecode /FlateDecode]",
        ),
    ),
    "a bomb of lengths": lambda: raw_pdf(*PAGES, stream(b"\x81a" * 3_000_000, "/Filter /RunLengthDecode")),
    "a bomb in the table": _object_stream_bomb,
    "a page named sixty thousand times": _huge_page_tree,
    "a page tree of eighteen levels": _laughing_page_tree,
    "a page tree that bites its tail": lambda: raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
    "no pages": lambda: raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
    "no catalogue": lambda: raw_pdf("<< >>", "<< >>"),
    "pages that are a number": lambda: raw_pdf("<< /Type /Catalog /Pages 7 >>"),
    "too many pages": lambda: pdf_with(pages=2001),
    "content in another file": lambda: raw_pdf(*PAGES, stream(b"", "/F (other.pdf) /FFilter /FlateDecode")),
    "content at an address": lambda: raw_pdf(*PAGES, stream(b"", "/F << /FS /URL /F (http://a.example) >>")),
    "a picture of ten thousand million dots": lambda: _picture_of(100_000, 100_000),
    "a stream with a lock of its own": lambda: raw_pdf(*PAGES, stream(b"x", "/Filter /Crypt")),
    "a photo that is no photo": lambda: raw_pdf(*PAGES, stream(b"<html>", "/Filter /DCTDecode")),
    "nothing but a header": lambda: b"%PDF-1.7\n",
    "a header and noise": lambda: b"%PDF-1.7\n" + making.noise(50_000),
    "a table that points at itself": lambda: (
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n"
    ),
    "a length that is its own length": lambda: (
        b"%PDF-1.7\n1 0 obj\n<< /Length 1 0 R >>\nstream\nx\nendstream\nendobj\n%%EOF"
    ),
    "cut at a hundredth": _truncated(0.01),
    "cut at a twentieth": _truncated(0.05),
}

# These may go either way, as long as what comes out is clean.
EITHER: dict[str, Making] = {
    **{f"cut at {share:.2f}": _truncated(share) for share in (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99)},
    "lists in lists": lambda: _nested("[", "]", 100_000),
    "dictionaries in dictionaries": lambda: _nested("<< /A ", ">>", 100_000),
    "lists in lists, a little": lambda: _nested("[", "]", 95),
    "a table that lies": lambda: pdf_with(information).replace(b"0000000", b"0000009"),
    "an older table named in a ring": lambda: raw_pdf(
        *PAGES[:2], PAGES[2].replace("/Contents 4 0 R", ""), trailer="/Root 1 0 R /Prev 200"
    ),
    "a number too large": lambda: raw_pdf(
        *PAGES[:2], "<< /Type /Page /MediaBox [0 0 9e99 " + "9" * 400 + "] >>"
    ),
    "noise in the content": lambda: raw_pdf(*PAGES, stream(making.noise(9000), "/Filter /FlateDecode")),
}
