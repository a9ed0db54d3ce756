"""What is refused in the same way everywhere. Pure."""

from collections.abc import Mapping

from backend.foundation.refusals.refusal import Refusal


def demand(allowed: bool, detail: str = "") -> None:
    """Refuse `not_allowed` unless `allowed`."""
    if not allowed:
        raise Refusal("not_allowed", detail)


def needed(fields: Mapping[str, tuple[str, str]]) -> None:
    """Refuse `invalid` for texts left empty: field → (text, what to write)."""
    faults = {field: ask for field, (text, ask) in fields.items() if not text.strip()}
    if faults:
        raise Refusal("invalid", fields=faults)
