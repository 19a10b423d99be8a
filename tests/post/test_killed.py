"""The sender is killed again and again in the middle of its work, as a power cut would."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter

import pytest

pytestmark = pytest.mark.sqlite

MESSAGES, KILLS = 150, 6
START = "import django; django.setup(); from datetime import datetime, timedelta; "
PUT = f"""
from django.db import transaction
from evenhand.post import outbox
from evenhand.post.models import Kind
from evenhand.post.words import message
words = message("Something happened.", "Please sign in.", "http://localhost/")
with transaction.atomic():
    for number in range({MESSAGES}):
        outbox.put(
            key=f"message {{number}}", to=outbox.Address(Kind.EMAIL, "parent@example.org"), words=words,
            statutory=True, due_at=datetime.fromisoformat("2026-06-01T09:00Z"),
        )
"""
SEND = """
from evenhand.post.sending import send_due
print("ready", flush=True)
send_due(now=datetime.fromisoformat("2026-06-01T09:00Z") + timedelta(minutes=11 * {turn}), limit=1000)
"""


@pytest.fixture
def told(tmp_path):
    told = {**os.environ, "EVENHAND_DATA": str(tmp_path), "EVENHAND_DATABASE": "", "EVENHAND_SMTP": ""}
    told["DJANGO_SETTINGS_MODULE"] = "evenhand.config.settings"
    subprocess.run(
        [sys.executable, "-m", "evenhand.config.manage", "migrate", "--verbosity", "0"], env=told, check=True
    )
    subprocess.run([sys.executable, "-c", START + PUT], env=told, check=True)
    return told


def send(told, turn, *, killed_after=None):
    """Run a sender at this turn of the clock; kill it when so many messages more are marked as sent."""
    sender = subprocess.Popen(
        [sys.executable, "-c", START + SEND.format(turn=turn)], env=told, stdout=subprocess.PIPE
    )
    with sender:
        if killed_after is not None:
            sender.stdout.readline()
            until = time.monotonic() + 60
            wanted = states(told)["sent"] + killed_after
            while states(told)["sent"] < wanted and sender.poll() is None:
                assert time.monotonic() < until
            sender.kill()
        sender.wait(timeout=60)
    return sender.returncode


def states(told):
    database = sqlite3.connect(os.path.join(told["EVENHAND_DATA"], "evenhand.sqlite3"), timeout=20)
    try:
        return Counter(dict(database.execute("SELECT state, count(*) FROM post_message GROUP BY state")))
    finally:
        database.close()


def test_nothing_is_lost_and_no_kill_makes_more_than_one_copy(told, tmp_path):
    ended = [send(told, turn, killed_after=7 + turn) for turn in range(KILLS)]
    assert ended == [-9] * KILLS
    assert send(told, KILLS) == 0
    assert states(told) == {"sent": MESSAGES}
    written = "".join(file.read_text() for file in (tmp_path / "mail").iterdir())
    copies = Counter(re.findall(r"^Message-ID: (\S+)$", written, re.MULTILINE))
    assert len(copies) == MESSAGES
    assert sum(copies.values()) - MESSAGES <= KILLS
    assert max(copies.values()) <= 2
