"""Call-backs: who is to be rung today, by the half-hour, what may be said, and what came of each try."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand import clock
from evenhand.casework.asking import HALF_HOUR, LONDON
from evenhand.casework.calling import (
    CallAlreadyDone,
    CallRefused,
    calls_for,
    end_call,
    may_give_up,
    record_try,
    waiting,
)
from evenhand.casework.models import CallBack, CallTry
from evenhand.people.reader import Reader
from evenhand.web.accounts.once import say
from evenhand.web.accounts.who import account
from evenhand.web.workspace.words import area_words

from .call_forms import EndForm, TryForm
from .starting import AT_PROVIDER, only


@dataclass(frozen=True)
class Shown:
    """A call as it is shown: what may be said, what they need, and how often it was tried."""

    reference: str
    name: str
    phone: str
    slot: datetime
    time: str
    late: bool
    say: str
    leave: str
    needs: tuple[str, ...]
    about: str
    tries: tuple[CallTry, ...]

    @property
    def tried(self) -> int:
        """How often it was tried."""
        return len(self.tries)


@require_safe
@never_cache
@only(*AT_PROVIDER)
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Overdue first, then today by the half-hour, then how many come later."""
    now = clock.instant()
    today = clock.today_in_london()
    midnight = datetime.combine(today + timedelta(1), time(), LONDON)
    calls = [shown(call, now) for call in waiting(reader, midnight)]
    later = calls_for(reader).filter(ended_at__isnull=True, slot__gte=midnight).count()
    context = {
        "today": today,
        "overdue": [call for call in calls if call.late],
        "slots": list(_by_half_hour([call for call in calls if not call.late])),
        "later": later,
    }
    return render(request, "workspace/intake/calls.html", context)


def _by_half_hour(calls: list[Shown]) -> Iterator[tuple[str, list[Shown]]]:
    slots: dict[str, list[Shown]] = {}
    for call in calls:
        slots.setdefault(call.time, []).append(call)
    yield from slots.items()


def shown(call: CallBack, now: datetime) -> Shown:
    """The call in words. It is overdue once its half-hour has gone by."""
    slot = call.slot.astimezone(LONDON)
    begins = slot.replace(minute=slot.minute // 30 * 30)
    return Shown(
        reference=call.reference,
        name=call.name,
        phone=call.phone,
        slot=slot,
        time=f"{begins:%H:%M}–{begins + HALF_HOUR:%H:%M}",
        late=call.slot + HALF_HOUR <= now,
        say=_("You may say who is calling.") if call.safe_to_say else _("Do not say who is calling."),
        leave=_("You may leave a message.") if call.safe_to_leave else _("Leave no message."),
        needs=tuple(_needs(call)),
        about=area_words(call.area),
        tries=tuple(call.tries.all()),
    )


def _needs(call: CallBack) -> Iterator[str]:
    if call.for_somebody:
        yield _("Calls for {name}").format(name=call.for_somebody)
    if call.relation:
        yield call.relation
    if call.language:
        yield _("Language: {language}").format(language=call.language)
    if call.how and call.how != "telephone":
        yield str(HOW.get(call.how) or call.how.replace("_", " "))
    if call.needs:
        yield call.needs


HOW = {"bsl": lazy("British Sign Language"), "relay": lazy("By relay"), "text": lazy("By text message")}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@only(*AT_PROVIDER)
def one(request: HttpRequest, reader: Reader, reference: str) -> HttpResponse:
    """One call: ring, then say what came of it. `Http404` for another provider's and for none."""
    call = calls_for(reader).filter(reference=reference).select_related("provider", "case").first()
    if call is None:
        raise Http404
    ends = may_give_up(call.tries.all())
    posted = request.POST if request.method == "POST" else None
    tried = TryForm(posted if posted and "try" in posted else None)
    ended = EndForm(posted if posted and "end" in posted else None, may_give_up=ends)
    if posted is not None:
        for name, form in (("try", tried), ("end", ended)):
            if name in posted and form.is_valid() and (answer := _do(request, call, form)):
                return answer
    context: dict[str, Any] = {
        "call": call,
        "shown": shown(call, clock.instant()),
        "tried": tried,
        "ended": ended,
        "make": f"{reverse('workspace:new-case')}?call={call.reference}",
    }
    return render(request, "workspace/intake/call.html", context)


def _do(request: HttpRequest, call: CallBack, form: TryForm | EndForm) -> HttpResponse | None:
    """Record it, and go on; nothing where it was refused, with the reason on the form."""
    seen = _number(request.POST.get("tries_seen", ""))
    try:
        if isinstance(form, EndForm):
            end_call(call=call, how=form.cleaned_data["how"], tries_seen=seen)
            say(request, _("The call is ended."))
            return redirect("workspace:call-backs")
        given = form.cleaned_data
        again = form.again_or_none()
        record_try(
            call=call,
            by=account(request),
            reached=given["reached"],
            tries_seen=seen,
            words=given["words"],
            again_at=again,
        )
    except CallAlreadyDone as already:
        say(request, str(already))
        return redirect("workspace:call-back", call.reference)
    except CallRefused as refused:
        form.add_error(None, str(refused))
        return None
    say(request, _told(again))
    return (
        redirect("workspace:call-back", call.reference) if again is None else redirect("workspace:call-backs")
    )


def _told(again: datetime | None) -> str:
    if again is None:
        return _("The call is recorded. Open a case from it, or say how it ended.")
    return _("The try is recorded. Ring again on {day}.").format(day=date_format(again, "l j F Y, H:i"))


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 5 else -1
