"""Going through questions: which comes next, which came before, and one page for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from evenhand.casework.asking import providers

from .draft import Draft, keep
from .question import Question, Said

Asked = type[Question]


@dataclass(frozen=True)
class Flow:
    """A row of questions and its addresses: `first` is where it begins, `check` where the answers are looked over."""

    name: str
    questions: Sequence[Asked]
    first: str
    question: str
    check: str
    before: Callable[[], str]

    def asked(self, draft: Draft) -> list[Asked]:
        """The questions that are asked of this draft, in order."""
        return [one for one in self.questions if one.asked(draft)]

    def missing(self, draft: Draft) -> Asked | None:
        """The first question that is asked and has no answer."""
        return next((one for one in self.asked(draft) if not one.answered(draft)), None)

    def of(self, key: str, draft: Draft) -> Asked:
        """The question with this key. Raises `Http404` where it is not asked."""
        found = next((one for one in self.asked(draft) if one.key == key), None)
        if found is None:
            raise Http404
        return found

    def address(self, question: Asked) -> str:
        """The address of a question."""
        if self.first and question is self.questions[0]:
            return reverse(self.first)
        return reverse(self.question, args=[question.key])

    def back(self, question: Asked, draft: Draft) -> str:
        """The address of what came before a question."""
        asked = self.asked(draft)
        place = asked.index(question) if question in asked else 0
        return self.address(asked[place - 1]) if place else self.before()

    def onward(self, draft: Draft) -> str:
        """The address of what comes next: the first question without an answer, or the answers to check."""
        missing = self.missing(draft)
        return self.address(missing) if missing is not None else reverse(self.check)


SETTLES = {"council": ("provider", "day", "time"), "provider": ("day", "time"), "day": ("time",)}
"""Answers that are forgotten when another one is changed: they hang on it."""


def answer(draft: Draft, form: Question) -> None:
    """Put the answer into the draft; what hung on another answer is forgotten."""
    stored = form.stored()
    if draft.answers.get(form.key) != stored:
        for hanging in SETTLES.get(form.key, ()):
            draft.answers.pop(hanging, None)
    draft.answers[form.key] = stored


def page(request: HttpRequest, draft: Draft, form: Question, back: str, **more: Any) -> HttpResponse:
    """The page of a question. Where nobody could be asked, a page that says so and whom to ring instead."""
    if form.key in ("provider", "day", "time") and not providers():
        return render(request, "asking/nobody.html", {"back": back})
    if form.key == "day" and not form.fields["day"].choices:  # type: ignore[attr-defined]
        return render(request, "asking/full.html", {"back": back})
    context = {"form": form, "draft": draft, "back": back, "template": "asking/question.html"} | more
    return render(request, str(context["template"]), context)


def question_view(
    request: HttpRequest,
    draft: Draft,
    asked: Asked,
    *,
    back: str,
    onward: Callable[[Draft], str],
    **more: Any,
) -> HttpResponse:
    """One question: shown, or its answer taken."""
    if asked.key == "time" and not draft.given("day", "day"):
        return redirect(back)
    if request.method != "POST":
        return page(request, draft, asked(draft), back, **more)
    form = asked(draft, request.POST)
    if not form.is_valid():
        return page(request, draft, form, back, **more)
    answer(draft, form)
    keep(request, draft)
    return redirect(onward(draft))


def taken(draft: Draft, time: Asked, day: Asked, why: Said) -> Question:
    """The question to ask again where somebody else was quicker: the time, or the day where none is left on it."""
    typed = draft.answers.pop("time", None)
    for asked in (time, day):
        form = asked(draft, typed or {"slot": "", "day": ""})
        field: Any = next(iter(form.fields.values()))
        if list(field.choices):
            break
        draft.answers.pop("day", None)
    form.errors.clear()
    form.add_error(next(iter(form.fields)), str(why))
    return form
