"""Text that hides something, and files that only say that they are text."""

import base64
from collections.abc import Callable

from tests.casework.files import making
from tests.casework.files.making import CANARY

Making = Callable[[], bytes]


def _is(data: bytes | str) -> Making:
    return lambda: data.encode() if isinstance(data, str) else data


_TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "run this")

# The words that must be left, beside what came in.
NEUTRALISED: dict[str, tuple[Making, str]] = {
    "turned round": (_is("the file is \u202egnp.exe\u202c here"), "the file is gnp.exe here"),
    "set apart": (_is("a\u2066b\u2069c"), "abc"),
    "letters that nobody sees": (_is("read" + _TAGS + " me"), "read me"),
    "no letters at all": (_is("a\ufeffb\u2060c\ufffed"), "abcd"),
    "a bell in a long letter": (_is("dear all\x07 " + "word " * 200), "dear all " + "word " * 200),
    "colours of a terminal": (_is("\x1b[31mred\x1b[0m " + "word " * 200), "[31mred[0m " + "word " * 200),
    "a mark at the beginning": (_is(b"\xef\xbb\xbfhello"), "hello"),
    "UTF-16 from Windows": (_is("héllo\r\nyou".encode("utf-16")), "héllo\nyou"),
    "UTF-16 the other way": (_is(b"\xfe\xff" + "héllo".encode("utf-16-be")), "héllo"),
    "Windows-1252": (_is("the child’s café – £5".encode("cp1252")), "the child’s café – £5"),
    "old line ends": (_is("a\rb\r\nc\u2028d\x0ce"), "a\nb\nc\nd\ne"),
    "Urdu with its joiners": (_is("می\u200cخواہم"), "می\u200cخواہم"),
    "a formula": (_is("=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0"),
    "a script of the shell": (_is("#!/bin/sh\nrm -rf /"), "#!/bin/sh\nrm -rf /"),
    "a header in the text": (
        _is("Content-Type: text/html\r\n\r\n<script>"),
        "Content-Type: text/html\n\n<script>",
    ),
    "packed in letters": (_is(base64.b64encode(b"MZ" * 40)), base64.b64encode(b"MZ" * 40).decode()),
}

REFUSED: dict[str, Making] = {
    "nothing": _is(b""),
    "nothing but blanks": _is(b" \r\n\t\xc2\xa0 "),
    "nothing but a mark": _is(b"\xef\xbb\xbf"),
    "nothing that is seen": _is("\u200b\u202e\u2066"),
    "a NUL": _is(b"hello\0there"),
    "NULs at the end": _is(b"hello" + b"\0" * 500),
    "UTF-16 without its mark": _is("hello".encode("utf-16-le")),
    "UTF-16 cut in a letter": _is("hello".encode("utf-16")[:-1]),
    "half a letter of UTF-16": _is(b"\xff\xfe\x00\xd8a\x00"),
    "a NUL in UTF-16": _is("a\0b".encode("utf-16")),
    "UTF-32": _is("hello".encode("utf-32")),
    "full of control characters": _is("\x01\x02\x03hello\x04"),
    "letters that Windows-1252 does not have": _is(b"caf\xe9 \x81\x8d"),
    "a control character in Windows-1252": _is(b"caf\xe9 \x07" + b"word " * 400),
    "noise": lambda: making.noise(30_000),
    "a program for Windows": lambda: b"MZ\x90\0\3\0\0\0" + making.noise(3000),
    "a program for Linux": lambda: b"\x7fELF\2\1\1\0" + making.noise(3000),
    "a web page": _is("<!DOCTYPE html><script>alert(1)</script>"),
    "a web page after a mark and blanks": _is("\ufeff \n <HTML><body onload=x>"),
    "XML with a file in it": _is(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    ),
    "rich text": _is(r"{\rtf1\ansi{\object\objocx}}"),
    "packed with gzip": lambda: b"\x1f\x8b\x08\0" + making.noise(500),
    "packed with 7-Zip": lambda: b"7z\xbc\xaf\x27\x1c" + making.noise(500),
    "packed with RAR": lambda: b"Rar!\x1a\x07\1\0" + making.noise(500),
    "a web page before a PDF": lambda: b"<html>" + CANARY.encode() + making.pdf_with(),
    "a program before a PDF": lambda: b"MZ\0\0" + making.pdf_with(),
    "a picture before a PDF": lambda: b"GIF89a" + making.pdf_with(),
    "words before a Word document": lambda: b"hello" + making.docx(),
    "larger than is taken": lambda: b"a" * 15_000_001,
}
