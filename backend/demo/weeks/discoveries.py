"""What a patrol found at the places it stayed. Pure: chance is given."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from math import cos, radians
from pathlib import Path
from random import Random
from typing import Any

from backend.demo.weeks.network import METRES_PER_DEGREE, Position
from backend.demo.weeks.walking import Visit
from backend.foundation.now import local

TAKES_TWO_OFFICERS = frozenset({"ordered", "summary_penalty"})
BESIDE_M = 25
FAR_M = 130.0
PICKED, NONE, FAR = 0.08, 0.03, 0.04  # parts picked on the map, without a position, and badly located
FROM_GALLERY = 0.12


@dataclass(frozen=True, slots=True)
class Discovery:
    """One finding with the scene of its photos."""

    found_at: datetime
    position: Position
    accuracy_m: float | None
    source: str
    far_reason: str
    category: str
    matter_code: str
    address: str
    facts: str
    disposition: str
    ongoing: bool
    recheck_on: date | None
    party: Mapping[str, Any] | None
    scene: str
    photos: int

    @property
    def is_nothing(self) -> bool:
        return self.disposition == "none"


@cache
def pool() -> list[dict[str, Any]]:
    """The findings of findings.toml."""
    told = tomllib.loads(Path(__file__).with_name("findings.toml").read_text(encoding="utf-8"))
    findings: list[dict[str, Any]] = told["finding"]
    return findings


def discoveries(
    visits: Sequence[Visit], count: int, *, two_officers: bool, chance: Random
) -> list[Discovery]:
    """`count` different findings at these visits, in the order of time; one that says so when nothing was found."""
    by_place = {visit.place: visit for visit in visits}
    fitting = [told for told in pool() if told["at"] in by_place]
    chosen = chance.sample(fitting, min(count, len(fitting)))
    if not chosen:
        return [_nothing(visits[-1])]
    found = [
        _discovery(told, by_place[told["at"]], two_officers=two_officers, chance=chance) for told in chosen
    ]
    return sorted(found, key=lambda discovery: discovery.found_at)


def _discovery(told: dict[str, Any], visit: Visit, *, two_officers: bool, chance: Random) -> Discovery:
    found_at = visit.begins + (visit.ends - visit.begins) * chance.uniform(0.1, 0.8)
    ways = [way for way in told["ways"] if two_officers or way not in TAKES_TWO_OFFICERS]
    disposition = chance.choice(ways or ["persuaded"])
    source, accuracy, reason = _located(chance)
    number = chance.randint(2, 9)
    return Discovery(
        found_at=found_at.replace(microsecond=0),
        position=_beside(visit.position, chance),
        accuracy_m=accuracy,
        source=source,
        far_reason=reason,
        category=told["category"],
        matter_code=told.get("matter", ""),
        address=told["address"].format(n=number),
        facts=told["facts"].format(n=number),
        disposition=disposition,
        ongoing=told.get("ongoing", False) and disposition != "corrected",
        recheck_on=local(found_at).date() + timedelta(days=number) if disposition == "ordered" else None,
        party=told.get("party"),
        scene=told["photo"],
        photos=chance.choice((1, 1, 2)) if told["photo"] else 0,
    )


def _nothing(visit: Visit) -> Discovery:
    return Discovery(
        found_at=visit.begins.replace(microsecond=0),
        position=visit.position,
        accuracy_m=8.0,
        source="gps",
        far_reason="",
        category="未发现问题",
        matter_code="",
        address=f"{visit.place}一带",
        facts="沿线巡查，未发现问题。",
        disposition="none",
        ongoing=False,
        recheck_on=None,
        party=None,
        scene="",
        photos=0,
    )


def _located(chance: Random) -> tuple[str, float | None, str]:
    """Source, accuracy and the reason for a bad one."""
    draw = chance.random()
    if draw < PICKED:
        return "map", None, ""
    if draw < PICKED + NONE:
        return "none", None, ""
    if draw < PICKED + NONE + FAR:
        return "gps", FAR_M, "在楼内，卫星信号弱，位置按门牌核对"
    return "gps", round(chance.uniform(4, 18), 1), ""


def _beside(position: Position, chance: Random) -> Position:
    lat, lon = position
    north, east = chance.uniform(-BESIDE_M, BESIDE_M), chance.uniform(-BESIDE_M, BESIDE_M)
    return (
        round(lat + north / METRES_PER_DEGREE, 6),
        round(lon + east / (METRES_PER_DEGREE * cos(radians(lat))), 6),
    )
