"""Writing a post down, and changing what it says: for the months that are still to be made."""

from typing import Any
from uuid import UUID, uuid4

from backend.foundation.database import execute, rows, transaction
from backend.foundation.journal import record
from backend.foundation.mechanism import load_profile
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.duty.queries.posts import Choices, KnownPost, choices
from backend.office.duty.rules.days import days_words
from backend.office.duty.rules.posts import Post, faults, stand_together
from backend.office.duty.rules.slots import KINDS, write_slots


async def add_post(post: Post, by: Person) -> UUID:
    """Refuses `invalid`, `not_allowed`, `stand_by_alone`."""
    township, post_id = home_of(by), uuid4()
    await _judge(post, by)
    values = {"id": post_id, "township": township, **_columns(post)}
    async with transaction():
        await rows(
            f"INSERT INTO duty_posts ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            *values.values(),
        )
        _note("duty_post.added", post_id, post, by)
    return post_id


async def change_post(known: KnownPost, post: Post, seen: int, by: Person) -> None:
    """Shifts that are made stay as they are. Refuses as `add_post`, and `changed_elsewhere`."""
    await _judge(post, by)
    if post == known.post:
        return
    values = _columns(post)
    async with transaction():
        written = await execute(
            f"UPDATE duty_posts SET {', '.join(f'{name} = ?' for name in values)}, version = version + 1 "
            "WHERE id = ? AND township = ? AND version = ? RETURNING id",
            *values.values(),
            known.id,
            home_of(by),
            seen,
        )
        if not written:
            raise Refusal("changed_elsewhere")
        _note("duty_post.changed", known.id, post, by)


def home_of(by: Person) -> UUID:
    """Refuses `not_allowed` to whoever has no township."""
    if by.township_id is None:
        raise Refusal("not_allowed", "值守排班由乡镇自己管")
    return by.township_id


async def _judge(post: Post, by: Person) -> None:
    offered = await choices(home_of(by))
    if found := faults(post) | _foreign(post, offered):
        raise Refusal("invalid", fields=found)
    profile = load_profile(by.profile)
    cadence = profile.cadences.get("stand_by")
    stand_together(post, cadence, profile.cite(cadence.clause) if cadence else "", offered.kinds)


def _foreign(post: Post, offered: Choices) -> dict[str, str]:
    """What it names that the township does not have, or that cannot say when it is busy."""
    places = {place["id"]: place["market_days"] for place in offered.places}
    found = {}
    if post.place is not None and post.place not in places:
        found["place"] = "从名单里选场所"
    if post.days == "market_days" and not (post.place and places.get(post.place)):
        found["place"] = "选一处写好街天的场所；街天在“重点场所”里写"
    for index, slot in enumerate(post.needs):
        if not set(slot.units) <= set(offered.kinds):
            found[f"slot{index}_units"] = "从名单里选单位"
    return found


def _columns(post: Post) -> dict[str, Any]:
    return {
        "kind": post.kind,
        "name": post.name,
        "place": post.place,
        "days": post.days,
        "begins_minute": post.begins_minute,
        "length_minutes": post.length_minutes,
        "needs": write_slots(post.needs),
        "first_day": post.first_day,
        "last_day": post.last_day,
        "active": post.active,
    }


def _note(kind: str, post_id: UUID, post: Post, by: Person) -> None:
    payload = {
        "name": post.name,
        "kind": KINDS[post.kind],
        "days": days_words(post.days),
        "needs": [f"{slot.name}{slot.least}—{slot.most}" for slot in post.needs],
        "active": post.active,
    }
    record(kind, chain=home_of(by), record=("duty_post", post_id), by=by.id, payload=payload)
