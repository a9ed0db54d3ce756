"""The digest of what a device sent, over validated values: key order, absent and null make no difference."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec


def content_digest(content: msgspec.Struct) -> str:
    """SHA-256 over the canonical form of a validated body."""
    plain = msgspec.to_builtins(_plain(content), order="sorted")
    return hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()


def _plain(value: Any) -> Any:
    """Values as compared: no nulls, times in UTC, whole floats as they are."""
    if isinstance(value, msgspec.Struct):
        return _plain(msgspec.structs.asdict(value))
    if isinstance(value, dict):
        return {
            key: _plain(inner)
            for key, inner in value.items()
            if inner is not None and inner is not msgspec.UNSET
        }
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value
