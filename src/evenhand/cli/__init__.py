"""The command `evenhand`: which words were typed, and which room answers them.

Nothing is imported before it is needed: `evenhand advise` is asked once a case by other programs, so it must
start quickly. `tests/cli/test_cold_start.py` names the modules that it may bring in.
"""

import sys

from .output import FAILED, INTERRUPTED, READER_GONE, REFUSED, Refusal, Unwritten, complain, turn_off_output

COMMANDS = (
    "advise",
    "dates",
    "rulebook",
    "bulk",
    "tick",
    "invite",
    "import-cases",
    "demonstrate",
    "verify-history",
)


def main(arguments: list[str] | None = None) -> int:
    """Do what the words after `evenhand` ask for. Returns the exit status."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except Refusal as refusal:
        complain(str(refusal))
        return REFUSED
    except Unwritten as fault:
        turn_off_output()
        complain(str(fault))
        return FAILED
    except BrokenPipeError:
        turn_off_output()
        return READER_GONE
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in COMMANDS:
        from .help import without_command

        return without_command(command, rest)
    if "-h" in rest or "--help" in rest:
        from .help import show

        return show(command)
    if command == "advise":
        from .advise import run
    elif command == "dates":
        from .dates import run
    elif command == "rulebook":
        from .rulebook import run
    elif command == "tick":
        from .tick import run
    elif command == "invite":
        from .invite import run
    elif command == "import-cases":
        from .import_cases import run
    elif command == "demonstrate":
        from .demonstration import run
    elif command == "verify-history":
        from .verify_history import run
    else:
        from .bulk import run
    return run(rest)
