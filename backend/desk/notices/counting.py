"""The figure beside 消息: what was not read yet."""

from backend.foundation.database import batch
from backend.foundation.notify.queries import counting_unread
from backend.foundation.people.identity import Person
from backend.foundation.web.badges import Badge


async def count_notices(person: Person) -> Badge | None:
    """Never red: what is late is counted beside 时限."""
    ((found,),) = await batch([counting_unread(person.id)])
    return Badge(found["unread"], urgent=False) if found["unread"] else None
