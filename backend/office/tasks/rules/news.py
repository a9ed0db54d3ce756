"""Whom a task reaches that was given to a unit. Pure."""

from collections.abc import Collection, Mapping
from uuid import UUID

from backend.office.tasks.rules.access import CHIEFS


def receivers(people: Mapping[UUID, frozenset[str]], on_duty: Collection[UUID]) -> set[UUID]:
    """Of the unit's people (with their roles) those on duty now and its chiefs; where there is neither, all of them."""
    there = {officer for officer in people if officer in on_duty}
    chiefs = {officer for officer, roles in people.items() if not roles.isdisjoint(CHIEFS)}
    return there | chiefs or set(people)
