"""Files on the disk: whole or not at all, found by id only, gone when they are destroyed."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from evenhand.casework.files import Damaged, NotStored, Store

_NOW = timedelta(seconds=-5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


def test_what_is_stored_can_be_read_and_destroyed(store: Store) -> None:
    file_id = store.add(b"a letter")
    assert store.read(file_id) == b"a letter"
    assert store.destroy(file_id) is True
    assert store.destroy(file_id) is False
    with pytest.raises(NotStored):
        store.read(file_id)


def test_the_same_bytes_have_two_ids_that_say_nothing(store: Store) -> None:
    first, second = store.add(b"a"), store.add(b"a")
    assert first != second
    assert len(first) == 32
    store.destroy(first)
    assert store.read(second) == b"a"


def test_only_their_owner_can_read_them(store: Store) -> None:
    file_id = store.add(b"a")
    place = store.folder / file_id[:2] / file_id
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "file_id", ["", "../../etc/passwd", "a" * 31, "A" * 32, "a" * 32 + "\n", "/" * 32, "0" * 32, "\0" * 32]
)
def test_no_other_id_reaches_a_file(store: Store, file_id: str) -> None:
    with pytest.raises(NotStored):
        store.read(file_id)


def test_a_link_in_the_place_of_a_file_is_not_followed(store: Store, tmp_path: Path) -> None:
    file_id = store.add(b"a")
    (tmp_path / "secret").write_bytes(b"secret")
    place = store.folder / file_id[:2] / file_id
    place.unlink()
    place.symlink_to(tmp_path / "secret")
    with pytest.raises(NotStored):
        store.read(file_id)


def test_a_file_that_changed_on_the_disk_is_not_handed_out(store: Store) -> None:
    file_id = store.add(b"a")
    sum_of_a = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert store.read(file_id, sha256=sum_of_a) == b"a"
    (store.folder / file_id[:2] / file_id).write_bytes(b"b")
    with pytest.raises(Damaged):
        store.read(file_id, sha256=sum_of_a)


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_when_the_disk_fails_nothing_is_left(
    store: Store, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(b"before")

    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, step, fails)
    with pytest.raises(OSError, match="no space left"):
        store.add(b"a")
    monkeypatch.undo()
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1


def test_the_order_is_write_then_file_then_name_then_folder(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(b"before")
    steps: list[str] = []
    fsync, rename = os.fsync, os.rename

    def synced(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def renamed(old: Path, new: Path) -> None:
        steps.append("name")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", renamed)
    store.add(b"a")
    assert steps[-3:] == ["file", "name", "folder"]


def test_orphans_are_those_that_nobody_names_and_that_have_settled(store: Store) -> None:
    known, orphan = store.add(b"a"), store.add(b"b")
    assert store.orphans({known}) == []
    assert store.orphans({known}, settled_after=_NOW) == [orphan]
    os.utime(store.folder / orphan[:2] / orphan, (0, 0))
    assert store.orphans([known]) == [orphan]


def test_half_a_file_is_no_file_and_is_swept_away(store: Store) -> None:
    file_id = store.add(b"a")
    half = store.folder / file_id[:2] / ("0" * 32 + ".part")
    half.write_bytes(b"half")
    assert store.orphans({file_id}, settled_after=_NOW) == []
    assert store.sweep_unfinished() == 0
    assert store.sweep_unfinished(settled_after=_NOW) == 1
    assert not half.exists()
    assert store.read(file_id) == b"a"
