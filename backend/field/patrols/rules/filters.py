"""What a list of patrols is narrowed by, under the names it has in an address. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from backend.field.patrols.rules.patrol import KINDS
from backend.field.patrols.rules.review import CHOICES as REVIEWS
from backend.field.patrols.rules.states import WORDS as STATES
from backend.foundation.refusals import Refusal

LONGEST = 60
EARLIEST, LATEST = 1970, 2200
# Python keeps `from` for itself.
_NAMES = {"since": "from"}
_CHOICES: dict[str, Iterable[str]] = {
    "kind": KINDS,
    "state": STATES,
    "review": REVIEWS,
    "findings": ("0", "1"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means not narrowed. `since` and `until` are whole days at +08:00, both included.

    `unit` is a code, `officer` a username, `place` words of a key place passed or of a finding's address,
    `findings` "1" with or "0" without findings, `q` words found in the patrol or one of its findings.
    """

    since: date | None = None
    until: date | None = None
    kind: str = ""
    unit: str = ""
    officer: str = ""
    place: str = ""
    state: str = ""
    review: str = ""
    findings: str = ""
    q: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """What is set, as an address says it."""
        given = ((_NAMES.get(field.name, field.name), getattr(self, field.name)) for field in fields(self))
        return [(name, str(value)) for name, value in given if value]

    def address(self, **changes: Any) -> str:
        """The query of an address with these filters, after `changes`; empty where nothing is set."""
        return urlencode(replace(self, **changes).pairs())

    @property
    def count(self) -> int:
        return len(self.pairs())


NAMES = tuple(_NAMES.get(field.name, field.name) for field in fields(Filters))


def read_filters(asked: Mapping[str, str]) -> Filters:
    """Filters from the parameters of an address; others are left alone. Refuses `invalid` with each fault."""
    faults: dict[str, str] = {}
    values: dict[str, Any] = {}
    for field in fields(Filters):
        name = _NAMES.get(field.name, field.name)
        text = asked.get(name, "").strip()
        try:
            values[field.name] = _value(name, text)
        except ValueError as fault:
            faults[name] = str(fault)
    if not faults and values["since"] and values["until"] and values["since"] > values["until"]:
        faults["until"] = "结束日期早于开始日期"
    if faults:
        raise Refusal("invalid", fields=faults)
    return Filters(**values)


def _value(name: str, text: str) -> date | str | None:
    if name in ("from", "until"):
        return _day(text) if text else None
    if text and name in _CHOICES and text not in _CHOICES[name]:
        raise ValueError(f"没有“{text[:LONGEST]}”这一种")
    if len(text) > LONGEST:
        raise ValueError(f"最多{LONGEST}个字")
    if not text.isprintable():
        raise ValueError("有不能用的字符")
    return text


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError("日期写成 2026-11-23") from None
    if not EARLIEST <= day.year <= LATEST:
        raise ValueError(f"年份从{EARLIEST}到{LATEST}")
    return day
