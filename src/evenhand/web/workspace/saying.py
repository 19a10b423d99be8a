"""The content of an entry in words: a label and what was said, for whatever kind of content it is."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evenhand.casework.actions.ending import REASONS
from evenhand.casework.actions.meetings import HOW
from evenhand.casework.actions.outcomes import RESULTS
from evenhand.casework.actions.people import WHO_ACTS
from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.heart.stages import Kind

from .readable import Readable
from .words import KINDS, SIDES, area_words, matter_words

Say = Callable[[Readable, Any], str]


class Said(NamedTuple):
    """One thing that was said, under its label."""

    label: str
    words: str


def said(readable: Readable, content: Mapping[str, Any]) -> list[Said]:
    """Everything in the content that is for people; marks that only programs need are left out.

    An account is named only as whoever was given work: behind a person of the case it is one of those marks.
    """
    return [
        Said(label, words)
        for name, (label, say) in _FIELDS.items()
        if name in content
        and (name != "person_id" or "work" in content)
        and (words := say(readable, content[name]))
    ]


def day(value: str | date) -> str:
    """A day in words."""
    return date_format(date.fromisoformat(value) if isinstance(value, str) else value, "j F Y")


def _plain(_readable: Readable, value: Any) -> str:
    return "" if value is None else str(value)


def _yes(_readable: Readable, value: Any) -> str:
    return _("Yes") if value else _("No")


def _from(words: Mapping[Any, Any]) -> Say:
    return lambda _readable, value: str(words.get(value, value))


def _places(readable: Readable, keys: Any) -> str:
    return ", ".join(readable.place_words(key) for key in keys)


def _place(readable: Readable, key: Any) -> str:
    return readable.place_words(key)


def _facts(_readable: Readable, facts: Any) -> str:
    return "\n".join(f"{_label(name)}: {_value(value)}" for name, value in facts.items())


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None:
        return _("taken back")
    if isinstance(value, str):
        try:
            return day(value)
        except ValueError:
            return value.replace("_", " ")
    return ", ".join(_value(one) for one in value) if isinstance(value, list) else str(value)


def _pairs(_readable: Readable, value: Any) -> str:
    return "\n".join(f"{_label(name)}: {_value(one)}" for name, one in value.items())


def _outcome(_readable: Readable, by_issue: Any) -> str:
    return "\n".join(f"{_label(issue)}: {RESULTS.get(result, result)}" for issue, result in by_issue.items())


def _items(readable: Readable, items: Any) -> str:
    return "\n".join(
        f"{number}. {item['what']} ({readable.place_words(item['who'])})"
        for number, item in enumerate(items, 1)
    )


def _points(_readable: Readable, points: Any) -> str:
    return "\n".join(ADVICE_POINTS.get(point, point) for point in points)


def _linked(readable: Readable, reference: Any) -> str:
    return reference if reference in readable.linked else ""


def _account(readable: Readable, pk: Any) -> str:
    return readable.accounts.get(pk, "")


def _claimed(_readable: Readable, lines: Any) -> str:
    return "\n".join(
        ", ".join(f"{_label(name)} {_value(one)}" for name, one in line.items()) for line in lines
    )


def _one_more(_readable: Readable, number: Any) -> str:
    return str(number + 1)


def _fields() -> Iterator[tuple[str, str, Say]]:
    yield from (
        ("kind", "Kind", lambda _readable, value: str(KINDS[Kind(value)]) if value in set(Kind) else ""),
        ("matter", "About", lambda _readable, value: matter_words(value)),
        ("area", "Area", lambda _readable, value: area_words(value)),
        ("facts", "Facts", _facts),
        ("child", "Child", _pairs),
        ("key", "Who", _place),
        ("side", "Side", _from(SIDES)),
        ("name", "Name", _plain),
        ("contact", "Contact", _pairs),
        ("address", "Address", _plain),
        ("needs", "Access needs", _plain),
        ("work", "Work", lambda _readable, value: _label(value)),
        ("person_id", "Given to", _account),
        ("party", "Party", lambda readable, value: _place(readable, value) if isinstance(value, str) else ""),
        ("consents", "Agrees", _yes),
        ("representative", "Who comes", _plain),
        ("post", "Post", _plain),
        ("can_decide", "Can decide", _yes),
        ("reached", "Somebody answered", _yes),
        ("explained", "What was explained", _points),
        ("issues", "Issues", _plain),
        ("health_provision", "Health provision wanted", _plain),
    )
    yield from _later_fields()


def _later_fields() -> Iterator[tuple[str, str, Say]]:
    yield from (
        ("meeting_on", "Day of the meeting", lambda _readable, value: day(value)),
        ("starts", "From", _plain),
        ("ends", "To", _plain),
        ("how", "How", _from(HOW)),
        ("place", "Place", _plain),
        ("link", "Link", _plain),
        ("access", "Access", _plain),
        ("came", "Who came", _places),
        ("absent", "Who did not come", _places),
        ("outcome", "Outcome", _outcome),
        ("items", "What was agreed", _items),
        ("version", "Version", _plain),
        ("item", "Number", _one_more),
        ("done", "Done", _yes),
        ("number", "Number", _plain),
        ("ground", "Ground", lambda _readable, value: _label(value)),
        ("may_be_read", "The child agrees that it is read", _yes),
        ("lines", "Amounts", _claimed),
        ("marks", "Marks", _pairs),
        ("free", "Free", lambda _readable, times: str(len(times))),
        ("who", "Who acts", _from(WHO_ACTS)),
        ("with", "With", _place),
        ("reference", "Case", _linked),
        ("reason", "Why", _from(REASONS)),
        ("why", "Why", _plain),
        ("words", "Words", _plain),
    )


_FIELDS: dict[str, tuple[str, Say]] = {name: (label, say) for name, label, say in _fields()}
