"""Sending a link that works once: what is asked of whom, and where it goes."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand.casework.door import Seen
from evenhand.casework.heart.stages import StepNotOpen
from evenhand.casework.links import Purpose, purposes_for, to_consent
from evenhand.casework.sending_links import send_link
from evenhand.people.policy import DataClass
from evenhand.post.outbox import AddressRefused
from evenhand.web.accounts import once
from evenhand.web.steps.fields import Line, Select

from ..case_page import identity
from ..guarded import with_case
from ..readable import Readable
from .arranging import arranges
from .press import press_of
from .words import asks_words

Asked = tuple[Purpose, str, str]


class Ask(forms.Form):
    """What is asked of whom, and an address if it is to go elsewhere."""

    what = Select(
        label=lazy("What is asked, and of whom?"), missing=lazy("Choose what is asked, and of whom.")
    )
    to = Line(
        label=lazy("E-mail address"),
        help_text=lazy("Leave it empty to send it to the address or the officers that we know."),
        shape="email",
        longest=254,
    )

    def __init__(self, choices: list[tuple[str, str]], data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, use_required_attribute=False, auto_id="%s")
        field: Any = self.fields["what"]
        field.choices = choices


def askable(readable: Readable) -> dict[str, tuple[Asked, str]]:
    """Everything that can be asked by a link now: a mark for the form, what it is, and words."""
    state, found = readable.seen.state, {}
    for key in state.people:
        for purpose in purposes_for(state, key):
            if purpose is Purpose.FOLLOW and not may_invite(readable.seen, key):
                continue
            for about in to_consent(state, key) if purpose is Purpose.CONSENT else [""]:
                words = f"{readable.place_words(key)}: {asks_words(readable, purpose, about)}"
                found[f"{purpose.value} {key} {about}".strip()] = ((purpose, key, about), words)
    return found


def may_invite(seen: Seen, key: str) -> bool:
    """True for who says how somebody is reached: a link to follow the case goes where they say, and lets in for good."""
    return seen.may_write(DataClass.CONTACT_DETAILS, key)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """The form, and the link on its way. `Http404` for whoever does not arrange."""
    if not arranges(seen):
        raise Http404
    readable = Readable(seen)
    choices = askable(readable)
    listed = [(mark, words) for mark, (_asked, words) in choices.items()]
    form = Ask(
        listed, request.POST if request.method == "POST" else None, {"what": request.GET.get("what", "")}
    )
    press = press_of(request)
    if request.method == "POST" and form.is_valid() and _sent(request, seen, form, choices, press):
        return redirect("meetings:arranging", seen.case.reference)
    follows = any(purpose is Purpose.FOLLOW for (purpose, _key, _about), _words in choices.values())
    context = identity(readable) | {"form": form, "press": press, "any": bool(listed), "follows": follows}
    return render(request, "workspace/meetings/ask.html", context)


def _sent(
    request: HttpRequest, seen: Seen, form: Ask, choices: dict[str, tuple[Asked, str]], press: UUID
) -> bool:
    (purpose, key, about), _words = choices[form.cleaned_data["what"]]
    typed = form.cleaned_data["to"]
    try:
        made = send_link(case=seen.case, purpose=purpose, key=key, about=about, to=typed, press=press)
    except AddressRefused:
        form.add_error("to", _("Type an e-mail address like name@example.org."))
        return False
    except StepNotOpen as refused:
        form.add_error("to" if not typed else None, str(refused))
        return False
    told = _("The link is on its way.") if made else _("This was already done, once. Nothing was done twice.")
    once.say(request, told)
    return True
