"""The clockwork as it runs beside the server, on a database of its own."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.sqlite


class TestAsAProcess:
    @pytest.fixture
    def told(self, tmp_path):
        told = {**os.environ, "EVENHAND_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"}
        told |= {"EVENHAND_CONTACT": "post@example.org", "EVENHAND_SMTP": "", "EVENHAND_DATABASE": ""}
        told["DJANGO_SETTINGS_MODULE"] = "evenhand.config.settings"
        return told

    def prepared(self, told):
        subprocess.run(
            [sys.executable, "-m", "evenhand.config.manage", "migrate", "--verbosity", "0"],
            env=told,
            check=True,
        )

    def test_without_a_prepared_database_it_says_what_to_do(self, told):
        ran = subprocess.run(
            [sys.executable, "-m", "evenhand.cli", "tick"],
            env=told,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ran.returncode == 2
        assert "Has it been prepared (migrate)?" in ran.stderr
        assert ran.stderr.count("\n") == 1

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_it_goes_on_until_it_is_told_to_stop(self, told, tmp_path, how):
        self.prepared(told)
        ticking = subprocess.Popen(
            [sys.executable, "-m", "evenhand.cli", "tick", "--every", "1"],
            env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            database = sqlite3.connect(tmp_path / "evenhand.sqlite3", timeout=20)
            until = time.monotonic() + 60
            count = "SELECT count(*) FROM post_run WHERE finished_at IS NOT NULL"
            while database.execute(count).fetchone()[0] < 2:
                assert time.monotonic() < until
                assert ticking.poll() is None
                time.sleep(0.1)
            database.close()
            ticking.send_signal(how)
            out, err = ticking.communicate(timeout=30)
        finally:
            ticking.kill()
        assert (ticking.returncode, out, err) == (0, "", "")
