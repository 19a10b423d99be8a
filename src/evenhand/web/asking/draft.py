"""What somebody has typed so far, in their session: by question, with what “your options” knew already."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from evenhand.casework.asking import provider_for
from evenhand.people.models import Organisation
from evenhand.web.family import answers as family

KEY = "asking"
CALL, ASK = "call", "ask"
NOT_TRUE = ("date_of_birth", "area")
"""Facts that are not taken along: a day of birth that only stands for an age, and the area, which is kept apart."""


@dataclass
class Draft:
    """The answers of one flow. `brought` are the facts from “your options”; `saved_as` the row that keeps them."""

    flow: str
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    brought: dict[str, Any] = field(default_factory=dict)
    area: str = ""
    saved_as: int | None = None

    def given(self, question: str, name: str, otherwise: Any = "") -> Any:
        """What was answered to one field of a question."""
        return self.answers.get(question, {}).get(name, otherwise)

    @property
    def council(self) -> str:
        """The slug of the area it is about, as far as it is known."""
        return self.area or str(self.given("council", "council"))

    @property
    def provider(self) -> Organisation | None:
        """The service that is asked; None while somebody must choose."""
        found = provider_for(self.council)
        if found is not None:
            return found
        chosen = self.given("provider", "provider")
        kind = Organisation.objects.filter(kind="provider", slug=chosen) if chosen else None
        return kind.first() if kind is not None else None

    def held(self) -> dict[str, Any]:
        """Everything, as a session or a row holds it."""
        return {"answers": self.answers, "brought": self.brought, "area": self.area}


def draft_of(request: HttpRequest, flow: str) -> Draft:
    """The draft of a flow in this session; a new one takes along what “your options” was told."""
    held = request.session.get(KEY, {}).get(flow)
    if isinstance(held, dict):
        return Draft(flow, held["answers"], held["brought"], held["area"], held.get("saved_as"))
    brought, area = _brought(request)
    return Draft(flow, brought=brought, area=area)


def _brought(request: HttpRequest) -> tuple[dict[str, Any], str]:
    kept = family.kept(request)
    if kept is None:
        return {}, ""
    facts = kept.walk().known.facts
    area = facts.get("area")
    told = {name: value for name, value in facts.items() if name not in NOT_TRUE and value is not None}
    return told, area if isinstance(area, str) else ""


def keep(request: HttpRequest, draft: Draft) -> None:
    """Keep the draft for the next page."""
    drafts = request.session.get(KEY, {})
    request.session[KEY] = {**drafts, draft.flow: {**draft.held(), "saved_as": draft.saved_as}}


def forget(request: HttpRequest, flow: str) -> None:
    """Forget what was typed; what it came to is told on the next page (`done`)."""
    drafts = request.session.get(KEY, {})
    request.session[KEY] = {name: held for name, held in drafts.items() if name != flow}


def note_done(request: HttpRequest, flow: str, said: dict[str, Any]) -> None:
    """Keep for the next page what came of it."""
    request.session[f"{KEY}-{flow}-done"] = said


def done(request: HttpRequest, flow: str) -> dict[str, Any] | None:
    """What came of it, if it was sent in this session."""
    said = request.session.get(f"{KEY}-{flow}-done")
    return said if isinstance(said, dict) else None
