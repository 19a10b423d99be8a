"""Names of files: what is shown, and what goes into a header."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenhand.casework.files import Kind, download_headers, safe_name

_NAMES = {
    "letter.pdf": "letter.pdf",
    "LETTER.PDF": "LETTER.pdf",
    "Decision letter 12.05.2026.pdf": "Decision letter 12.05.2026.pdf",
    "J. Smith v. Council": "J. Smith v. Council.pdf",
    "../../etc/passwd": "passwd.pdf",
    "..\\..\\windows\\win.ini": "win.ini.pdf",
    "C:\\Users\\Jane Doe\\letter.docx": "letter.pdf",
    "/var/www/a.php": "a.pdf",
    "letter.pdf.exe": "letter.pdf",
    "letter.exe .pdf": "letter.pdf",
    "letter\u202efdp.exe": "letterfdp.pdf",
    "\u2066a\u2069\u200bb\ufeffc": "abc.pdf",
    "a\x00b.pdf": "ab.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "aSet-Cookie- x=1.pdf",
    'a"; filename="b.exe': "a- filename=-b.pdf",
    "CON": "CON_.pdf",
    "con.txt": "con_.pdf",
    "NUL.tar.pdf": "NUL_.tar.pdf",
    "Com1 .pdf": "Com1_.pdf",
    "lpt9": "lpt9_.pdf",
    "console": "console.pdf",
    "": "document.pdf",
    ".pdf": "document.pdf",
    "...": "document.pdf",
    "   ": "document.pdf",
    "\u202e": "document.pdf",
    ".htaccess": "htaccess.pdf",
    "a.pdf:stream.exe": "a.pdf-stream.pdf",
    "a<script>.pdf": "a-script-.pdf",
    "e\u0301cole.pdf": "école.pdf",
    "学校.pdf": "学校.pdf",
    "a\u3000b\u00a0c\td.pdf": "a b cd.pdf",
    "a\u3164.pdf": "a.pdf",
    "50% off?.pdf": "50- off-.pdf",
    "x" * 300 + ".pdf": "x" * 96 + ".pdf",
    "\ud800a.pdf": "a.pdf",
}


@pytest.mark.parametrize(("name", "shown"), _NAMES.items(), ids=[ascii(name)[:30] for name in _NAMES])
def test_the_name_that_is_shown(name: str, shown: str) -> None:
    assert safe_name(name, Kind.PDF) == shown


def test_the_ending_is_of_the_kind_that_was_found() -> None:
    assert [safe_name("a.exe", kind) for kind in Kind] == ["a.pdf", "a.docx", "a.jpg", "a.png", "a.txt"]


def test_a_name_of_large_letters_fits_into_a_file_system() -> None:
    name = safe_name("😀" * 100, Kind.DOCX)
    assert len(name.encode()) <= 240
    assert name == "😀" * 58 + ".docx"


@given(st.text(max_size=400), st.sampled_from(Kind))
def test_any_name_is_safe_and_stays_as_it_is(name: str, kind: Kind) -> None:
    safe = safe_name(name, kind)
    assert 0 < len(safe) <= 100
    assert safe.endswith("." + kind.value)
    assert not re.search(r'[<>:"|?*/\\%;]', safe)
    assert not any(unicodedata.category(letter).startswith("C") for letter in safe)
    assert not safe.startswith((".", " "))
    assert safe_name(safe, kind) == safe


def test_the_headers_of_a_download() -> None:
    assert download_headers("Élise’s plan.pdf", Kind.PDF) == {
        "Content-Type": "application/pdf",
        "Content-Disposition": (
            "attachment; filename=\"Elises plan.pdf\"; filename*=UTF-8''%C3%89lise%E2%80%99s%20plan.pdf"
        ),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    assert download_headers("学校", Kind.TEXT)["Content-Disposition"] == (
        "attachment; filename=\"document.txt\"; filename*=UTF-8''%E5%AD%A6%E6%A0%A1.txt"
    )
    assert download_headers("a", Kind.TEXT)["Content-Type"] == "text/plain; charset=utf-8"


@given(st.text(max_size=200), st.sampled_from(Kind))
def test_no_name_can_break_out_of_its_header(name: str, kind: Kind) -> None:
    said = download_headers(name, kind)["Content-Disposition"]
    assert re.fullmatch(
        r"attachment; filename=\"[A-Za-z0-9 ._()=\-]+\"; filename\*=UTF-8''[A-Za-z0-9._~%\-]+", said
    )
