"""The figure beside 消息: what was not read yet."""

from datetime import datetime

from backend.foundation.database.access import Row
from backend.foundation.notify.queries import counting_unread
from backend.foundation.people.identity import Person
from backend.foundation.web.frame import Badge, Counter


async def _read(_person: Person, answer: list[Row], _at: datetime) -> Badge | None:
    """Never red: what is late is counted beside 时限."""
    (found,) = answer
    return Badge(found["unread"], urgent=False) if found["unread"] else None


UNREAD = Counter("notices.read", lambda person, _: counting_unread(person.id), _read)
