"""Reading facts from JSON: one manner for every door that is handed bytes.

`json` is imported only when there is something to read, so that importing this module costs
a command line nothing.
"""

DEEP = "The JSON is nested too deeply."


class UnreadableJSON(ValueError):
    """The bytes are not JSON that can be read; the message is one plain sentence."""


def facts_from_json(data: bytes) -> object:
    """Read JSON (UTF-8, with or without a byte order mark) into plain Python values.

    Stricter than Python's own reader, because a slip must not change an answer in silence:
    the same name twice in one object, NaN and the infinities, and text that is not whole
    Unicode are refused with `UnreadableJSON`. Whether the values make sense as facts is not
    this function's business.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableJSON(f"Byte {error.start + 1} is not UTF-8.") from None
    if not text.strip():
        raise UnreadableJSON("There is nothing to read: JSON was expected.")
    found = _read_quickly(text)
    return _read_slowly(text) if found is None else found[0]


def _read_quickly(text: str) -> tuple[object] | None:
    """The value by the reader that `json` itself uses, without the rest of `json`, which imports `re`.

    None where there is anything amiss, or a backslash: `_read_slowly` then reads it all again, and says what.
    """
    try:
        from _json import make_scanner
    except ImportError:  # a Python that is not CPython
        return None
    start = len(text) - len(text.lstrip(_SPACE))
    if "\\" in text:
        return None
    try:
        value, end = make_scanner(_Manner)(text, start)  # type: ignore[arg-type]  # typeshed wants a scanner
    except (StopIteration, ValueError, RecursionError, SystemError):  # it looks for json to say what is wrong
        return None
    return None if text[end:].strip(_SPACE) else (value,)


def _read_slowly(text: str) -> object:
    """The same by `json`, for its messages and for text with escapes. Raises `UnreadableJSON`."""
    import json

    try:
        value: object = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
        if "\\u" in text:
            # Only an escape can smuggle in half a character, which nobody could print again.
            json.dumps(value, ensure_ascii=False).encode()
    except UnreadableJSON:
        raise
    except RecursionError:
        raise UnreadableJSON(DEEP) from None
    except UnicodeEncodeError:
        raise UnreadableJSON("The JSON holds half a character (a lone surrogate).") from None
    except json.JSONDecodeError as error:
        raise UnreadableJSON(
            f"The JSON cannot be read: {error.msg}, line {error.lineno}, column {error.colno}."
        ) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise UnreadableJSON("The JSON holds a number that is too long.") from None
    return value


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise UnreadableJSON(f"{_short(name)} is named twice.")
        found[name] = value
    return found


def _refuse_constant(name: str) -> object:
    raise UnreadableJSON(f"{name} is not JSON.")


def _short(name: str) -> str:
    """The name as ASCII in quotes, at most some forty characters of it."""
    return ascii(name if len(name) <= 40 else name[:37] + "...")


_SPACE = " \t\n\r"


class _Manner:
    """How `_read_quickly` reads: as `_read_slowly` does."""

    strict = True
    object_hook = None
    object_pairs_hook = staticmethod(_without_repeats)
    parse_constant = staticmethod(_refuse_constant)
    parse_float = float
    parse_int = int
