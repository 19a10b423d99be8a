"""`evenhand rulebook`: every rule that the answers rest on, as Markdown or JSON, or those that hold some words."""

from .output import ANSWERED, Refusal, put_text, shortened
from .words import sort_words


def run(arguments: list[str]) -> int:
    """Print the rulebook, or the rules that match the words. Raises `Refusal`."""
    raise NotImplementedError
