"""A browser beside Django in one process."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests import chromium

# Playwright keeps an event loop running in this thread, and Django then takes every query of a
# test for one that would block it. Nothing here serves requests from that loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file of tests; each test opens contexts or pages of its own, and closes them."""
    with chromium.launched() as launched:
        yield launched
