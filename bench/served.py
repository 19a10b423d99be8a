"""Servers for the bench: started on free ports of this machine alone, asked by the same client, stopped by process id."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from .harness import NotMeasured

ROOT = Path(__file__).parent.parent
CLIENTS = 2
STARTING = 30.0
"""Seconds within which a server must answer."""


Page = tuple[http.client.HTTPResponse, bytes]


class Server:
    """A server that is running."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, complaints: Path) -> None:
        self.process, self.port, self.complaints = process, port, complaints

    def worked(self) -> float:
        """The processor seconds of the server and its workers so far; nothing where the system does not say."""
        ticks = 0
        for number in [self.process.pid, *_children(self.process.pid)]:
            try:
                told = Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace")
            except OSError:
                continue
            fields = told.rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it and its workers; it leads a session of its own."""
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            return
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)


class Session:
    """Somebody who asks a server for pages, and keeps the cookies."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.cookies: dict[str, str] = {}
        self.at, self.answers = "/", 0

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Page:
        """One page."""
        return self._ask("GET", path, None, dict(headers or {}))

    def post(self, path: str, form: Mapping[str, object]) -> Page:
        """Send a form."""
        sent = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(form, doseq=True), sent)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=10)
        try:
            if self.cookies:
                headers["Cookie"] = self.cookie
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            page = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: found.value for name, found in SimpleCookie(line).items()}
        return answer, page

    @property
    def cookie(self) -> str:
        """The cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def load(self, path: str, seconds: float) -> tuple[float, float]:
        """Ask for one page as often as two clients can: seconds of the clock, and of the server's work, for each."""
        port = str(self.server.port)
        command = [sys.executable, "-m", "bench.client", port, path, str(seconds), self.cookie]
        before = self.server.worked()
        clients = [
            subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(CLIENTS)
        ]
        told = [client.communicate(timeout=seconds + 30) for client in clients]
        worked = self.server.worked() - before
        if any(client.returncode for client in clients):
            raise NotMeasured(f"{path}: {''.join(said for _, said in told).strip().splitlines()[-1]}")
        got = [line.split() for line, _ in told]
        answers = sum(int(count) for count, _ in got)
        rate = sum(int(count) / float(took) for count, took in got)
        return 1 / rate, worked / answers


def _children(parent: int) -> list[int]:
    try:
        return [
            int(number)
            for number in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []


@contextmanager
def serving(
    command: Sequence[str], path: str, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """The server of a command, in which PORT stands for the port, from its first answer to its end."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    complaints = folder / f"{port}.err"
    with complaints.open("wb") as err:
        process = subprocess.Popen(
            [word.replace("PORT", str(port)) for word in command],
            cwd=ROOT,
            env=os.environ | {"PORT": str(port)} | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=err,
            start_new_session=True,
        )
    server = Server(process, port, complaints)
    try:
        _wait_for(server, path)
        yield server
    finally:
        server.stop()


def _wait_for(server: Server, path: str) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and server.process.poll() is None:
        try:
            answer, _ = Session(server).get(path)
        except OSError:
            time.sleep(0.05)
            continue
        if answer.status == 200:
            return
        break
    said = server.complaints.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
    raise NotMeasured(f"A server did not start: {said[0] if said else 'it said nothing'}")


def form_token(page: bytes) -> str:
    """The token that a form of ours carries."""
    found = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    if found is None:
        raise NotMeasured("A question page has no token.")
    return found[1].decode()
