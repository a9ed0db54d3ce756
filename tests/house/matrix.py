"""Reading permissions.toml: what each role is to be answered on each route."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from backend.foundation.people.permissions import ROLES

TABLE = tomllib.loads(Path(__file__).with_name("permissions.toml").read_text(encoding="utf-8"))


class Answer(Enum):
    """What an answer means to the person who asked."""

    YES = "let in"
    REFUSED = "403"
    HIDDEN = "404"


@dataclass(frozen=True)
class Line:
    """One line of the table: who may, and what is sent. `new`: parameters that get a fresh id each time; `serves`: roles
    whose body serves the neighbouring township too."""

    may: frozenset[str]
    hidden: frozenset[str]
    refused: frozenset[str]
    new: frozenset[str]
    serves: frozenset[str]
    stranger: int
    json: Any = None
    form: dict[str, str] | None = None

    def expected(self, role: str) -> Answer:
        """On a record of the role's own township."""
        if role not in self.may:
            return Answer.REFUSED
        if role in self.hidden:
            return Answer.HIDDEN
        return Answer.REFUSED if role in self.refused else Answer.YES


def lines() -> dict[str, Line]:
    """The table by `METHOD /path`."""
    return {route: _line(told) for route, told in TABLE["routes"].items()}


def public() -> frozenset[str]:
    return frozenset(TABLE["public"]["routes"])


def _line(told: dict[str, Any]) -> Line:
    may, hidden, refused, serves = (
        _roles(told.get(name, [])) for name in ("may", "hidden", "refused", "serves")
    )
    new, stranger = frozenset(told.get("new", [])), told.get("stranger", 404)
    return Line(may, hidden, refused, new, serves, stranger, told.get("json"), told.get("form"))


def _roles(names: list[str]) -> frozenset[str]:
    """Roles, with groups spelled out; a name that is neither is a mistake in the table."""
    groups: dict[str, list[str]] = TABLE["groups"]
    spelled: set[str] = set()
    for name in names:
        spelled |= {name} if name in ROLES else _roles(groups[name])
    return frozenset(spelled)
