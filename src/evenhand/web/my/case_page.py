"""The page of one case, for its family: what happens next, the days, what can be done, and what lies in it."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.steps import Step
from evenhand.journeys.matters import OPTIONS
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from evenhand.web.agreements import agreement_for
from evenhand.web.family.picture import picture

from . import agreed, parts, tasks, ways, written
from .coming import coming
from .days import days_of
from .history import history
from .sight import Sight, sight_or_404
from .words import KINDS, STANDS

_MATTERS = {option.value: option.words for option in OPTIONS}


def matter_words(matter: str) -> str:
    """What a case is about, in the words in which families are asked."""
    return _(_MATTERS[matter]) if matter in _MATTERS else ""


def child_name(sight: Sight) -> str:
    """The child's or young person's name, if the reader may know it."""
    said: dict[str, str] = {}
    for _told, piece in sight.of(DataClass.CHILD_IDENTITY):
        said |= (piece.body or {}).get("child", {})
    return said.get("name", "")


def notices(sight: Sight) -> list[str]:
    """What has to be said plainly before anything else: that a right has changed hands."""
    if sight.state.of_age_at is None and not sight.shut_out:
        return []
    if sight.me.role is Role.YOUNG_PERSON:
        return [
            _(
                "School age is over. The right to decide is yours now. You say who helps you and who can read here."
            ),
        ]
    if sight.shut_out:
        return [
            _("School age is over. The right to decide is the young person’s own now."),
            _(
                "You can still read what was here until then. You can read on if the young person asks us to let "
                "you. Talk with them about it."
            ),
        ]
    if sight.me.role is Role.PARENT:
        return [
            _("School age is over. The young person decides now. They let you read here."),
        ]
    return []


@never_cache
@require_safe
@login_required
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """One case. Absent, somebody else's and a member of staff's are one and the same 404."""
    sight = sight_or_404(request, reference)
    return render(request, "my/case.html", context_of(sight))


def context_of(sight: Sight) -> dict[str, object]:
    """Everything that the page says, each part as far as the reader may read it."""
    today = clock.today_in_london()
    days = days_of(sight, today)
    kind = Kind(sight.seen.case.kind)
    return {
        "sight": sight,
        "reference": sight.seen.case.reference,
        "kind": str(KINDS[kind]),
        "is_resolution": kind is Kind.RESOLUTION,
        "child": child_name(sight),
        "matter": matter_words(sight.state.matter),
        "stands": "" if sight.shut_out else str(STANDS[sight.state.stage]),
        "notices": notices(sight),
        "coming": coming(sight, days, today),
        "days": days,
        "picture": picture(days),
        "tasks": tasks.on_the_way(sight),
        "beside": tasks.at_any_time(sight),
        "ways": ways.other_ways(sight, today),
        "options_link": ways.options_link(sight, today) if sight.knows_dates else "",
        "agreement": agreed.agreement(sight, days),
        "agreed": None if sight.shut_out else agreement_for(sight.seen, today),
        "report_url": reverse("my:do", args=[sight.seen.case.reference, Step.REPORT_ACTION.value]),
        "agreed_by": agreed.agreed_by(sight),
        "history": history(sight),
        **_lies_in(sight, today),
    }


def _lies_in(sight: Sight, today: date) -> dict[str, object]:
    """What lies in the case: the meeting, people, papers, and words."""
    return {
        "meeting": parts.meeting(sight, today),
        "people": parts.people(sight),
        "who_sees": parts.who_sees(sight),
        "certificates": parts.certificates(sight),
        "documents": parts.documents(sight),
        "may_note": may(sight, Step.ADD_NOTE),
        "notes": written.private_notes(sight),
        "shown_to_me": written.shown_to_me(sight),
        "notes_are_shown": written.some_are_shown(sight),
        "may_write": may(sight, Step.WRITE_TO_MEDIATOR),
        "messages": written.messages(sight),
        "childs_views": written.childs_views(sight),
    }


def may(sight: Sight, step: Step) -> bool:
    """True if the reader can write a note of their own, or to the mediator, now."""
    if sight.shut_out or step not in sight.seen.steps():
        return False
    classes = {
        Step.ADD_NOTE: DataClass.FAMILY_PRIVATE,
        Step.WRITE_TO_MEDIATOR: DataClass.MESSAGE_TO_MEDIATOR,
    }
    if step is Step.WRITE_TO_MEDIATOR and sight.seen.case.mediator_id is None:
        return False
    return sight.seen.may_write(classes[step], sight.me.key)
