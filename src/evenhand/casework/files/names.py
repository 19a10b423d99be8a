"""Names for files that are safe to show, to send and to save."""

import re
import unicodedata

from evenhand.casework.files.kinds import Kind

LONGEST = 100
# Most file systems count bytes and stop at 255.
LONGEST_IN_BYTES = 240

# Endings that say what a file is, so that one which lies about its kind does not stay in the name.
_ENDINGS = frozenset(
    [
        "pdf",
        "docx",
        "doc",
        "docm",
        "dot",
        "dotx",
        "dotm",
        "rtf",
        "odt",
        "txt",
        "text",
        "jpg",
        "jpeg",
        "jpe",
        "png",
        "apng",
        "gif",
        "heic",
        "heif",
        "webp",
        "svg",
        "bmp",
        "tif",
        "tiff",
        "exe",
        "com",
        "bat",
        "cmd",
        "scr",
        "pif",
        "msi",
        "js",
        "jse",
        "vbs",
        "vbe",
        "wsf",
        "wsh",
        "ps1",
        "hta",
        "htm",
        "html",
        "xhtml",
        "xml",
        "mht",
        "mhtml",
        "lnk",
        "url",
        "jar",
        "py",
        "sh",
        "php",
        "asp",
        "aspx",
        "jsp",
        "zip",
        "rar",
        "7z",
        "gz",
        "iso",
        "img",
        "dll",
        "cpl",
        "reg",
        "chm",
        "xls",
        "xlsx",
        "xlsm",
        "ppt",
        "pptx",
        "pptm",
    ]
)
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[. ])")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*%;]+')
# Letters that cannot be seen but pass for spaces: they are not of category C or Z.
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u034f\u2800")


def safe_name(name: str, kind: Kind) -> str:
    """A name to show and to save under: no folder, no hidden or reversing characters, at most 100
    characters, and always the ending of the kind that was found.
    """
    stem = unicodedata.normalize("NFC", name[:4000])
    stem = re.split(r"[/\\]", stem)[-1]
    stem = "".join(_seen(character) for character in stem)
    stem = " ".join(_NOT_IN_NAMES.sub("-", stem).split()).strip(". ")
    stem = _without_endings(stem)
    stem = _RESERVED.sub(r"\1_", stem)
    stem = _shortened(stem, kind)
    return f"{stem or 'document'}.{kind.value}"


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category.startswith("Z"):
        return " "
    return "" if category.startswith("C") or character in _UNSEEN else character


def _without_endings(stem: str) -> str:
    while True:
        before, dot, ending = stem.rpartition(".")
        if not dot or ending.strip().lower() not in _ENDINGS:
            # A name that is nothing but an ending, such as ".pdf" on its own.
            return "" if stem.lower() in _ENDINGS else stem
        stem = before.rstrip(". ")


def _shortened(stem: str, kind: Kind) -> str:
    ending = len(kind.value) + 1
    stem = stem[: LONGEST - ending]
    while len(stem.encode()) > LONGEST_IN_BYTES - ending:
        stem = stem[:-1]
    return stem.rstrip(". ")
