"""The OpenAPI document says exactly what the contract says."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from evenhand.law import advise
from evenhand.web.api.schema import load

CONTRACT = Path(__file__).parents[2] / "contract"


@pytest.fixture
def openapi(client: Client) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return document


@pytest.mark.parametrize("name", ["facts", "answer"])
def test_the_schemas_are_the_contracts(name: str) -> None:
    assert load(name) == json.loads((CONTRACT / f"{name}.schema.json").read_bytes())


def test_the_document_is_valid(openapi: dict[str, Any]) -> None:
    validate(openapi)


def test_it_describes_the_question_and_the_answer(openapi: dict[str, Any]) -> None:
    asked = openapi["paths"]["/api/v1/advice"]["post"]
    body = asked["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Facts"}
    assert set(asked["responses"]) == {"200", "400", "411", "413", "415", "422"}
    assert openapi["components"]["schemas"]["Facts"]["required"] == ["matter"]


def test_an_answer_fits_the_schema_in_the_document(openapi: dict[str, Any]) -> None:
    schema = openapi | {"$ref": "#/components/schemas/Advice"}
    facts = {"matter": "refusal_to_assess", "notice_sent": "2026-06-15", "as_of": "2026-06-20"}
    Draft202012Validator(schema).validate(json.loads(advise(facts).json()))
