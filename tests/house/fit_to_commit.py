"""What may not be committed: large files, secrets, and the addresses of anybody's machine.

`python -m tests.house.fit_to_commit FILE...` is the pre-commit hook; the tests look at every
file of the repository with the same function.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST = 1_000_000

# Put together here from pieces, so that this file does not find itself.
FORBIDDEN = {
    "a private key": re.compile("-----BEGIN [A-Z ]*" + "PRIVATE KEY-----"),
    "a key of a cloud": re.compile(r"\bAKIA" + r"[0-9A-Z]{16}\b"),
    "a token": re.compile(r"\bgh[pousr]_" + r"[A-Za-z0-9]{36}\b"),
    "a path of one machine": re.compile(r"(?<![\w.])/(?:wor" + r"k|home/\w+|root|Users/\w+)/"),
    "the address of a package index": re.compile(
        "|".join(
            re.escape(host)
            for host in ("registry.npmjs" + ".org", "files.pythonhosted" + ".org", "pypi" + ".org/simple")
        )
    ),
    "an index of packages": re.compile("--(?:extra-)?index" + "-url[ =]h"),
}


def faults(file: Path) -> Iterator[str]:
    """One line for each thing in the file that may not be committed."""
    data = file.read_bytes()
    if len(data) > LARGEST:
        yield f"{file}: {len(data):,} bytes; {LARGEST:,} are the most"
    if b"\0" in data[:8000]:
        return
    text = data.decode("utf-8", errors="replace")
    for what, pattern in FORBIDDEN.items():
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{file}:{line}: {what}: {match.group()[:40]}"


def main(names: list[str]) -> int:
    """Print what is wrong with the files of these names; 1 if anything is."""
    found = [fault for name in names for fault in faults(Path(name))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
