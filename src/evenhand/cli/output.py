"""What the command writes, where, and with which exit status it ends.

0    answered
1    the answer could not be written (for `bulk`: some rows were refused)
2    refused: the facts, the file or the words of the command; one line on standard error says why
130  stopped by Ctrl-C
141  whoever was reading the answer went away, as `head` does; nothing is said about it
"""

import os
import sys

ANSWERED, FAILED, REFUSED, INTERRUPTED, READER_GONE = 0, 1, 2, 130, 141


class Refusal(Exception):
    """The command cannot do what was asked; the message is one line that says what to mend."""


class Unwritten(Exception):
    """There was an answer, and it could not be written."""


def put(data: bytes) -> None:
    """Write the bytes, all of them, to standard output. Raises `Unwritten`, or `BrokenPipeError`."""
    out = sys.stdout
    if out is None:
        raise Unwritten("Standard output is closed, so the answer cannot be written.")
    try:
        buffer = getattr(out, "buffer", None)
        if buffer is None:
            out.write(data.decode())
        else:
            out.flush()
            buffer.write(data)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unwritten(f"The answer could not be written: {error.strerror or error}.") from None


def put_text(text: str) -> None:
    """Write text for a person; a character that the terminal's encoding lacks becomes a question mark."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    put(text.encode(encoding, "replace"))


def complain(message: str) -> None:
    """Say one line on standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"evenhand: {on_one_line(message)}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody can be told, and the exit status still says it


def on_one_line(message: str) -> str:
    """The message with its line breaks and control characters spelt out, whatever it repeats."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in message)


def turn_off_output() -> None:
    """Let what is still waiting to be written go nowhere, so that Python says nothing as it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shortened(text: str, most: int = 60) -> str:
    """The text as a message repeats it: never long."""
    return text if len(text) <= most else text[: most - 3] + "..."
