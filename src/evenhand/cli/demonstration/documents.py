"""Documents of the demonstration: small texts, received and stored as anybody's would be."""

from pathlib import Path
from typing import Any

from django.conf import settings

from evenhand.casework.files import Store, receive


def keep(name: str, text: str) -> dict[str, Any]:
    """Store a text under a name, and give what a document's event says of it."""
    cleaned = receive(name, text.encode())
    return {
        "file_id": _store().add(cleaned.bytes),
        "name": cleaned.name,
        "kind": cleaned.kind.value,
        "size": cleaned.size,
        "sha256": cleaned.sha256,
    }


def _store() -> Store:
    return Store(Path(settings.DATA) / "documents")
