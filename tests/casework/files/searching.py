"""Looking for something in every corner of a file, unpacked as far as it goes."""

import contextlib
import io
import zipfile
import zlib

import pikepdf
from PIL import Image

from evenhand.casework.files import Kind


def everything_in(kind: Kind, data: bytes) -> list[bytes]:
    """The bytes themselves, and all that a patient reader could unpack from them."""
    found = [data]
    if kind is Kind.PDF:
        found += _in_pdf(data)
    elif kind is Kind.DOCX:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for entry in package.infolist():
                inner = package.read(entry)
                found += [entry.filename.encode(), entry.comment, entry.extra, inner]
                if inner.startswith((b"\x89PNG", b"\xff\xd8")):
                    found += _in_picture(inner)
    elif kind in (Kind.JPEG, Kind.PNG):
        found += _in_picture(data)
    return found


def _in_pdf(data: bytes) -> list[bytes]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_raw_bytes())
                for key, value in thing.items():
                    found += [str(key).encode(), _written(value)]
                try:
                    found.append(thing.read_bytes())
                except pikepdf.PdfError:
                    continue
            else:
                found.append(_written(thing))
        found.append(_written(pdf.trailer))
    return found


def _written(thing: object) -> bytes:
    return thing.unparse(resolved=True) if isinstance(thing, pikepdf.Object) else str(thing).encode()


def _in_picture(data: bytes) -> list[bytes]:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    found = [repr(picture.info).encode(), repr(dict(picture.getexif())).encode()]
    at = data.find(b"x\x9c")
    while at >= 0:
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(data[at:]))
        at = data.find(b"x\x9c", at + 1)
    return found


def stands_in(needle: str, kind: Kind, data: bytes) -> bool:
    """Whether these letters stand anywhere in the file, in any of the ways that letters are written."""
    ways = (
        needle.encode(),
        needle.encode("utf-16-le"),
        needle.encode("utf-16-be"),
        needle.encode().hex().encode(),
    )
    return any(way in piece for piece in everything_in(kind, data) for way in ways)
