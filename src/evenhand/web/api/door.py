"""The API itself: `POST /api/v1/advice` and the OpenAPI document that describes it."""

import logging
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from evenhand import clock
from evenhand.law import FactsRefused, advise
from evenhand.reading import UnreadableJSON, facts_from_json
from evenhand.web.api import problems
from evenhand.web.api.body import read_body
from evenhand.web.api.problems import KINDS, Problem
from evenhand.web.api.schema import components

log = logging.getLogger(__name__)


class Door(NinjaAPI):
    """A NinjaAPI whose document holds the contract's own schemas."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(*args, **kwargs)
        document["components"]["schemas"] = components()
        return document


api = Door(
    title="Evenhand",
    version=version("evenhand"),
    description="What may be done about a SEND decision in England, by when, and why.",
    docs_url=None,
    urls_namespace="api",
)


def _responses() -> dict[int, Any]:
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    described: dict[int, Any] = {
        200: {
            "description": "Every route and every date, with reasons",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Advice"}}},
        }
    }
    for name in ("unreadable", "length-required", "too-large", "not-json", "facts-refused"):
        kind = KINDS[name]
        described[int(kind.status)] = {
            "description": kind.title,
            "content": {problems.CONTENT_TYPE: problem},
        }
    return described


@api.post(
    "/advice",
    operation_id="advise",
    url_name="advise",
    summary="Every route and every date for these facts",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Facts"}}},
        },
        "responses": _responses(),
    },
)
def advice(request: HttpRequest) -> HttpResponse:
    """The day of asking, `as_of`, is today in Europe/London where it is left out."""
    facts = facts_from_json(read_body(request))
    if not isinstance(facts, dict):
        raise Problem("facts-refused", "The facts must be one JSON object.")
    facts.setdefault("as_of", clock.today_in_london().isoformat())
    return HttpResponse(advise(facts).json(), content_type="application/json")


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Problem) -> HttpResponse:
    return problems.answer(error.kind, error.detail)


@api.exception_handler(UnreadableJSON)
def _unreadable(request: HttpRequest, error: UnreadableJSON) -> HttpResponse:
    return problems.answer(KINDS["unreadable"], str(error))


@api.exception_handler(FactsRefused)
def _facts_refused(request: HttpRequest, error: FactsRefused) -> HttpResponse:
    return problems.answer(KINDS["facts-refused"], str(error), facts=tuple(error.facts))


@api.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """Log where it broke, but not the body: it is about somebody."""
    log.error("A fault in the API", exc_info=error)
    return problems.answer(KINDS["broken"], KINDS["broken"].meaning)
