"""The mediator's own word on whether somebody may come (reg 38(1)): for a child, and where a party does not agree."""

from typing import Any
from uuid import UUID

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
from evenhand.casework.heart.events import Actor
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.recording import AlreadyDone
from evenhand.people.roles import Role
from evenhand.web.accounts import once
from evenhand.web.steps.fields import Choose, YesOrNo

from ..case_page import identity
from ..guarded import with_case
from ..readable import Readable
from .press import press_of


class Word(forms.Form):
    """About whom, and yes or no."""

    key = Choose(label=lazy("About whom?"), missing=lazy("Choose about whom."))
    consents = YesOrNo(label=lazy("Do you agree that they come?"))

    def __init__(self, choices: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="%s")
        field: Any = self.fields["key"]
        field.choices = choices


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """The form, and the word written down. `Http404` for anybody but the mediator, and with nobody to speak of."""
    readable = Readable(seen)
    choices = [
        (one.key, readable.place_words(one.key))
        for one in seen.state.people.values()
        if one.present and one.needs_consent
    ]
    by = _mediator(seen)
    if by is None or not choices:
        raise Http404
    form = Word(choices, request.POST if request.method == "POST" else None)
    press = press_of(request)
    if request.method == "POST" and form.is_valid() and _written(request, seen, by, form, press):
        return redirect("meetings:arranging", seen.case.reference)
    return render(
        request, "workspace/meetings/consent.html", identity(readable) | {"form": form, "press": press}
    )


def _mediator(seen: Seen) -> Actor | None:
    for standing in seen.standings:
        if standing.role is Role.MEDIATOR and Step.CONSENT_TO_PERSON in seen.steps():
            return Actor(seen.reader.person_id, standing.role, standing.key)
    return None


def _written(request: HttpRequest, seen: Seen, by: Actor, form: Word, press: UUID) -> bool:
    given = form.cleaned_data
    told = _("Your answer is written down.")
    try:
        actions.consent_to_person(
            case=seen.case,
            by=by,
            on=clock.today_in_london(),
            party=by.key,
            key=given["key"],
            consents=given["consents"],
            press=press,
        )
    except AlreadyDone:
        told = _("This was already done, once. Nothing was done twice.")
    except StepNotOpen as refused:
        form.add_error(None, str(refused))
        return False
    once.say(request, told)
    return True
