"""A call for help that cannot be read to the letter is read as far as it can be: nobody is refused help for a broken device.

What could not be read is kept beside the call, by its field, and shown with it.
"""

import json
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec

LONGEST: Final = {"reason": 40, "note": 500, "phone": 30, "alarm_number": 40}
NUMBERS: Final = ("lat", "lon", "accuracy_m")
FIX: Final = (*NUMBERS, "source", "at")
# Whether it is a drill is never guessed.
_NEVER_GUESSED: Final = frozenset({"status", "exercise"})
_SAID: Final = 60  # characters of what a fix says
_KEPT: Final = 2_000  # characters of what could not be read, and of how many fields
_FIELDS: Final = 20
_DIGITS: Final = 18
S = TypeVar("S", bound=msgspec.Struct)


def plain(raw: bytes) -> dict[str, Any] | None:
    """A JSON object, also with NaN in it, with broken letters or with what no database keeps; None for anything else."""
    try:
        found = _clean(json.loads(raw.decode("utf-8", "replace"), parse_int=_number))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def readable(kind: type[S], said: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields of `kind` that can be read by themselves, words cut to what fits; and the others, as text."""
    good: dict[str, Any] = {}
    unread: dict[str, str] = {}
    for name, value in said.items():
        fitting = _fitting(name, value)
        if name in kind.__struct_fields__ and _fits(kind, name, fitting):
            good[name] = fitting
        if name != "position" and (name not in good or fitting != value):
            unread[name[:_SAID]] = text(value, _KEPT)
    return good, dict(list(unread.items())[:_FIELDS])


def guessed(unread: Mapping[str, str]) -> bool:
    """Whether what could not be read is what nobody may guess."""
    return not _NEVER_GUESSED.isdisjoint(unread)


def placed(kind: type[S], raw: bytes) -> S | None:
    """A body whose `position` and `points` say whatever they say; None where anything else of it does not fit."""
    said = plain(raw)
    if said is None:
        return None
    if isinstance(said.get("points"), list):
        said["points"] = [located(point) or {} for point in said["points"]]
    try:
        return msgspec.convert({**said, "position": located(said.get("position"))}, kind)
    except msgspec.ValidationError:
        return None


def located(said: Any) -> dict[str, Any] | None:
    """A position with what it says turned into text where it is no number: rules/positions judges it."""
    if said is None:
        return None
    if not isinstance(said, dict):
        return {"lat": text(said, _SAID)}
    return {name: _spoken(name, said[name]) for name in FIX if name in said}


def text(value: Any, most: int) -> str:
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:most]


def _fitting(name: str, value: Any) -> Any:
    if name == "position":
        return located(value)
    return value[: LONGEST[name]] if name in LONGEST and isinstance(value, str) else value


def _fits(kind: type[msgspec.Struct], name: str, value: Any) -> bool:
    try:
        msgspec.convert({name: value}, kind)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def _spoken(name: str, value: Any) -> Any:
    number = name in NUMBERS and isinstance(value, float | int) and not isinstance(value, bool)
    return value if value is None or number else text(value, _SAID)


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else float(digits)


def _clean(value: Any) -> Any:
    """Without halves of letters and without NUL."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\x00", "")
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if isinstance(value, dict):
        return {_clean(name): _clean(each) for name, each in value.items()}
    return value
