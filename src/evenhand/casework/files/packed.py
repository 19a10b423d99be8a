"""The zip file that a Word document is: looked at as a list before anything is unpacked."""

import io
import stat
import zipfile
import zlib
from itertools import pairwise

from evenhand.casework.files.sayings import Refusal, Refused

MOST_ENTRIES = 1500
LARGEST_ENTRY = 30_000_000
LARGEST_UNPACKED = 100_000_000
# A page of white dots packs well; a part of more than a megabyte that packs better than this is a trap.
STEEPEST = 250
_STEEP_FROM = 1_000_000
_LOCKED = 0x1


class Packed:
    """Parts of a package by their names. What they unpack to is counted, whatever the list says."""

    def __init__(self, data: bytes) -> None:
        """Raise Refused when the list of parts is broken, locked, odd or too large."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except Exception:  # a list made to confuse can break the reader in many ways
            raise Refused(Refusal.BROKEN) from None
        self._left = LARGEST_UNPACKED
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._check_sizes(entries)
        for entry in entries:
            self._check(entry)
            if not entry.is_dir():
                self._entries[entry.filename.lower()] = entry

    def _check_sizes(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            raise Refused(Refusal.SWELLS)
        begins = sorted((entry.header_offset, entry.compress_size) for entry in entries)
        for (begin, size), (following, _) in pairwise(begins):
            if begin + size > following:  # one heap of bytes that is unpacked many times over
                raise Refused(Refusal.SWELLS)

    def _check(self, entry: zipfile.ZipInfo) -> None:
        name = entry.orig_filename
        odd = "\0" in name or "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/")
        if odd or entry.filename.lower() in self._entries or stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused(Refusal.BROKEN)
        if entry.flag_bits & _LOCKED:
            raise Refused(Refusal.LOCKED)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused(Refusal.BROKEN)
        steep = entry.file_size > _STEEP_FROM and entry.file_size > STEEPEST * max(1, entry.compress_size)
        if steep or entry.file_size > LARGEST_ENTRY:
            raise Refused(Refusal.SWELLS)

    def names(self) -> list[str]:
        """The names of all parts, in small letters: no two differ only in their capitals."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The part of this name, unpacked. Raise Refused when it is missing, broken or larger than it said."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused(Refusal.BROKEN)
        try:
            with self._zip.open(entry) as part:
                data = part.read(min(entry.file_size, self._left) + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ):
            raise Refused(Refusal.BROKEN) from None
        self._left -= len(data)
        if self._left < 0:
            raise Refused(Refusal.SWELLS)
        if len(data) != entry.file_size:
            raise Refused(Refusal.BROKEN)
        return data


def pack(parts: dict[str, bytes]) -> bytes:
    """A new package of these parts, with no date, no comment and no maker of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
