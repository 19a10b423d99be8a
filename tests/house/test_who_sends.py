"""Nothing leaves the house but through the outbox; sign-in mail is the one exception, and has its reasons (ADR 0024)."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "evenhand"
MAY_SEND = ("post", "web/accounts")
SENDERS = ("django.core.mail", "smtplib", "email.mime", "requests", "httpx", "urllib.request", "http.client")


def imported(text: str) -> set[str]:
    """The modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def sends(text: str) -> set[str]:
    """Which of the ways to send something a file imports."""
    return {name for name in imported(text) if name.startswith(SENDERS)}


@pytest.mark.parametrize(
    "planted", ["from django.core import mail", "from django.core.mail import send_mail", "import smtplib"]
)
def test_a_planted_sender_is_seen(planted: str) -> None:
    assert sends(planted)


def test_only_the_outbox_and_the_sign_in_pages_send() -> None:
    others = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if not path.relative_to(SOURCE).as_posix().startswith(MAY_SEND)
        and sends(path.read_text(encoding="utf-8"))
    ]
    assert others == []
