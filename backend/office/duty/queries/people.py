"""Whom news of the roster concern, and who is there to take a shift."""

from collections.abc import Iterable
from uuid import UUID

from backend.foundation.people.permissions import ACTIONS
from backend.foundation.people.serving import serving


async def who_plan(township: UUID, but: Iterable[UUID] = ()) -> set[UUID]:
    """Captain, dispatcher, office: who sees to it that no place is empty."""
    return await _who("duty.plan", township, but)


async def who_approve(township: UUID, but: Iterable[UUID] = ()) -> set[UUID]:
    return await _who("duty.approve", township, but)


async def who_oversee(township: UUID) -> set[UUID]:
    """Captain, chief of police and dispatcher: who answers for whoever stands at the posts."""
    return await _who("duty.oversee", township)


async def named(township: UUID | None) -> dict[str, tuple[UUID, str]]:
    """Username → id and name of everybody who may stand on a shift there."""
    return {each.username: (each.id, each.name) for each in await serving(township, ACTIONS["duty.stand"])}


async def usernames(township: UUID | None) -> dict[UUID, str]:
    """The same, id → username."""
    return {found: username for username, (found, _) in (await named(township)).items()}


async def are_here(township: UUID, people: Iterable[UUID]) -> bool:
    """Whether all of them may stand on a shift there: nobody has left or serves elsewhere by now."""
    return set(people) <= (await usernames(township)).keys()


async def _who(action: str, township: UUID, but: Iterable[UUID] = ()) -> set[UUID]:
    return {each.id for each in await serving(township, ACTIONS[action])} - set(but)
