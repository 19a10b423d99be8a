"""Who can see what: the policy table as a page for everybody."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from evenhand.people.policy import DataClass
from evenhand.people.policy.kinds import KINDS
from evenhand.people.policy.words import ACTS, CONDITIONS, ROLES, Allowed, allowed
from evenhand.web.remembered import in_each_language

ACT_WORDS: dict[str, Promise] = {
    "read": _("Can read it"),
    "write": _("Can write it"),
    "approve": _("Can sign it"),
    "know": _("Can see that it is there, and its dates"),
    "count": _("Can see only how many"),
    "verify": _("Can check that it is real"),
}
"""What each act is called on the page."""


class Shown(NamedTuple):
    """One kind of information: its words, and for each act who may do it."""

    key: str
    name: str
    what: str
    why: str
    acts: tuple[tuple[str, tuple[str, ...]], ...]


def _line(group: Allowed) -> str:
    """The roles of one group and its conditions as one line: “A parent, a young person: only their own”."""
    who = capfirst(", ".join(gettext(ROLES[role]) for role in group.roles))
    *first, last = [gettext(CONDITIONS[when]) for when in group.conditions]
    either = gettext("%(these)s or %(that)s") % {"these": ", ".join(first), "that": last} if first else last
    narrowed = "; ".join(filter(None, (either, gettext(group.note) if group.note else "")))
    return f"{who}: {narrowed}" if narrowed else who


def _shown(data_class: DataClass) -> Shown:
    kind = KINDS[data_class]
    acts = ((str(ACT_WORDS[act]), tuple(map(_line, allowed(data_class, act)))) for act in ACTS)
    return Shown(
        data_class.value.replace("_", "-"),
        gettext(kind.name),
        gettext(kind.what),
        gettext(kind.why),
        tuple((words, lines) for words, lines in acts if lines),
    )


@in_each_language(32)
def shown() -> tuple[Shown, ...]:
    """Every kind in the reader's language, in the order of the table."""
    return tuple(map(_shown, DataClass))


@require_safe
def who_can_see_what(request: HttpRequest) -> HttpResponse:
    """Each kind of information with who may read and write it, and what cannot be promised."""
    return render(request, "public/who-can-see-what.html", {"kinds": shown()})
