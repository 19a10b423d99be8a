"""The chain: each event is sealed with the hash of the one before it.

What is sealed is who, what kind, when, and a salted commitment to each piece of content. The content and its
salt lie beside the chain: destroy both, and the commitment says nothing any more while the chain still holds.
The salt is sixteen random bytes, so that nobody can try likely contents against a commitment.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any

FIRST = "0" * 64
"""What stands for the hash before the first event."""


def written(body: Mapping[str, Any]) -> bytes:
    """The one way in which content is written down before it is hashed: UTF-8 JSON, keys in order, no spaces."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def commitment(
    salt: bytes,
    data_class: str,
    owner: str,
    body: Mapping[str, Any],
    *,
    part: str = "whole",
    sent_to: Iterable[str] = (),
) -> str:
    """HMAC-SHA256 under the salt, in hexadecimal, of the content and of all that decides who may read it."""
    said = written(
        {"class": data_class, "owner": owner, "part": part, "sent_to": list(sent_to), "body": body}
    )
    return hmac.new(salt, said, hashlib.sha256).hexdigest()


def sealed(previous: str, event: Mapping[str, Any], commitments: Iterable[str]) -> str:
    """SHA-256 in hexadecimal over the hash before, the event's own words, and the commitments in their order."""
    said = written({"previous": previous, "event": event, "pieces": list(commitments)})
    return hashlib.sha256(said).hexdigest()
