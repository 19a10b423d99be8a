"""Answering whether one knows somebody in a case, and recording why it may go on all the same."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from evenhand.people.practitioners import declaring
from evenhand.people.practitioners.access import is_own, may_change
from evenhand.people.practitioners.errors import RegisterRefusal
from evenhand.people.practitioners.models import Declaration, Practitioner
from evenhand.people.reader import Reader
from evenhand.web.accounts.who import account

from .forms import AnswerForm, WhyForm
from .reading import seen_by, with_reader


def _declaration(practitioner: Practitioner, declaration: int) -> Declaration:
    found = practitioner.declarations.filter(pk=declaration).first()
    if found is None:
        raise Http404
    return found


@with_reader
def answer(request: HttpRequest, reader: Reader, pk: int, declaration: int) -> HttpResponse:
    """The person's own answer, given once."""
    practitioner = seen_by(reader, pk)
    asked = _declaration(practitioner, declaration)
    if not is_own(reader, practitioner):
        raise Http404
    if asked.knows is not None:
        return redirect("practitioners:one", pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        knows = form.cleaned_data["knows"] == "yes"
        try:
            declaring.answer(asked, by=account(request), knows=knows, words=form.cleaned_data["words"])
        except RegisterRefusal as refusal:
            form.add_error("knows", str(refusal))
        else:
            return redirect("practitioners:one", pk)
    context = {"form": form, "asked": asked, "practitioner": practitioner}
    return render(request, "workspace/practitioners/answer.html", context)


@with_reader
def clear(request: HttpRequest, reader: Reader, pk: int, declaration: int) -> HttpResponse:
    """Why a case may go on with somebody who knows one of the people in it: for another manager to say."""
    practitioner = seen_by(reader, pk)
    asked = _declaration(practitioner, declaration)
    if not may_change(reader, practitioner) or practitioner.person_id == reader.person_id:
        raise Http404
    if not (asked.knows and asked.stands_in_the_way):
        return redirect("practitioners:one", pk)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            declaring.clear(asked, by=account(request), words=form.cleaned_data["words"])
        except RegisterRefusal as refusal:
            form.add_error("words", str(refusal))
        else:
            return redirect("practitioners:one", pk)
    context = {"form": form, "asked": asked, "practitioner": practitioner}
    return render(request, "workspace/practitioners/clear.html", context)
