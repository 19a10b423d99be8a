"""How gunicorn serves Evenhand: two synchronous workers, this machine alone by default.

`PORT` is honoured. `EVENHAND_BIND` is the address to listen on, 127.0.0.1 unless told
otherwise; a container that is reached from outside sets it to 0.0.0.0.
"""

import os
from typing import Any

port = os.environ.get("PORT") or "8000"

bind = [f"{os.environ.get('EVENHAND_BIND') or '127.0.0.1'}:{port}"]
workers = 2
worker_class = "sync"
timeout = 30
preload_app = True
loglevel = "warning"
# An access log would keep who looked at what; the proxy in front keeps what is needed.
accesslog = None

WELCOME = f"""
Evenhand is at  http://localhost:{port}
Ask the API     curl -sS http://localhost:{port}/api/v1/advice \\
                  -H 'Content-Type: application/json' \\
                  -d '{{{{"matter": "refusal_to_assess", "notice_sent": "2026-06-15"}}}}'
Sign in at      http://localhost:{port}/accounts/login/
{{sign_ins}}Stop with Ctrl-C.
"""


def when_ready(server: Any) -> None:
    """Print the address once somebody listens there, and not before; in a demonstration the sign-ins with it."""
    print(WELCOME.format(sign_ins=_sign_ins()), flush=True)


def _sign_ins() -> str:
    """The sign-ins of a demonstration. No connection is left open for the workers to share."""
    from django.db import connections

    from evenhand.cli.demonstration.sign_ins import printed

    try:
        return printed()
    finally:
        connections.close_all()
