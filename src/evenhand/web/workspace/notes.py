"""Writing a note: first where it goes and who will read it, then the words."""

from datetime import date
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.door import Seen
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.recording import AlreadyDone, NotYours
from evenhand.web.accounts import once

from .case_page import identity
from .compartments import Compartment, compartments_for
from .guarded import with_case
from .readable import Readable


@require_http_methods(["GET", "HEAD", "POST"])
@with_case
def new(request: HttpRequest, seen: Seen) -> HttpResponse:
    """Choose the compartment, or write into the one that the address names. `Http404` for one that is not theirs."""
    readable = Readable(seen)
    if not readable.opened_at_all:
        return render(request, "workspace/not-opened.html", {"reference": seen.case.reference})
    choices = compartments_for(readable)
    context = identity(readable)
    wanted = request.GET.get("compartment", "")
    if not wanted:
        return render(request, "workspace/note-where.html", context | {"choices": choices})
    chosen = next((one for one in choices if one.mark == wanted), None)
    if chosen is None:
        raise Http404
    words, wrong = request.POST.get("words", ""), ""
    if request.method == "POST":
        try:
            _write(seen, chosen, words, _press(request), clock.today_in_london())
        except (StepNotOpen, NotYours) as refused:
            wrong = str(refused)
        except AlreadyDone as done:
            once.say(request, str(done))
            return redirect("workspace:case", seen.case.reference)
        else:
            once.say(request, _("It is written down in: %(where)s.") % {"where": chosen.name})
            return redirect("workspace:case", seen.case.reference)
    press = request.POST.get("press") or str(uuid4())
    context |= {"chosen": chosen, "words": words, "wrong": wrong, "press": press}
    return render(request, "workspace/note.html", context)


def _write(seen: Seen, into: Compartment, words: str, press: UUID | None, on: date) -> None:
    if into.is_message:
        actions.write_to_mediator(
            case=seen.case, by=into.by, on=on, party=into.owner, words=words, press=press
        )
        return
    actions.add_note(
        case=seen.case,
        by=into.by,
        on=on,
        data_class=into.data_class,
        owner=into.owner,
        words=words,
        press=press,
    )


def _press(request: HttpRequest) -> UUID | None:
    """The once-only mark of the form; a form without one, or with a broken one, counts as pressed anew."""
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError:
        return None
