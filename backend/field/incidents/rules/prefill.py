"""What a first report begins with where it comes from a call for help. Pure."""

from typing import Final

# What a call says with other words than a report.
_CATEGORIES: Final = {"围堵阻碍": "围堵阻碍执法", "有人受伤": "人员受伤"}


def category_of(reason: str) -> str:
    """The category a report of that call begins with; any other reason is one itself."""
    return _CATEGORIES.get(reason, reason)
