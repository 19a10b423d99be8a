"""Pictures: drawn again from their dots, so that nothing but the dots is left."""

import io

from PIL import Image, ImageFile, PngImagePlugin

from evenhand.casework.files.sayings import Note, Refusal, Refused

# What a drawn picture may take up in memory. Turning it needs as much again.
LARGEST_DRAWN = 72_000_000
# A JPEG can be drawn at a half, a quarter or an eighth; one beyond this is no photo of a letter.
LARGEST_JPEG_DOTS = 120_000_000
LONGEST_SIDE = 30_000
_QUALITY = 88

Image.MAX_IMAGE_PIXELS = None  # counted here, against limits of our own, before anything is drawn
ImageFile.LOAD_TRUNCATED_IMAGES = False
PngImagePlugin.MAX_TEXT_CHUNK = 1_000_000
PngImagePlugin.MAX_TEXT_MEMORY = 4_000_000


def clean_jpeg(data: bytes) -> tuple[bytes, set[Note]]:
    """A photo turned the right way up and drawn again, without its place, camera or profile."""
    picture = _opened(data, "JPEG")
    notes = _told(picture)
    width, height = picture.size
    if width * height > LARGEST_JPEG_DOTS:
        raise Refused(Refusal.TOO_MANY_DOTS)
    turned = picture.getexif().get(0x0112, 1)
    if picture.mode not in ("L", "RGB", "CMYK"):
        raise Refused(Refusal.BROKEN)
    step = next((step for step in (1, 2, 4, 8) if _drawn_size(picture) <= LARGEST_DRAWN * step * step), 8)
    if step > 1:
        picture.draft(None, (width // step, height // step))
        notes.add(Note.MADE_SMALLER)
    drawn: Image.Image = _drawn(picture)
    if drawn.mode == "CMYK":
        drawn = drawn.convert("RGB")
    drawn = _upright(drawn, turned)
    return _bare(drawn, "JPEG", quality=_QUALITY, progressive=False), notes


def clean_png(data: bytes) -> tuple[bytes, set[Note]]:
    """A PNG drawn again: its first picture, its palette and its transparency, and nothing else."""
    picture = _opened(data, "PNG")
    notes = _told(picture)
    if getattr(picture, "n_frames", 1) > 1:
        notes.add(Note.FIRST_PICTURE_ONLY)
    if _drawn_size(picture) > LARGEST_DRAWN:
        raise Refused(Refusal.TOO_MANY_DOTS)
    drawn: Image.Image = _drawn(picture)
    turned = drawn.getexif().get(0x0112, 1)
    transparent = drawn.info.get("transparency")
    drawn = _upright(drawn, turned)
    kept = {} if transparent is None else {"transparency": transparent}
    return _bare(drawn, "PNG", compress_level=4, **kept), notes


def clean_gif(data: bytes) -> bytes:
    """The first picture of a GIF that stands inside a document."""
    picture = _opened(data, "GIF")
    if _drawn_size(picture) > LARGEST_DRAWN // 4:
        raise Refused(Refusal.TOO_MANY_DOTS)
    return _bare(_drawn(picture).convert("RGBA"), "GIF")


def _opened(data: bytes, form: str) -> Image.Image:
    """The picture with its size known and nothing drawn yet."""
    try:
        picture = Image.open(io.BytesIO(data), formats=[form])
    except Exception:  # Pillow's readers raise whatever they come upon
        raise Refused(Refusal.BROKEN) from None
    if picture.format not in (form, "MPO"):
        raise Refused(Refusal.BROKEN)
    if max(picture.size) > LONGEST_SIDE or min(picture.size) < 1:
        raise Refused(Refusal.TOO_MANY_DOTS)
    return picture


def _drawn_size(picture: Image.Image) -> int:
    width, height = picture.size
    # Pillow keeps four bytes for every dot that has colours, and for palettes and bits one.
    return width * height * (1 if picture.mode in ("1", "L", "P") else 2 if picture.mode[0] == "I" else 4)


def _drawn(picture: Image.Image) -> Image.Image:
    try:
        picture.load()
    except MemoryError:
        raise
    except Exception:
        raise Refused(Refusal.BROKEN) from None
    return picture


def _upright(picture: Image.Image, turned: object) -> Image.Image:
    """The picture as its maker meant it to stand, now that the word which said so goes."""
    ways = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    way = ways.get(turned) if isinstance(turned, int) else None
    return picture if way is None else picture.transpose(way)


def _told(picture: Image.Image) -> set[Note]:
    ordinary = {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
        "transparency",
        "gamma",
        "progressive",
    }
    ordinary |= {"progression", "adobe", "adobe_transform", "srgb", "interlace", "aspect", "default_image"}
    return {Note.DETAILS_REMOVED} if set(picture.info) - ordinary else set()


def _bare(picture: Image.Image, form: str, **settings: object) -> bytes:
    """Written without anything that the picture was told beside its dots."""
    picture.info = {}
    out = io.BytesIO()
    picture.save(out, form, exif=b"", icc_profile=None, **settings)
    return out.getvalue()
