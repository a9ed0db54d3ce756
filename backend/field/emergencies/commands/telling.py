"""Who hears of it in their inbox, within the transaction: urgent, at any hour."""

from collections.abc import Iterable
from uuid import UUID

from backend.field.emergencies.queries.log import members_of
from backend.field.emergencies.queries.people import directing
from backend.field.emergencies.rules.emergency import Emergency
from backend.foundation.notify import tell
from backend.foundation.outbox import Sender


async def tell_opened(sender: Sender, emergency: Emergency, called: Iterable[UUID], words: str) -> None:
    """Who directs, and whoever is called in at once."""
    asked = list(called)
    others = [each for each in await directing(emergency.township) if each not in asked]
    await _tell(sender, others, emergency, f"突发事件处置：{emergency.category}", words)
    await tell_called(sender, emergency, asked)


async def tell_called(sender: Sender, emergency: Emergency, called: Iterable[UUID]) -> None:
    """They are wanted there."""
    await _tell(sender, called, emergency, f"请你到场：{emergency.category}", emergency.address)


async def tell_ended(sender: Sender, emergency: Emergency) -> None:
    """Who directs, and everybody on it."""
    on_it = [member.officer for member in await members_of(emergency.id) if member.officer]
    people = [*await directing(emergency.township), *on_it]
    await _tell(sender, people, emergency, f"处置结束：{emergency.category}", emergency.outcome)


async def _tell(sender: Sender, people: Iterable[UUID], emergency: Emergency, title: str, words: str) -> None:
    await tell(
        [officer for officer in people if officer != sender.person.id],
        topic="emergency",
        about=("emergency", emergency.id),
        title=title,
        words=words,
        urgent=True,
        exercise=emergency.exercise,
    )
