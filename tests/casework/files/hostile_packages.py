"""Packages that are no Word document, or that break what they are opened with."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.casework.files import making
from tests.casework.files.hostile_docx import TEXT, Making, of, tied
from tests.casework.files.making import RELS, WORD, docx, docx_parts, part, ties, types, words, zipped


def _with_entry(change: Callable[[zipfile.ZipInfo], None], data: bytes = b"x") -> Making:
    def make() -> bytes:
        out = io.BytesIO(docx())
        with zipfile.ZipFile(out, "a") as package:
            entry = zipfile.ZipInfo("word/odd.xml")
            change(entry)
            package.writestr(entry, data)
        return out.getvalue()

    return make


def _named(name: str) -> Making:
    """The name is put in after the package is made, because Python would not write it."""
    plain = "word/" + "z" * (len(name.encode()) - 5)
    return lambda: zipped({**docx_parts(), plain: "x"}).replace(plain.encode(), name.encode())


def _cut(share: float) -> Making:
    return lambda: docx()[: int(len(docx()) * share)]


def _link(entry: zipfile.ZipInfo) -> None:
    entry.create_system, entry.external_attr = 3, 0o120777 << 16


def _twice() -> bytes:
    return zipped({**docx_parts(), "word/document.xmm": part(words("Another."))}).replace(
        b"document.xmm", b"document.xml"
    )


def _locked() -> bytes:
    data = bytearray(docx())
    at = data.index(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 1)
    return bytes(data)


def _lying() -> bytes:
    """It says that it unpacks to nine bytes."""
    data = bytearray(zipped({**docx_parts(), "word/document.xml": part("<w:p/>" * 900_000)}))
    at = data.rindex(b"PK\1\2", 0, data.rindex(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 9)
    return bytes(data)


def _overlapping() -> bytes:
    """Many names in the list for one heap of bytes."""
    data = zipped(docx_parts())
    end = data.rindex(b"PK\5\6")
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 4)
    entry = data[first:second]
    more = b"".join(entry.replace(b"[Content_Types].xml", b"[Content_T%04d].xml" % n) for n in range(50))
    count = struct.unpack("<H", data[end + 10 : end + 12])[0] + 50
    size = struct.unpack("<I", data[end + 12 : end + 16])[0] + len(more)
    tail = data[end : end + 8] + struct.pack("<HHI", count, count, size) + data[end + 16 :]
    return data[:end] + more + tail


def _other(main: str, name: str = "word/document.xml") -> Making:
    return of({"[Content_Types].xml": types(main), name: part(TEXT)})


def _doctype(told: str, body: str) -> Making:
    return of({"word/document.xml": f"<!DOCTYPE w:document {told}>" + part(body).partition("?>")[2]})


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

REFUSED: dict[str, Making] = {
    "macros": of({"word/vbaProject.bin": b"x"}),
    "macros by its kind": _other("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "macros under another name": of(
        {"[Content_Types].xml": types(word__innocent="application/vnd.ms-office.vbaProject")}
    ),
    "a template": _other(WORD + "template.main+xml"),
    "a sheet": _other(_SHEET),
    "a zip file of other things": lambda: zipped({"a.txt": "hello", "b.exe": b"MZ"}),
    "an empty zip file": lambda: b"PK\5\6" + b"\0" * 18,
    "a zip file in a zip file": lambda: zipped({"a.zip": zipped({"b.zip": docx()})}),
    "an open document": lambda: zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, 0
    ),
    "a bomb": of({"word/document.xml": part(" " * 25_000_000)}),
    "a bomb too large for any part": of({"word/big.xml": b"\0" * 31_000_000}),
    "many parts that are too large together": of({f"word/{n}.xml": b"\0" * 999_000 for n in range(101)}),
    "more parts than anybody needs": of({f"word/{n}": b"" for n in range(1501)}),
    "a size that lies": _lying,
    "a heap unpacked many times": _overlapping,
    "a name that climbs out": _named("../../etc/cron.d/a"),
    "a name from the root": _named("/etc/passwd"),
    "a name with a drive": _named("C:/windows/a"),
    "a name with a backslash": _named("..\\..\\windows\\a"),
    "a name with nothing in it": _named("word/a\0b.xml"),
    "a link to elsewhere": _with_entry(_link, b"/etc/passwd"),
    "two parts of one name": _twice,
    "two names that differ in capitals": of({"WORD/Document.xml": part(TEXT)}),
    "a lock": _locked,
    "packed in a rare way": lambda: zipped(docx_parts(), zipfile.ZIP_BZIP2),
    "a document type": _doctype("", TEXT),
    "words from a file": _doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', words("&amp;x;")),
    "words from an address": _doctype('[<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]', TEXT),
    "a thousand million laughs": _doctype(f'[<!ENTITY l0 "ha">{_LAUGHS}]', words("x")),
    "an entity from nowhere": of({"word/document.xml": part("<w:p>&laugh;</w:p>")}),
    "a document type in the list of kinds": of(
        {"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + types()}
    ),
    "a document type in the relationships": of({"_rels/.rels": "<!DOCTYPE a SYSTEM 'b'>" + ties()}),
    "elements in elements": of({"word/document.xml": part("<w:p>" * 5000 + "</w:p>" * 5000)}),
    "XML that is not finished": of({"word/document.xml": part(TEXT)[:-9]}),
    "no document": lambda: zipped(
        {name: data for name, data in docx_parts().items() if "document" not in name}
    ),
    "no relationships": lambda: zipped(
        {name: data for name, data in docx_parts().items() if "rels" not in name}
    ),
    "a document elsewhere": of(
        {"_rels/.rels": ties(("rId1", "officeDocument", "http://a.example/a.docx", True))}
    ),
    "an alphabet nobody knows": of({"word/document.xml": part(TEXT).replace("UTF-8", "x-hidden")}),
    "two ties of one name": tied("", ("rId1", "image", "a.png", False), ("rId1", "image", "b.png", False)),
    **{f"cut at {share}": _cut(share) for share in (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)},
    "the beginning of one": lambda: b"PK\3\4" + making.noise(4000),
    "an older Word document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + making.noise(4000),
}

EITHER: dict[str, Making] = {
    "a million paragraphs": lambda: docx(
        body="<w:p><w:r/></w:p>" * 300_000
        + making.words(str(making.noise(90_000)).replace("<", "").replace("&", ""))
    ),
    "a circle of parts": of(
        {
            "[Content_Types].xml": types(word__header1=WORD + "header+xml"),
            RELS: ties(("rId1", "header", "header1.xml", False)),
            "word/header1.xml": part(TEXT, "hdr"),
            "word/_rels/header1.xml.rels": ties(
                ("rId1", "header", "header1.xml", False), ("rId2", "header", "document.xml", False)
            ),
        }
    ),
    "in UTF-16": of({"word/document.xml": part(TEXT).replace("UTF-8", "UTF-16").encode("utf-16")}),
}
