"""Which values a setting takes. Pure."""

from collections.abc import Mapping

from backend.foundation.preferences.registry import DEFINITIONS
from backend.foundation.refusals import Refusal


def check_settings(typed: Mapping[str, int | None]) -> dict[str, int]:
    """The values by name; refuses `invalid` with a sentence for each that is no number or out of its range."""
    faults = {
        name: f"填{definition.least}到{definition.most}之间的整数"
        for name, definition in DEFINITIONS.items()
        if name in typed and not _fits(typed[name], definition.least, definition.most)
    }
    if faults:
        raise Refusal("invalid", fields=faults)
    return {name: value for name, value in typed.items() if value is not None and name in DEFINITIONS}


def _fits(value: int | None, least: int, most: int) -> bool:
    return value is not None and least <= value <= most
