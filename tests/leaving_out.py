"""Tests that need more than Python: what they need, how it is found, and what brings it.

A test says `@pytest.mark.browser`, `java` or `postgres`. Where the thing is missing the test
is left out, and the last line of the run says how many were and the one command that brings
everything that was missing. With EVENHAND_ALL=1 nothing may be left out: such a test fails.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest


class Component(NamedTuple):
    """Something that is not Python: its marker, its name, its Debian packages, where it is, and what else brings it."""

    marker: str
    name: str
    package: str
    find: Callable[[], object]
    also: str = ""


def _chromium() -> object:
    from tests import chromium

    return chromium.find()


def _java() -> object:
    """Java, and the Nu Html Checker that it runs, which the development tools bring."""
    from tests import nu_checker

    return shutil.which("java") and nu_checker.JAR.exists()


def _postgres() -> object:
    """A server's own programs, which the development tools bring for most machines."""
    from tests import postgres

    return postgres.programs()


COMPONENTS = [
    Component("browser", "Chromium", "chromium", _chromium),
    Component(
        "java",
        "Java with the Nu Html Checker",
        "default-jre-headless",
        _java,
        "npm ci --ignore-scripts --prefix assets",
    ),
    Component("postgres", "PostgreSQL", "postgresql", _postgres),
]


@cache
def _present(component: Component) -> bool:
    return bool(component.find())


def _missing(item: pytest.Item) -> Iterator[Component]:
    for component in COMPONENTS:
        if item.get_closest_marker(component.marker) and not _present(component):
            yield component


def _brings(components: list[Component]) -> str:
    packages = "sudo apt-get install -y " + " ".join(component.package for component in components)
    return " && ".join([packages, *(component.also for component in components if component.also)])


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave the test out, or fail it, where something it needs is not there."""
    missing = list(_missing(item))
    if not missing:
        return
    reason = f"needs {' and '.join(component.name for component in missing)}"
    if os.environ.get("EVENHAND_ALL") == "1":
        pytest.fail(f"{reason}, and EVENHAND_ALL=1 leaves nothing out: {_brings(missing)}", False)
    pytest.skip(reason)


def last_line(skipped: list[pytest.TestReport]) -> str | None:
    """What the run's last line says of the tests that were left out; None if there are none."""
    left_out = [
        (report, [c for c in COMPONENTS if c.marker in report.keywords and not _present(c)])
        for report in skipped
    ]
    counts = Counter(component for _, missing in left_out for component in missing)
    if not counts:
        return None
    tests = sum(1 for _, missing in left_out if missing)
    needs = ", ".join(f"{count} for want of {c.name}" for c, count in counts.items())
    were = "1 test was" if tests == 1 else f"{tests} tests were"
    return f"{were} left out ({needs}). To bring them in: {_brings(list(counts))}"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Print the last line after pytest's own; under xdist only the process that reports does."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    line = last_line(reporter.stats.get("skipped", []))
    if line:
        reporter.ensure_newline()
        reporter.write_line(line)
