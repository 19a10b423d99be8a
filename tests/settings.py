"""The settings of the tests: the product's own, with a data folder and a database that are thrown away."""

import os
import tempfile

from tests import postgres

# Held for as long as the tests run, then removed with what is in it.
_folder = tempfile.TemporaryDirectory(prefix="evenhand-tests-")
os.environ |= {
    "EVENHAND_DATA": _folder.name,
    "EVENHAND_DATABASE": postgres.address(),
    "EVENHAND_HOSTS": "localhost 127.0.0.1 testserver",
    "EVENHAND_PLAIN_HTTP": "1",
    "EVENHAND_SECRET_KEY": "a key for tests and for nothing else, long enough for Django's check",
}

from evenhand.config.settings import *  # noqa: E402, F403
from evenhand.config.settings import STORAGES  # noqa: E402

# Straight from the source folders: tests need no collectstatic.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
