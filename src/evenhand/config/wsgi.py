"""The callable that gunicorn serves."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evenhand.config.settings")

application = get_wsgi_application()


def _refuse_a_wrong_start() -> None:
    """Stop before anybody is served, and leave no connection open for the workers to share."""
    from django.db import connections

    from evenhand.people.demonstration import refuse_a_password_of_nobodys

    try:
        refuse_a_password_of_nobodys()
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))
    finally:
        connections.close_all()


_refuse_a_wrong_start()
