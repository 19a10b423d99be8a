"""What must be true of the repository's own files."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.fit_to_commit import faults

ROOT = Path(__file__).parents[2]


def committed() -> list[Path]:
    """Every file that git holds or would hold; outside a clone there is nothing to ask."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_nothing_that_may_not_be_committed() -> None:
    assert [fault for path in committed() for fault in faults(path)] == []


def test_every_file_ends_with_a_line_feed_and_uses_no_other() -> None:
    for path in committed():
        data = path.read_bytes()
        if b"\0" in data or "vendor" in path.parts or path.suffix in {".woff2", ".png"}:
            continue
        assert data == b"" or data.endswith(b"\n"), path
        if path.suffix not in {".csv", ".jsonl"}:
            assert b"\r\n" not in data, path


@pytest.mark.parametrize("command", ["make run", "make test", ".venv/bin/evenhand dates 2026-06-15"])
def test_the_readme_names_the_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_pictures_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"docs/images/[\w-]+\.png", readme)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file(), picture


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/index.md"])
def test_links_between_files_lead_somewhere(page: str) -> None:
    file = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)", file.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (file.parent / target).exists(), target


def test_make_help_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    helped = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, check=True, text=True)
    for target in phony[1].split():
        assert f"make {target} " in helped.stdout


def test_every_adr_has_its_parts_and_no_number_in_its_heading() -> None:
    for path in sorted((ROOT / "docs" / "adr").glob("*.md")):
        assert re.match(r"\d{4}-[a-z0-9-]+\.md$", path.name), path
        lines = path.read_text(encoding="utf-8").splitlines()
        assert re.match(r"# \D", lines[0]), path
        assert re.match(r"\d{4}-\d\d-\d\d · \w+", lines[1]), path
        parts = [line for line in lines if line.startswith("## ")]
        assert parts == [
            "## What pushed us",
            "## What we do",
            "## What it costs",
            "## What would change our mind",
        ], path


def test_every_fragment_has_a_type_that_the_changes_know() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    types = {known["directory"] for known in settings["tool"]["towncrier"]["type"]}
    for path in (ROOT / "changelog.d").glob("+*"):
        _, kind, suffix = path.name.rsplit(".", 2)
        assert (kind in types, suffix) == (True, "md"), path
        assert path.read_text(encoding="utf-8").strip(), path


def test_the_server_is_promised_exactly_what_is_pinned() -> None:
    """The names in pyproject are those of requirements/base.in, less the build's own."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = (ROOT / "requirements" / "base.in").read_text(encoding="utf-8").splitlines()
    named = {line for line in wanted if line and not line.startswith("#")}
    assert named - {"pip>=25", "setuptools", "wheel"} == set(settings["project"]["dependencies"])


@pytest.mark.parametrize("name", ["base", "dev", "bench"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([A-Za-z0-9_.-]+)==.*(?: \\\n    --hash=sha256:[0-9a-f]{64})+$", text, re.MULTILINE
    )
    assert pinned
    assert len(pinned) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE))


def test_the_pins_agree_with_one_another() -> None:
    versions: dict[str, str] = {}
    for name in ("base", "dev", "bench"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        for package, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", text, re.MULTILINE):
            assert versions.setdefault(package, version) == version, package
