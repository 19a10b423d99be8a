"""Where clean files lie: under a random name, outside anything that is served."""

import hashlib
import os
import re
import secrets
from collections.abc import Collection, Iterator
from datetime import timedelta
from pathlib import Path

from evenhand import clock

_ID = re.compile(r"[0-9a-f]{32}")
_UNFINISHED = ".part"
# A file is written before the row that names it, so a young one is not yet an orphan.
SETTLED_AFTER = timedelta(hours=1)


class NotStored(LookupError):
    """There is no file under this id."""


class Damaged(Exception):
    """The file is not what it was when it was stored."""


class Store:
    """Files by random id, in one folder that only this user can read.

    Write the file first and the row that names it second; destroy the row first and the file
    second. What falls between the two is an orphan, and `orphans` finds it.
    """

    def __init__(self, folder: Path) -> None:
        """folder: where the files lie; it is made when it is first needed."""
        self.folder = folder

    def add(self, data: bytes) -> str:
        """Store these bytes and return their id. They are on the disk when it returns."""
        file_id = secrets.token_hex(16)
        place = self._place(file_id)
        self._make(place.parent)
        unfinished = place.with_name(place.name + _UNFINISHED)
        try:
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.rename(unfinished, place)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _settle(place.parent)
        return file_id

    def read(self, file_id: str, *, sha256: str | None = None) -> bytes:
        """The bytes under this id. Raise NotStored, or Damaged when they do not match the sum given."""
        try:
            descriptor = os.open(self._place(file_id), os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            raise NotStored(file_id) from None
        with os.fdopen(descriptor, "rb") as file:
            data = file.read()
        if sha256 is not None and not secrets.compare_digest(hashlib.sha256(data).hexdigest(), sha256):
            raise Damaged(file_id)
        return data

    def destroy(self, file_id: str) -> bool:
        """Take the file away for good; whether there was one. To do it twice is harmless."""
        place = self._place(file_id)
        try:
            place.unlink()
        except FileNotFoundError:
            return False
        _settle(place.parent)
        return True

    def orphans(self, known_ids: Collection[str], *, settled_after: timedelta = SETTLED_AFTER) -> list[str]:
        """Ids of files that nobody names, in order: older than an hour unless told otherwise."""
        known = frozenset(known_ids)
        return sorted(
            path.name
            for path in self._files(settled_after)
            if _ID.fullmatch(path.name) and path.name not in known
        )

    def sweep_unfinished(self, *, settled_after: timedelta = SETTLED_AFTER) -> int:
        """Take away what was left half written when a process died; how many there were."""
        half = [path for path in self._files(settled_after) if path.name.endswith(_UNFINISHED)]
        for path in half:
            path.unlink(missing_ok=True)
        return len(half)

    def _place(self, file_id: str) -> Path:
        if not _ID.fullmatch(file_id):
            raise NotStored(file_id)
        return self.folder / file_id[:2] / file_id

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        _settle(self.folder)

    def _files(self, settled_after: timedelta) -> Iterator[Path]:
        latest = (clock.instant() - settled_after).timestamp()
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            if path.is_file() and not path.is_symlink() and path.stat().st_mtime <= latest:
                yield path


def _settle(folder: Path) -> None:
    """Make the folder itself remember: a rename is not on the disk until its folder is."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
