"""The same answer as plain text, to send or to keep."""

from collections.abc import Iterator
from textwrap import fill

from django.utils.translation import gettext as _

from evenhand.web.family.answer import Answered, Day, Way
from evenhand.web.family.helpers import Helper, Helpers
from evenhand.web.family.standing import Now
from evenhand.web.family.words import in_full

WIDTH = 76


def plain_text(answered: Answered, helpers: Helpers) -> str:
    """The whole answer in lines of at most 76 letters (an address may be longer)."""
    return "\n".join(_lines(answered, helpers)) + "\n"


def _lines(answered: Answered, helpers: Helpers) -> Iterator[str]:
    yield from _heading(_("Your options"), "=")
    yield _wrapped(_("What happened: %(what)s") % {"what": answered.matter})
    yield _wrapped(_("Worked out on %(day)s.") % {"day": in_full(answered.as_of)})
    yield _wrapped(_("This is not legal advice. Evenhand is not the council and not the government."))
    yield ""
    yield from _whose_right(answered)
    if answered.only_others:
        yield _wrapped(_("This is between the council and the health service. Families have no part in it."))
        yield ""
    elif answered.no_limit:
        yield _wrapped(_("The law sets no last day for this. Begin soon all the same."))
        yield ""
    first = () if answered.holder else answered.urgent
    if answered.to_do or first:
        yield from _heading(_("What to do, and by when"))
        yield from _urgent(first)
        for day in answered.to_do:
            yield from _day(day)
    if answered.gone:
        yield from _heading(_("Days that have passed"))
        for day in answered.gone:
            yield from _day(day)
    if answered.overdue:
        yield from _heading(_("Overdue: what others should have done"))
        for day in answered.overdue:
            yield from _day(day)
    for group in answered.groups:
        if group.state == "unavailable":
            continue
        yield from _heading(group.heading)
        for way in group.ways:
            yield from _way(way)
    if answered.last_resort:
        yield from _heading(_("The last resort: a court"))
        for day in answered.last_resort:
            yield from _day(day)
    if answered.others:
        yield from _heading(_("What others must do"))
        for day in answered.others:
            yield from _day(day)
    yield from _who_helps(helpers)


def _whose_right(answered: Answered) -> Iterator[str]:
    if answered.holder is None:
        return
    yield from _heading(answered.holder.heading)
    for text in answered.holder.says:
        yield _wrapped(text)
    yield ""
    if answered.theirs or answered.urgent:
        yield from _heading(answered.holder.their_days)
        yield from _urgent(answered.urgent)
        for day in answered.theirs:
            yield from _day(day)


def _urgent(urgent: tuple[Now, ...]) -> Iterator[str]:
    for now in urgent:
        yield _wrapped(now.what, "* ")
        for text in now.says:
            yield _wrapped(text, "  ")
        yield ""


def _heading(text: str, mark: str = "-") -> Iterator[str]:
    yield from (text, mark * len(text), "")


def _wrapped(text: str, indent: str = "") -> str:
    return fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False
    )


def _day(day: Day) -> Iterator[str]:
    yield _wrapped(f"{day.whose}: {day.what}" if not day.mine else day.what, "* ")
    for text in (day.act, day.last, *day.says, day.care and _("Take care: %(care)s") % {"care": day.care}):
        if text:
            yield _wrapped(text, "  ")
    for why in day.why:
        yield _wrapped(f"{why.text} ({'; '.join(cite.label for cite in why.cites)})", "  - ")
    yield ""


def _way(way: Way) -> Iterator[str]:
    yield _wrapped(way.name, "* ")
    if way.first:
        yield _wrapped(_("First: %(first)s.") % {"first": way.first}, "  ")
    for text in (way.next, way.leaves):
        if text:
            yield _wrapped(text, "  ")
    for why in way.why:
        yield _wrapped(f"{why.text} ({'; '.join(cite.label for cite in why.cites)})", "  - ")
    for question in way.questions:
        yield _wrapped(_("It hangs on this question: %(question)s") % {"question": question.words}, "  ")
    yield ""


def _who_helps(helpers: Helpers) -> Iterator[str]:
    yield from _heading(_("Who helps"))
    yield _wrapped(helpers.warning)
    yield ""
    for helper in (*helpers.local, *helpers.national):
        yield from _helper(helper)
    for text in helpers.how_to_find:
        yield _wrapped(text, "* ")
    for source in helpers.sources:
        yield _wrapped(_("From: %(source)s. We have not checked it.") % {"source": source})


def _helper(helper: Helper) -> Iterator[str]:
    yield _wrapped(helper.name, "* ")
    for text in (*helper.roles, *helper.how):
        yield _wrapped(text, "  ")
    for detail in helper.details:
        about = f" ({_(detail.about)})" if detail.about else ""
        yield _wrapped(f"{detail.value}{about}", "  ")
    yield ""
