"""Your options: the page, the plain text and the calendar file."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand.web.family import answers, rendered
from evenhand.web.family.answer import Answered, answered
from evenhand.web.family.calendar_file import calendar_file
from evenhand.web.family.helpers import helpers
from evenhand.web.family.picture import picture
from evenhand.web.family.plain_text import plain_text
from evenhand.web.family.questions import where_next


def _with_an_answer(
    show: Callable[[HttpRequest, Answered, str], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A view of a finished walk; otherwise the next question, or the page that says to start again."""

    @never_cache
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        kept = answers.kept(request)
        if kept is None:
            return redirect("family:start-again")
        walked = kept.walk()
        if not walked.finished:
            return redirect(where_next(walked))
        return show(request, answered(walked), kept.name)

    return view


@_with_an_answer
def page(request: HttpRequest, answer: Answered, name: str) -> HttpResponse:
    """What can be done, by when, why, and who helps."""
    context = {
        "answer": answer,
        "picture": picture(answer),
        "area": answer.area.slug if answer.area else "",
        "rendered": rendered,
    }
    return render(request, "family/options.html", context)


@_with_an_answer
def text(request: HttpRequest, answer: Answered, name: str) -> HttpResponse:
    """The same as plain text."""
    return HttpResponse(plain_text(answer, helpers(answer.area)), content_type="text/plain; charset=utf-8")


@_with_an_answer
def calendar(request: HttpRequest, answer: Answered, name: str) -> HttpResponse:
    """The days that count, for a calendar."""
    response = HttpResponse(calendar_file(answer, name), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="evenhand.ics"'
    return response
