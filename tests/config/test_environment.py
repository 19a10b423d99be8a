"""What the service is told from outside."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evenhand.config import environment


def test_the_data_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_DATA", str(tmp_path / "a" / "b"))
    assert environment.data_folder().is_dir()


def test_the_key_is_kept_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENHAND_SECRET_KEY")
    first = environment.secret_key(tmp_path)
    assert len(first) >= 50
    assert environment.secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", None),
        ("smtp://me:s%40me@post.example", ("post.example", 587, "me", "s@me", False, True)),
        ("smtps://post.example", ("post.example", 465, "", "", True, False)),
        ("smtp+plain://localhost:2525", ("localhost", 2525, "", "", False, False)),
    ],
)
def test_the_mail_server(given: str, expected: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_SMTP", given)
    assert environment.mail_server() == expected


@pytest.mark.parametrize("given", ["post.example:25", "http://post.example", "smtp://", "smtp:///x"])
def test_a_mail_server_that_is_none_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_SMTP", given)
    with pytest.raises(ValueError, match="EVENHAND_SMTP must look like"):
        environment.mail_server()


def test_workers_that_start_together_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENHAND_SECRET_KEY")
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(environment.secret_key, [tmp_path] * 32))
    assert len(keys) == 1


def test_a_given_key_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("told", "hosts"),
    [("a.example, b.example", ["a.example", "b.example"]), ("a.example", ["a.example"])],
)
def test_hosts(told: str, hosts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_HOSTS", told)
    assert environment.hosts() == hosts


@pytest.mark.parametrize(("told", "plain"), [("1", True), ("", False), ("yes", False)])
def test_plain_http_is_asked_for(told: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENHAND_PLAIN_HTTP", told)
    assert environment.plain_http() is plain
