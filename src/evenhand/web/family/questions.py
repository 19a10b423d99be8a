"""The questions, one a page; the answers to check; and where to go when there is no next question."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from evenhand import clock
from evenhand.directory import area
from evenhand.journeys import BY_KEY, Answer, Page, Walk, changed, walk
from evenhand.journeys.asking import Known
from evenhand.journeys.contradictions import in_plain_words
from evenhand.journeys.matters import MATTER
from evenhand.web.family import answers
from evenhand.web.family.shown import Asked, row
from evenhand.web.family.typed import Wrong, read, worded
from evenhand.web.remembered import in_each_language

TOKEN = "the-token-of-this-form"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The first question. It needs no session; the first answer makes one."""
    kept = answers.kept(request)
    given = kept.answers if kept else {}
    known = Known({}, {}, clock.today_in_london())
    if request.method == "POST":
        return _take(request, MATTER, given, known)
    return _show(request, Asked.again(MATTER, known, given.get(MATTER.key)), reverse("public:start"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Any other question, if it is this family's turn for it."""
    page = BY_KEY.get(key)
    if page is None:
        return render(request, "family/start-again.html", {"unknown": True}, status=404)
    if page is MATTER:
        return redirect("family:begin")
    kept = answers.kept(request)
    if kept is None:
        return redirect("family:start-again")
    walked = kept.walk()
    step = walked.step(key)
    if step is None and walked.page is not page:
        return redirect(where_next(walked))
    known = step.known if step else walked.known
    if request.method == "POST":
        return _take(request, page, kept.answers, known)
    asked = Asked.again(page, known, kept.answers.get(key) if step or walked.refusal else None)
    if walked.page is page and walked.refusal:
        asked = asked.refused(_contradiction(walked))
    return _show(request, asked, _back(walked, page))


def _take(request: HttpRequest, page: Page, given: dict[str, Answer], known: Known) -> HttpResponse:
    answer = read(page, request.POST, known)
    if isinstance(answer, Wrong):
        return _show(request, Asked.typed(page, known, request.POST, answer), _back_to(page, given))
    after = changed(given, page.key, answer)
    walked = walk(after, known.as_of)
    if walked.page is page and walked.refusal:
        wrong = Asked.typed(page, known, request.POST, _contradiction(walked))
        return _show(request, wrong, _back_to(page, given))
    answers.keep(request, walked.answers if walked.finished or walked.human else after)
    return redirect(where_next(walked))


def _show(request: HttpRequest, asked: Asked, back: str) -> HttpResponse:
    if not asked.is_fresh:
        return render(request, "family/question.html", {"asked": asked, "back": back})
    return HttpResponse(_fresh(asked, back, request.path).replace(TOKEN, get_token(request)))


@in_each_language(512)
def _fresh(asked: Asked, back: str, path: str) -> str:
    """A question that nobody has answered yet, the same for all who come to it, with a place for the token."""
    around = {"asked": asked, "back": back, "csrf_token": TOKEN, "request": {"path": path}}
    return render_to_string("family/question.html", around)


def _contradiction(walked: Walk) -> Wrong:
    """What to say where two answers cannot both be right, with the other question to go to."""
    assert walked.refusal is not None
    assert walked.refused is not None
    found = in_plain_words(walked.refusal, walked.refused)
    others = [walked.page_for(fact) for fact in found.facts]
    other = next((page for page in others if page is not None and page is not walked.page), None)
    message = worded(found.wording, found.values)
    return Wrong(message[:1].upper() + message[1:], (), other=other)


def where_next(walked: Walk) -> str:
    """The address of what comes next."""
    if walked.human:
        return reverse("family:person")
    if walked.page is None:
        return reverse("family:check")
    return address_of(walked.page)


def address_of(page: Page) -> str:
    """The address of a question."""
    return reverse("family:begin") if page is MATTER else reverse("family:question", args=[page.key])


def _back(walked: Walk, page: Page) -> str:
    pages = [step.page for step in walked.steps]
    place = pages.index(page) if page in pages else len(pages)
    return address_of(pages[place - 1]) if place else reverse("public:start")


def _back_to(page: Page, given: dict[str, Answer]) -> str:
    return _back(walk(given, clock.today_in_london()), page)


@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """What was answered, to look over and change."""
    kept = answers.kept(request)
    if kept is None:
        return redirect("family:start-again")
    walked = kept.walk()
    if not walked.finished:
        return redirect(where_next(walked))
    rows = [row(step, address_of(step.page)) for step in walked.steps]
    return render(request, "family/check.html", {"rows": rows, "back": address_of(walked.steps[-1].page)})


@never_cache
@require_safe
def person(request: HttpRequest) -> HttpResponse:
    """None of the matters fits: who can be asked."""
    from evenhand.web.family.helpers import helpers

    kept = answers.kept(request)
    slug = str(kept.answers.get("area", "")) if kept else ""
    context = {"helpers": helpers(area(slug) if slug else None), "back": reverse("family:begin")}
    return render(request, "family/person.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start_again(request: HttpRequest) -> HttpResponse:
    """There are no answers any more, or they are to be forgotten."""
    if request.method == "POST":
        answers.forget(request)
        return redirect("family:begin")
    return render(request, "family/start-again.html", {"hours": answers.HOURS, "kept": answers.kept(request)})
