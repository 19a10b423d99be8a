"""Word documents that want to run, fetch, hide, tell or burst."""

from collections.abc import Callable

from tests.casework.files import making
from tests.casework.files.making import CANARY, RELS, WORD, docx, docx_parts, part, ties, types, words, zipped

Making = Callable[[], bytes]
TEXT = words("A letter about school.")


def of(parts: dict[str, str | bytes]) -> Making:
    return lambda: zipped({**docx_parts(), **parts})


def tied(body: str, *those: tuple[str, str, str, bool], **more: str | bytes) -> Making:
    return of({"word/document.xml": part(TEXT + body), RELS: ties(*those), **more})


def _field(told: str, *pieces: str, within: str = "") -> str:
    """A field told what to do in one or more pieces, which may have another field among them."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (told, *pieces))
    shown = "<w:r><w:t>shown</w:t></w:r>"
    return mark.format("begin") + text + within + mark.format("separate") + shown + mark.format("end")


def _settings(body: str, *those: tuple[str, str, str, bool]) -> Making:
    return of(
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
    "details of its own": of({"docProps/custom.xml": CANARY, "docProps/app.xml": CANARY}),
    "a small picture of itself": of({"docProps/thumbnail.jpeg": making.jpeg()}),
    "parts that nothing leads to": of({"word/hidden.xml": CANARY, "run.exe": b"MZ" + CANARY.encode()}),
    "XML of its own": tied(
        "", ("rId1", "customXml", "../customXml/item1.xml", False), **{"customXml/item1.xml": CANARY}
    ),
    "a template elsewhere": _settings(
        '<w:attachedTemplate r:id="rId1"/>',
        ("rId1", "attachedTemplate", f"http://a.example/{CANARY}.dotm", True),
    ),
    "a template on a share": _settings(
        '<w:attachedTemplate r:id="rId1"/>', ("rId1", "attachedTemplate", f"\\\\a.example\\{CANARY}", True)
    ),
    "a mailing list elsewhere": _settings(
        f'<w:mailMerge><w:query w:val="{CANARY}"/></w:mailMerge>',
        ("rId1", "mailMergeSource", f"file:///{CANARY}", True),
    ),
    "every sitting": _settings(
        f'<w:rsids><w:rsid w:val="{CANARY}"/></w:rsids><w:docVars><w:docVar w:val="{CANARY}"/></w:docVars>'
    ),
    "a picture elsewhere": tied(
        _PICTURE.format("link"), ("rId1", "image", f"http://a.example/{CANARY}.png", True)
    ),
    "a picture on a share": tied(
        _PICTURE.format("link"), ("rId1", "image", f"file://a.example/{CANARY}", True)
    ),
    "an old picture elsewhere": tied(
        f'<w:pict><v:imagedata src="http://a.example/{CANARY}" o:href="{CANARY}"/></w:pict>'
    ),
    "a thing inside": tied(
        '<w:object><o:OLEObject r:id="rId1" ProgID="Package"/></w:object>',
        ("rId1", "oleObject", "embeddings/a.bin", False),
        **{"word/embeddings/a.bin": CANARY},
    ),
    "a thing elsewhere": tied(
        '<w:object><o:OLEObject Type="Link" r:id="rId1"/></w:object>',
        ("rId1", "oleObject", f"mhtml:http://a/{CANARY}!x", True),
    ),
    "a sheet inside": tied(
        "", ("rId1", "package", "embeddings/a.xlsx", False), **{"word/embeddings/a.xlsx": CANARY}
    ),
    "a button": tied(
        '<w:control r:id="rId1"/>',
        ("rId1", "control", "activeX/a.xml", False),
        **{"word/activeX/a.xml": CANARY},
    ),
    "a web page in the middle": tied(
        '<w:altChunk r:id="rId1"/>', ("rId1", "aFChunk", "a.html", False), **{"word/a.html": CANARY}
    ),
    "a document in the middle": tied(
        '<w:subDoc r:id="rId1"/>', ("rId1", "subDocument", f"file:///{CANARY}", True)
    ),
    "a frame elsewhere": tied("", ("rId1", "frame", f"http://a.example/{CANARY}", True)),
    **{
        f"a link to {start}": tied(
            '<w:hyperlink r:id="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
            ("rId1", "hyperlink", start + CANARY, True),
        )
        for start in (
            "file:///c:/",
            "\\\\a.example\\",
            "javascript:",
            "ms-msdt:",
            "search-ms:",
            " data:text/html,",
        )
    },
    "a field that calls a program": tied(_field(f'DDEAUTO c:\\\\x "{CANARY}"')),
    "a field in pieces": tied(_field("DD", "EAU", f'TO x "{CANARY}"')),
    "a field in a field": tied(_field("QUOTE ", within=_field(f"DDE {CANARY}"))),
    "a field that fetches a picture": tied(_field(f'INCLUDEPICTURE "http://a.example/{CANARY}" \\d')),
    "a field that fetches words": tied(
        f'<w:fldSimple w:instr="INCLUDETEXT &quot;{CANARY}&quot;">{TEXT}</w:fldSimple>'
    ),
    "a field that never ends": tied(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE {CANARY}</w:instrText></w:r></w:p>'
    ),
    "a field that only ends": tied(
        f'<w:p><w:r><w:instrText>DDE {CANARY}</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "a field of the other standard": tied(
        _field(f"LINK Excel.Sheet {CANARY}").replace("w:instrText", "w:delInstrText")
    ),
    "a photo with its place": tied(
        _PICTURE.format("embed"),
        ("rId1", "image", "media/a.jpeg", False),
        **{"word/media/a.jpeg": making.jpeg()},
    ),
    "a picture with words": tied(
        _PICTURE.format("embed"),
        ("rId1", "image", "media/a.png", False),
        **{"word/media/a.png": making.png()},
    ),
    "a picture that is none": tied(
        _PICTURE.format("embed"),
        ("rId1", "image", "media/a.emf", False),
        **{"word/media/a.emf": b"\1\0\0\0" + CANARY.encode()},
    ),
    "a picture of ten thousand million dots": tied(
        _PICTURE.format("embed"),
        ("rId1", "image", "media/a.png", False),
        **{"word/media/a.png": making.png_of(making.header(100_000, 100_000), (b"tEXt", CANARY.encode()))},
    ),
    "where a picture lay": tied(f'<a:cNvPr id="1" descr="C:\\Users\\{CANARY}\\a.jpg"/>'),
    "comments of the XML": tied(f"<!-- {CANARY} --><?x {CANARY}?>"),
    "a letter font inside": of(
        {
            "[Content_Types].xml": types(word__fontTable=WORD + "fontTable+xml"),
            RELS: ties(("rId1", "fontTable", "fontTable.xml", False)),
            "word/fontTable.xml": part('<w:font w:name="A"><w:embedRegular r:id="rId9"/></w:font>', "fonts"),
            "word/_rels/fontTable.xml.rels": ties(("rId9", "font", "fonts/a.odttf", False)),
            "word/fonts/a.odttf": CANARY,
        }
    ),
    "a macro's settings": tied(
        "",
        ("rId1", "http://schemas.microsoft.com/office/2006/relationships/wordVbaData", "v.xml", False),
        **{"word/v.xml": CANARY},
    ),
    "another word for the same space": of(
        {
            "word/document.xml": part(TEXT).replace(
                "<w:body>", f'<q:altChunk xmlns:q="{making.W}" r:id="x{CANARY}"/><w:body>'
            )
        }
    ),
    "a program before it": lambda: docx() + b"MZ" + CANARY.encode(),
}
