"""What holds for every test: no traffic to other machines, nothing left out in silence."""

import socket
from typing import Any

import pytest

pytest_plugins = ["tests.casework.flushing", "tests.databases", "tests.leaving_out"]

HERE = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would talk to another machine fails and names it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in HERE:
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
