"""Who hears of warnings as they are given: what stands above registers, the sweep tells it inside its own transaction, and the
recount of a limit that ends earlier by another calendar."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

# By clock, the kind of warning that was given.
Given = Mapping[UUID, str]
Follower = Callable[[Given], Awaitable[None]]

_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Hear of every batch from now on; registered twice it hears once."""
    if follower not in _followers:
        _followers.append(follower)


async def tell_followers(given: Given) -> None:
    if given:
        for follower in _followers:
            await follower(given)
