"""The digest of what a device sent, over validated values: key order, absent and null make no difference."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec


def content_digest(content: msgspec.Struct) -> str:
    """SHA-256 over the canonical form of a validated body."""
    plain = msgspec.to_builtins(_plain(content), order="sorted")
    return hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()


def _plain(value: Any) -> Any:
    """Values as compared: no nulls, times in UTC, whole floats as they are."""
    if isinstance(value, msgspec.Struct):
        clearable = _clearable(type(value))
        return {
            name: _plain(inner)
            for name in value.__struct_fields__
            if (inner := getattr(value, name)) is not msgspec.UNSET
            and (inner is not None or name in clearable)
        }
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value


@cache
def _clearable(kind: type[msgspec.Struct]) -> frozenset[str]:
    """Fields of a change that may be left out: there null is content, for it clears."""
    return frozenset(field.name for field in msgspec.structs.fields(kind) if field.default is msgspec.UNSET)
