"""One practitioner: the whole entry, their own page, and leaving the register."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from evenhand import clock
from evenhand.people.practitioners import actions
from evenhand.people.practitioners.access import is_own, may_change, visible_to
from evenhand.people.practitioners.choosing import next_free_days, with_rows
from evenhand.people.practitioners.errors import RegisterRefusal
from evenhand.people.practitioners.register import row_of
from evenhand.people.practitioners.rules import asked_by
from evenhand.people.reader import Reader
from evenhand.people.roles import IN_THE_MIDDLE
from evenhand.web.accounts.who import account

from .forms import EndForm
from .reading import changed_by, seen_by, with_reader
from .shown import sections_of


@with_reader
def one(request: HttpRequest, reader: Reader, pk: int) -> HttpResponse:
    """The entry: how the person stands today, every part of it, and what they said about conflicts."""
    practitioner = seen_by(reader, pk)
    today = clock.today_in_london()
    context = {
        "practitioner": practitioner,
        "row": row_of(practitioner, today, asked_by(practitioner.provider_id)),
        "sections": sections_of(practitioner, reader, today),
        "free": next_free_days(practitioner, today, ()),
        "declarations": practitioner.declarations.select_related("cleared_by"),
        "manages": may_change(reader, practitioner),
        "own": is_own(reader, practitioner),
        "today": today,
    }
    return render(request, "workspace/practitioners/one.html", context)


@with_reader
def own(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The reader's own entry; a choice where they are on several registers, and a word where they are on none."""
    if reader.roles.isdisjoint(IN_THE_MIDDLE):
        raise Http404
    entries = list(with_rows(visible_to(reader)).filter(person=account(request), until__isnull=True))
    found = [entry for entry in entries if is_own(reader, entry)]
    if len(found) == 1:
        return redirect("practitioners:one", found[0].pk)
    return render(request, "workspace/practitioners/own.html", {"entries": found})


@with_reader
def leave(request: HttpRequest, reader: Reader, pk: int) -> HttpResponse:
    """Somebody's last day on the register."""
    practitioner = changed_by(reader, pk)
    if practitioner.until is not None:
        return redirect("practitioners:one", pk)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave(practitioner=practitioner, on=form.cleaned_data["on"], by=account(request))
        except RegisterRefusal as refusal:
            form.add_error("on", str(refusal))
        else:
            return redirect("practitioners:one", pk)
    return render(request, "workspace/practitioners/leave.html", {"form": form, "practitioner": practitioner})
