"""Every public page before the Nu Html Checker, where Java and the checker's jar are there.

`test_pages` holds the pages against a strict parser in any case.
"""

import json
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.nu_checker import JAR
from tests.web.pages import ALL_PAGES

pytestmark = pytest.mark.java


def check(folder: Path) -> list[str]:
    """What the checker says of the pages in a folder: errors and warnings, a line each."""
    told = subprocess.run(
        ["java", "-jar", str(JAR), "--format", "json", str(folder)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    messages = json.loads(told.stderr)["messages"]
    return [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in messages]


def test_the_checker_has_nothing_to_say(client: Client, tmp_path: Path) -> None:
    for number, address in enumerate(ALL_PAGES):
        name = "".join(letter if letter.isalnum() else "-" for letter in address)
        (tmp_path / f"{number:02}{name}.html").write_bytes(client.get(address).content)
    assert check(tmp_path) == []


def test_the_checker_would_have_found_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!doctype html><html lang=en><title>t</title><p><div></p>", encoding="utf-8"
    )
    assert check(tmp_path)
