"""Reading profile files. A file is taken whole or refused with line and reason."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from backend.foundation.mechanism.catalogue import LIMITS
from backend.foundation.mechanism.checks import check_law, check_profile
from backend.foundation.mechanism.faults import TOP, Fault, ProfileError
from backend.foundation.mechanism.lines import LineIndex
from backend.foundation.mechanism.profile import Instrument, Law, Profile
from backend.foundation.mechanism.reading import read
from backend.foundation.mechanism.syntax import parse

PROFILES: Final = Path(__file__).parent / "profiles"
_LAW: Final = "law"

Rules = TypeVar("Rules", bound=Instrument)


@cache
def profile_codes() -> tuple[str, ...]:
    """The codes of the profiles that ship with the product."""
    return tuple(sorted(file.stem for file in PROFILES.glob("*.toml") if file.stem != _LAW))


@cache
def load_profile(code: str) -> Profile:
    """The profile with this code. Raises ProfileError when there is none or its file is bad."""
    if code not in profile_codes():
        raise ProfileError(1, f"没有名为“{code}”的机制，可用：{'、'.join(profile_codes())}")
    return load_file(PROFILES / f"{code}.toml")


@cache
def load_law() -> Law:
    """The national rules beside every profile."""
    return _load(PROFILES / f"{_LAW}.toml", lambda table: read(Law, table, TOP), check_law)


def load_file(path: Path) -> Profile:
    """A profile from any file. Raises ProfileError with line and reason."""
    law = load_law()
    return _load(path, lambda table: read(Profile, table, TOP, {"law": law}), check_profile)


def _load(path: Path, build: Callable[[object], Rules], check: Callable[[Rules], None]) -> Rules:
    text = _text(path)
    table = parse(text, path)
    try:
        rules = build(_worded(table))
        check(rules)
    except Fault as fault:
        raise ProfileError(LineIndex(text).find(fault.place), fault.reason, path) from fault
    return rules


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ProfileError(1, "文件读不出来", path) from error
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ProfileError(line, "不是 UTF-8 编码", path) from error


def _worded(table: dict[str, Any]) -> dict[str, Any]:
    """The same file with each limit in the place's own words, or in the catalogue's where it has none."""
    limits = table.get("limits")
    if not isinstance(limits, dict):
        return table
    return table | {"limits": {rule: _in_words(rule, limit) for rule, limit in limits.items()}}


def _in_words(rule: str, limit: object) -> object:
    if rule not in LIMITS:
        raise Fault(("limits", rule), f"没有“{rule}”这项期限")
    known = LIMITS[rule]
    words = {"start": known.start, "finish": known.finish, "owed_by": known.owed_by}
    return words | limit if isinstance(limit, dict) else limit
