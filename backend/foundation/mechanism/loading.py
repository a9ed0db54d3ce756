"""Reading profile files. A file is taken whole or refused with line and reason."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from backend.foundation.datafiles import TOP, Fault, FileRefused, read
from backend.foundation.datafiles import load_file as read_file
from backend.foundation.mechanism.catalogue import LIMITS
from backend.foundation.mechanism.checks import check_law, check_profile
from backend.foundation.mechanism.profile import Instrument, Law, Profile

PROFILES: Final = Path(__file__).parent / "profiles"
_LAW: Final = "law"

Rules = TypeVar("Rules", bound=Instrument)


@cache
def profile_codes() -> tuple[str, ...]:
    """The codes of the profiles that ship with the product."""
    return tuple(sorted(file.stem for file in PROFILES.glob("*.toml") if file.stem != _LAW))


@cache
def load_profile(code: str) -> Profile:
    """The profile with this code. Raises FileRefused when there is none or its file is bad."""
    if code not in profile_codes():
        raise FileRefused(1, f"没有名为“{code}”的机制，可用：{'、'.join(profile_codes())}")
    return load_file(PROFILES / f"{code}.toml")


@cache
def load_law() -> Law:
    """The national rules beside every profile."""
    return _load(PROFILES / f"{_LAW}.toml", lambda table: read(Law, table, TOP), check_law)


def load_file(path: Path) -> Profile:
    """A profile from any file. Raises FileRefused with line and reason."""
    law = load_law()
    return _load(path, lambda table: read(Profile, table, TOP, {"law": law}), check_profile)


def _load(path: Path, build: Callable[[object], Rules], check: Callable[[Rules], None]) -> Rules:
    def made(tables: dict[str, Any]) -> Rules:
        rules = build(_worded(tables))
        check(rules)
        return rules

    return read_file(path, made)


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
