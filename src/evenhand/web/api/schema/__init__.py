"""The shapes of facts and advice, and how they stand in the OpenAPI document.

The two JSON files are the contract's, byte for byte; a test holds them so.
"""

import json
from importlib.resources import files
from typing import Any

Schema = dict[str, Any]


def load(name: str) -> Schema:
    """One of the contract's schemas by the first part of its file name: `facts`, `answer`."""
    loaded: Schema = json.loads(files(__package__).joinpath(f"{name}.schema.json").read_bytes())
    return loaded


def components() -> dict[str, Schema]:
    """The schemas for `components/schemas`, their own definitions lifted beside them."""
    facts, answer = load("facts"), load("answer")
    reasons = answer.pop("$defs")["reasons"]
    for schema in (facts, answer):
        del schema["$schema"]
    return {
        "Facts": facts,
        "Advice": _point_at_components(answer),
        "Reasons": reasons,
        "Problem": PROBLEM,
    }


def _point_at_components(value: Any) -> Any:
    """The same schema with each reference to its own definitions leading to the lifted one."""
    if isinstance(value, dict):
        return {key: _point_at_components(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_point_at_components(inner) for inner in value]
    if value == "#/$defs/reasons":
        return "#/components/schemas/Reasons"
    return value


PROBLEM: Schema = {
    "type": "object",
    "description": "A problem document (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "one sentence about this very request"},
        "facts": {
            "type": "array",
            "items": {"type": "string"},
            "description": "for facts that are refused: the names of those at fault",
        },
    },
}
