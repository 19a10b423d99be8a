"""A browser beside Django in one process."""

import os

# Playwright keeps an event loop running in this thread, and Django then takes every query of a
# test for one that would block it. Nothing here serves requests from that loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
