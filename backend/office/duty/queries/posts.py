"""The posts of a township, and what stands in the form that writes one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.foundation.database import row, rows
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.duty.rules.posts import Post
from backend.office.duty.rules.slots import read_slots

_POSTS = (
    "SELECT p.id, p.kind, p.name, p.place, p.days, p.begins_minute, p.length_minutes, p.needs, p.first_day, p.last_day, "
    "p.active, p.version, l.name AS place_name, l.market_days FROM duty_posts p LEFT JOIN places l ON l.id = p.place"
)
_UNITS = "SELECT code, name, kind FROM units WHERE township = ? ORDER BY code"
_PLACES = "SELECT id, name, market_days FROM places WHERE township = ? AND active ORDER BY kind, name"


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post as it is kept; `place_name` and `market_days` are its place's."""

    id: UUID
    version: int
    post: Post
    place_name: str
    market_days: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a post can name: units (code, name, kind) and places (id, name, market days) of the township."""

    units: list[dict[str, Any]]
    places: list[dict[str, Any]]

    @property
    def kinds(self) -> dict[str, str]:
        """Unit code → kind."""
        return {unit["code"]: unit["kind"] for unit in self.units}


async def posts_of(township: UUID | None) -> list[KnownPost]:
    """Those in use first, by the hour they begin."""
    found = await rows(
        f"{_POSTS} WHERE p.township = ? ORDER BY p.active DESC, p.begins_minute, p.name", township
    )
    return [_known(entry) for entry in found]


async def visible_post(person: Person, post_id: UUID) -> KnownPost:
    """Refuses a stranger's `not_found`."""
    found = await row(f"{_POSTS} WHERE p.id = ? AND p.township = ?", post_id, person.township_id)
    if found is None:
        raise Refusal("not_found")
    return _known(found)


async def choices(township: UUID | None) -> Choices:
    return Choices(await rows(_UNITS, township), await rows(_PLACES, township))


def _known(found: dict[str, Any]) -> KnownPost:
    post = Post(
        kind=found["kind"],
        name=found["name"],
        place=found["place"],
        days=found["days"],
        begins_minute=found["begins_minute"],
        length_minutes=found["length_minutes"],
        needs=read_slots(found["needs"]),
        first_day=found["first_day"],
        last_day=found["last_day"],
        active=bool(found["active"]),
    )
    return KnownPost(
        found["id"], found["version"], post, found["place_name"] or "", found["market_days"] or ""
    )
