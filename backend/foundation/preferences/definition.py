"""What a setting is: default, range, unit and words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """A whole-number setting with its bounds; `words` is how the settings page names it."""

    name: str
    default: int
    least: int
    most: int
    unit: str
    words: str
    why: str
