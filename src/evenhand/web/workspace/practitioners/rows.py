"""Recording a row of an entry, correcting it, giving it a last day, taking it back."""

from collections.abc import Callable
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from evenhand.people.practitioners import actions
from evenhand.people.practitioners.errors import AlreadyThere, RegisterRefusal
from evenhand.people.practitioners.models import Dated, Kept, Practitioner
from evenhand.people.reader import Reader
from evenhand.web.accounts.who import account

from .forms import EndForm, RegisterForm, WhyForm
from .reading import with_reader, written_by
from .sections import BY_SLUG, Section


def _section(slug: str) -> Section:
    try:
        return BY_SLUG[slug]
    except KeyError:
        raise Http404 from None


def _row(section: Section, practitioner: Practitioner, row: int) -> Kept:
    """The row of this practitioner that stands. `Http404` where there is none."""
    rows = getattr(practitioner, section.rows_of).filter(pk=row, withdrawn_at__isnull=True)
    found: Kept | None = rows.first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, doing: str, form: RegisterForm, **more: Any) -> HttpResponse:
    return render(request, "workspace/practitioners/row.html", {"doing": doing, "form": form} | more)


def _done(form: RegisterForm, field: str | None, work: Callable[[], object]) -> bool:
    """Do it, or put what the register refuses beside the field. Pressed twice, it is done once."""
    try:
        work()
    except AlreadyThere:
        return True
    except RegisterRefusal as refusal:
        form.add_error(field, str(refusal))
        return False
    return True


@with_reader
def add(request: HttpRequest, reader: Reader, pk: int, slug: str) -> HttpResponse:
    """Another row. Pressed twice, it is there once."""
    section = _section(slug)
    practitioner = written_by(reader, pk, section.own_too)
    form = section.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        by = account(request)
        given = form.values()
        if _done(form, None, lambda: actions.add(section.model, practitioner=practitioner, by=by, **given)):
            return redirect("practitioners:one", pk)
    return _page(request, "add", form, section=section, practitioner=practitioner)


@with_reader
def change(request: HttpRequest, reader: Reader, pk: int, slug: str, row: int) -> HttpResponse:
    """A corrected row in the place of one; nothing is written where nothing is different."""
    section = _section(slug)
    practitioner = written_by(reader, pk, section.own_too)
    kept = _row(section, practitioner, row)
    initial = {name: getattr(kept, name) for name in section.form.base_fields}
    form = section.form(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        by = account(request)
        given = form.values()
        if given == initial or _done(form, None, lambda: actions.change(kept, by=by, **given)):
            return redirect("practitioners:one", pk)
    more = {"section": section, "practitioner": practitioner, "says": section.says(kept)}
    return _page(request, "change", form, **more)


@with_reader
def end(request: HttpRequest, reader: Reader, pk: int, slug: str, row: int) -> HttpResponse:
    """The last day of a row that has one."""
    section = _section(slug)
    practitioner = written_by(reader, pk, section.own_too)
    if not section.dated:
        raise Http404
    kept = cast(Dated, _row(section, practitioner, row))
    form = EndForm(request.POST if request.method == "POST" else None, initial={"on": kept.until})
    if request.method == "POST" and form.is_valid():
        by = account(request)
        on = form.cleaned_data["on"]
        if on == kept.until or _done(form, "on", lambda: actions.end(kept, on=on, by=by)):
            return redirect("practitioners:one", pk)
    more = {"section": section, "practitioner": practitioner, "says": section.says(kept)}
    return _page(request, "end", form, **more)


@with_reader
def withdraw(request: HttpRequest, reader: Reader, pk: int, slug: str, row: int) -> HttpResponse:
    """A row that should never have been there, and why."""
    section = _section(slug)
    practitioner = written_by(reader, pk, section.own_too)
    kept = _row(section, practitioner, row)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        by = account(request)
        words = form.cleaned_data["words"]
        if _done(form, "words", lambda: actions.withdraw(kept, by=by, words=words)):
            return redirect("practitioners:one", pk)
    more = {"section": section, "practitioner": practitioner, "says": section.says(kept)}
    return _page(request, "withdraw", form, **more)
