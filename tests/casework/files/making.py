"""Good files of every kind, made here so that no binary lies in the repository."""

import io
import random
import struct
import zipfile
import zlib

import pikepdf
from PIL import Image, PngImagePlugin

# What must never be found again in a file that was cleaned, wherever it was hidden.
CANARY = "CANARYbird51N"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
V = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:v="{V}" xmlns:o="{OFFICE}"'


# --------------------------------------------------------------------------- pictures


def exif(turned: int = 1) -> Image.Exif:
    told = Image.Exif()
    told[0x0112] = turned
    told[0x010E] = CANARY
    told[0x0110] = CANARY + " phone"
    told.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 29: CANARY})
    return told


def two_halves(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Red on the left and blue on the right."""
    picture = Image.new("RGB", size, (230, 20, 20))
    picture.paste((20, 20, 230), (size[0] // 2, 0, *size))
    return picture


def jpeg(picture: Image.Image | None = None, **settings: object) -> bytes:
    out = io.BytesIO()
    (picture or two_halves()).save(out, "JPEG", **{"exif": exif(), "comment": CANARY, **settings})
    return out.getvalue()


def png(picture: Image.Image | None = None, **settings: object) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", CANARY)
    told.add_text("Comment", CANARY, zip=True)
    told.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>", "en", "xmp", zip=True)
    out = io.BytesIO()
    (picture or two_halves()).save(out, "PNG", **{"pnginfo": told, "exif": exif(), **settings})
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def header(width: int, height: int, depth: int = 8, colours: int = 2) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


# -------------------------------------------------------------------------------- PDF


def pdf_with(change=None, *, pages: int = 1, **saving: object) -> bytes:
    """A PDF with words on its pages, changed by `change(pdf)` before it is written."""
    pdf = pikepdf.new()
    for number in range(pages):
        pdf.add_blank_page(page_size=(300, 300))
        page = pdf.pages[number]
        page.Contents = pdf.make_stream(
            f"BT /F1 12 Tf 20 200 Td (Page {number + 1} of a letter) Tj ET".encode()
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if change:
        change(pdf)
    out = io.BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()


def raw_pdf(*objects: str | bytes, trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF written by hand, with a true table of where its objects are."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += (
            f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
        )
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


# ------------------------------------------------------------------------------- DOCX


def part(body: str, root: str = "document") -> str:
    inner = f"<w:body>{body}</w:body>" if root == "document" else body
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inner}</w:{root}>'


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


_EXTERNAL = ' TargetMode="External"'


def ties(*those: tuple[str, str, str, bool]) -> str:
    """Relationships from (id, kind, target, external)."""
    lines = [
        f'<Relationship Id="{tie_id}" Type="{kind if ":" in kind else R + "/" + kind}" Target="{target}"'
        f"{_EXTERNAL if external else ''}/>"
        for tie_id, kind, target, external in those
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


def types(main: str = WORD + "document.main+xml", **overrides: str) -> str:
    lines = [f'<Override PartName="/word/document.xml" ContentType="{main}"/>']
    lines += [
        f'<Override PartName="/{name.replace("__", "/")}.xml" ContentType="{kind}"/>'
        for name, kind in overrides.items()
    ]
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{"".join(lines)}</Types>'
    )


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{CANARY}</dc:creator></cp:coreProperties>'
)


def docx_parts(body: str = words("A letter about school."), **more: str | bytes) -> dict[str, str | bytes]:
    """The parts of a small document; in `more` a double underscore stands for a slash, and `_x` for a dot."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": ties(
            ("rId1", "officeDocument", "word/document.xml", False),
            ("rId2", "metadata/core-properties", "docProps/core.xml", False),
        ),
        "word/document.xml": part(body),
        "docProps/core.xml": CORE,
    }
    return {**parts, **more}


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def docx(body: str = words("A letter about school."), **changed: str | bytes) -> bytes:
    """A small document; `changed` as {"name of part": content} through `**`."""
    return zipped(docx_parts(body, **changed))


RELS = "word/_rels/document.xml.rels"
