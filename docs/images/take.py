"""Take the pictures that the README shows: `make screenshots`.

A server is started on a free port with a data folder of its own, and stopped again.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402

# file name, address, width, height, colour scheme
PICTURES = [
    ("start.png", "/", 1280, 960, "light"),
    ("start-phone.png", "/", 375, 740, "light"),
    ("start-phone-dark.png", "/", 375, 740, "dark"),
]


def main() -> None:
    """Serve, take every picture, stop."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        told = os.environ | {"PORT": str(port), "EVENHAND_DATA": data}
        server = subprocess.Popen(["make", "run"], cwd=ROOT, env=told)
        try:
            _wait_for(f"http://localhost:{port}/health")
            _take(f"http://localhost:{port}")
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The server did not start.")


def _take(base: str) -> None:
    with chromium.launched() as browser:
        for name, address, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(base + address)
            page.screenshot(path=HERE / name)
            page.close()


if __name__ == "__main__":
    main()
