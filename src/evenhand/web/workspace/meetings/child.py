"""The child comes to the meeting: written down without an account or an address, for a child gets no messages."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand import clock
from evenhand.casework import actions
from evenhand.casework.door import Seen
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import AlreadyDone
from evenhand.people.roles import Role
from evenhand.web.accounts import once
from evenhand.web.steps.fields import Line, Words

from ..case_page import identity
from ..guarded import with_case
from ..readable import Readable
from .press import press_of


class Child(forms.Form):
    """What the child is called, and what they need."""

    name = Line(label=lazy("What is the child called?"), missing=lazy("Type the name."), longest=200)
    needs = Words(
        label=lazy("What do they need to take part?"),
        help_text=lazy("A break, a quiet place, somebody beside them. You can leave this empty."),
        rows=3,
        longest=2000,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="%s")


def may_add_child(seen: Seen) -> bool:
    """True where a parent acts, the child is not among those who come yet, and the reader may add people."""
    state = seen.state
    there = any(one.role is Role.YOUNG_PERSON and one.present for one in state.people.values())
    return state.facts.get("acting") == "parent" and not there and Step.ADD_PERSON in seen.steps()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """The form, and the child written down. `Http404` where there is nothing to add, or for whoever may not."""
    if not may_add_child(seen):
        if request.method == "POST" and Step.ADD_PERSON in seen.steps():
            return _again(request, seen)
        raise Http404
    form = Child(request.POST if request.method == "POST" else None)
    press = press_of(request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_person(
                case=seen.case,
                by=seen.actor(Step.ADD_PERSON),  # type: ignore[arg-type]  # the step is among the reader's
                on=clock.today_in_london(),
                role=Role.YOUNG_PERSON,
                side="family",
                name=form.cleaned_data["name"],
                party=False,
                needs=form.cleaned_data["needs"],
                press=press,
            )
        except AlreadyDone:
            return _again(request, seen)
        except StepNotOpen as refused:
            form.add_error(None, str(refused))
        else:
            once.say(request, _("It is written down. Now the parent and the mediator say if they agree."))
            return redirect("meetings:arranging", seen.case.reference)
    return render(
        request, "workspace/meetings/child.html", identity(Readable(seen)) | {"form": form, "press": press}
    )


def _again(request: HttpRequest, seen: Seen) -> HttpResponse:
    once.say(request, _("This was already done, once. Nothing was done twice."))
    return redirect("meetings:arranging", seen.case.reference)
