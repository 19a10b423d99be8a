"""`evenhand rulebook`: every rule that the answers rest on, as Markdown or JSON, or those that hold some words."""

from .output import ANSWERED, Refusal, put, put_text, shortened
from .words import sort_words


def run(arguments: list[str]) -> int:
    """Print the rulebook, or the rules that hold every one of the words. Raises `Refusal`."""
    words = sort_words("rulebook", arguments, flags=("--json",))
    from evenhand.law import rulebook as book

    if words.plain:
        wanted = " ".join(words.plain)
        found = book.search(wanted)
        if not found:
            raise Refusal(f"no rule holds all of '{shortened(wanted)}'. Try fewer words, or parts of words.")
        if "--json" in words.flags:
            put(_json(found))
        else:
            put_text("\n\n".join(book.entry_as_markdown(entry).strip("\n") for entry in found) + "\n")
    elif "--json" in words.flags:
        put(_json(book.rulebook()))
    else:
        put_text("\n\n".join(page.strip("\n") for page in book.as_markdown().values()) + "\n")
    return ANSWERED


def _json(value: object) -> bytes:
    from json import dumps

    return (dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
