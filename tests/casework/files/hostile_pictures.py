"""Pictures that tell, burst or are something else."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from tests.casework.files import making
from tests.casework.files.making import CANARY, chunk, header, jpeg, png, png_of

Making = Callable[[], bytes]
_LINE = b"\0" + b"\x10\x20\x30" * 4
_DOTS = (b"IDAT", zlib.compress(_LINE * 4))
_END = (b"IEND", b"")


def _inserted(*those: tuple[bytes, bytes]) -> Making:
    return lambda: png_of(header(4, 4), *those, _DOTS, _END)


def _segment(marker: int, data: bytes) -> Making:
    def make() -> bytes:
        plain = jpeg(exif=b"", comment=b"")
        return plain[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data + plain[2:]

    return make


def _moving() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _two_photos() -> bytes:
    out = io.BytesIO()
    making.two_halves().save(
        out, "MPO", save_all=True, append_images=[making.two_halves((20, 40))], exif=making.exif()
    )
    return out.getvalue()


_C = CANARY.encode()

NEUTRALISED: dict[str, Making] = {
    "a photo with its place": jpeg,
    "a photo with a small photo in it": lambda: jpeg(exif=making.exif().tobytes() + _C),
    "a photo with a profile": lambda: jpeg(icc_profile=_C * 20),
    "a photo with XMP": _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _C),
    "a photo with words of the press": _segment(0xED, b"Photoshop 3.0\x008BIM" + _C),
    "a photo with a maker's part": _segment(0xEB, _C * 50),
    "a photo with a comment that is a program": _segment(0xFE, b"<?php " + _C),
    "a photo with a zip file after it": lambda: jpeg() + making.zipped({"a": CANARY}, 0),
    "a photo with a web page after it": lambda: jpeg() + b"<script>" + _C,
    "a photo with a photo after it": _two_photos,
    "a slow photo with its place": lambda: jpeg(progressive=True),
    "a grey photo with its place": lambda: jpeg(making.two_halves().convert("L")),
    "a photo for printing": lambda: jpeg(making.two_halves().convert("CMYK")),
    "a picture with words of every kind": png,
    "a picture with a comment": _inserted((b"tEXt", b"Comment\0" + _C)),
    "a picture with packed words": _inserted((b"zTXt", b"Comment\0\0" + zlib.compress(_C * 9))),
    "a picture with words in Welsh": _inserted((b"iTXt", b"Awdur\0\0\0cy\0Awdur\0" + _C)),
    "a picture with a profile": _inserted((b"iCCP", b"p\0\0" + zlib.compress(_C * 9))),
    "a picture with the time": _inserted(
        (b"tIME", struct.pack(">HBBBBB", 2026, 1, 2, 3, 4, 5)), (b"prVt", _C)
    ),
    "a picture with parts of its own": _inserted((b"caNb", _C * 100)),
    "a picture with EXIF": _inserted((b"eXIf", making.exif().tobytes()[6:])),
    "a picture that moves": _moving,
    "a picture with a program after it": lambda: png() + b"MZ" + _C,
    "a picture with a PDF after it": lambda: png() + making.pdf_with(),
    "a picture with a palette": lambda: png(making.two_halves().convert("P")),
    "a picture in two colours": lambda: png(making.two_halves().convert("1")),
    "a picture that is partly clear": lambda: png(making.two_halves().convert("RGBA")),
    "a picture of deep greys": lambda: png(Image.new("I;16", (9, 9), 4000)),
}


def _swollen(width: int, height: int) -> Making:
    return lambda: png_of(header(width, height), (b"IDAT", zlib.compress(b"\0" * 2_000_000, 9)), _END)


def _jpeg_of(width: int, height: int) -> bytes:
    whole = jpeg(exif=b"", comment=b"")
    at = whole.index(b"\xff\xc0")
    return whole[: at + 5] + struct.pack(">HH", height, width) + whole[at + 9 :]


def _cut(make: Making, share: float) -> Making:
    def cut() -> bytes:
        whole = make()
        return whole[: max(4, int(len(whole) * share))]

    return cut


def _of(form: str) -> Making:
    def make() -> bytes:
        out = io.BytesIO()
        making.two_halves().save(out, form)
        return out.getvalue()

    return make


REFUSED: dict[str, Making] = {
    "a picture of more dots than there is room for": _swollen(9000, 9000),
    "a picture as wide as can be written": _swollen(2**31 - 1, 1),
    "a picture larger than can be written": _swollen(2**32 - 1, 2**32 - 1),
    "a picture of no width": _swollen(0, 9),
    "a picture of a hundred thousand by a hundred thousand": _swollen(100_000, 100_000),
    "a picture with a bomb in its words": _inserted(
        (b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 90_000_000, 9))
    ),
    "a picture with a bomb in its profile": _inserted(
        (b"zTXt", b"p\0\0" + zlib.compress(b"a" * 50_000_000, 9))
    ),
    "a picture with wrong sums": lambda: png().replace(b"IDAT", b"IDAt"),
    "a picture with a header that is too short": lambda: png_of((b"IHDR", b"\0\0\0\1"), _DOTS, _END),
    "a picture with no dots": lambda: png_of(header(4, 4), _END),
    "a picture that begins like one": lambda: b"\x89PNG\r\n\x1a\n" + making.noise(5000),
    "a part that is longer than the file": lambda: png_of(header(4, 4)) + b"\x7f\xff\xff\xffIDATx",
    "a photo of the largest size": lambda: _jpeg_of(65_500, 65_500),
    "a photo that begins like one": lambda: b"\xff\xd8\xff" + making.noise(5000),
    "a photo of nothing": lambda: b"\xff\xd8\xff\xd9",
    "a photo whose parts are endless": lambda: b"\xff\xd8" + b"\xff\xe1\xff\xff" * 2000,
    **{f"a photo cut at {share}": _cut(jpeg, share) for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)},
    **{f"a picture cut at {share}": _cut(png, share) for share in (0.02, 0.1, 0.5, 0.8)},
    **{f"a {form} picture": _of(form) for form in ("GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM")},
    "a phone's HEIC": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + making.noise(900),
    "an AVIF": lambda: b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + making.noise(900),
    "a film": lambda: b"\0\0\0\x18ftypisom\0\0\2\0isommp42" + making.noise(900),
    "an SVG with a script": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "a chunk before its header": lambda: b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"a\0b") + b"x",
}

EITHER: dict[str, Making] = {
    "a film that says PNG": lambda: png_of(
        header(4, 4), (b"acTL", struct.pack(">II", 2**31 - 1, 0)), _DOTS, _END
    ),
    "a picture cut just before its end": _cut(png, 0.99),
    "a photo cut just before its end": _cut(jpeg, 0.99),
    "a picture of more dots than it says": lambda: png_of(header(2, 2), _DOTS, _END),
    "a picture of fewer dots than it says": lambda: png_of(header(40, 40), _DOTS, _END),
}
