"""The words typed after a command: options and their values, and what to say about a word nobody knows."""

from difflib import get_close_matches

from .output import Refusal, shortened


def nearest(word: str, known: tuple[str, ...], *, such_as: str = "Did you mean") -> str:
    """A question about the nearest known word, or nothing where none is near."""
    near = get_close_matches(word.lower(), known, 1, 0.5)
    return f" {such_as} {near[0]}?" if near else ""


def unknown_command(word: str, known: tuple[str, ...]) -> str:
    """What to say about a command that there is not."""
    hint = nearest(word, known) or f" There are {', '.join(known)}."
    return f"there is no command '{shortened(word)}'.{hint} See evenhand --help."


def unknown_option(command: str, word: str, known: tuple[str, ...]) -> str:
    """What to say about an option that the command does not have."""
    name = word.split("=", 1)[0]
    return f"{command} has no option {shortened(name)}.{nearest(name, known)} See evenhand {command} --help."


class Words:
    """The words of one command, sorted: `plain` ones, `values` by option, and the `flags` that were given."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.values: dict[str, str] = {}
        self.flags: set[str] = set()


def sort_words(
    command: str,
    typed: list[str],
    *,
    values: tuple[str, ...] = (),
    days: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
) -> Words:
    """Sort what was typed: `--name VALUE`, `--name=VALUE`, `--flag`, plain words. Raises `Refusal`.

    An option among `days` takes a day of several words: `--today 1 July 2026`.
    """
    found = Words()
    rest = list(typed)
    while rest:
        word = rest.pop(0)
        if word == "--":
            found.plain += rest
            break
        if not word.startswith("-") or word == "-":
            found.plain.append(word)
            continue
        name, has_value, value = word.partition("=")
        if name in flags and not has_value:
            found.flags.add(name)
        elif name in values or name in days:
            if not has_value:
                value = rest.pop(0) if rest and not rest[0].startswith("--") else ""
            _keep(found, name, _whole_day(value, rest) if name in days else value)
        else:
            raise Refusal(unknown_option(command, word, (*values, *days, *flags, "--help")))
    return found


def _whole_day(value: str, rest: list[str]) -> str:
    """The value, with the words after it while it is a day that has begun and has no year yet."""
    words = [value]
    while rest and words[-1].isalnum() and len(words) < 5 and not rest[0].startswith("-"):
        if len(words[-1]) == 4 and words[-1].isdigit():
            break
        words.append(rest.pop(0))
    return " ".join(words)


def _keep(found: Words, name: str, value: str) -> None:
    if not value.strip():
        raise Refusal(f"{name} needs a value after it.")
    if name in found.values:
        raise Refusal(f"{name} is given twice.")
    found.values[name] = value
