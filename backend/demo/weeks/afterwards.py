"""What happens when a patrol is over: filing, the leaders' words, addenda."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from backend.demo.weeks.people import sending
from backend.demo.weeks.story import Act, Story
from backend.demo.weeks.words import words
from backend.field.patrols import bodies
from backend.field.patrols.commands.addenda import amend
from backend.field.patrols.commands.filing import file
from backend.field.patrols.commands.remarks import give_back, remark
from backend.foundation.now import local
from backend.foundation.people.identity import Person

NIGHT = 20
REMARKED = 0.3


def filing(story: Story) -> Act:
    """Before going home, or in the morning after a night."""
    chance, ends = story.outing.chance("filing"), local(story.outing.ends)
    at = ends + timedelta(minutes=chance.randint(15, 50))
    if ends.hour >= NIGHT:
        at = _morning_after(story, 8, chance.randint(30, 55))
    return Act(
        at, partial(file, sending(story.maker, at, "filing", story.id), story.id, bodies.Filing(at=at))
    )


def remarking(story: Story, leader: Person) -> Iterator[Act]:
    """Some patrols are read with a word."""
    chance = story.outing.chance("remark")
    if chance.random() < REMARKED:
        at = _morning_after(story, 9, chance.randint(5, 50))
        yield _remark(story, leader, at, chance.choice(words("remarks")))


def returning(story: Story, leader: Person) -> Act:
    """Given back with what is to be amended."""
    at = _morning_after(story, 9, 15)
    body = bodies.RemarkBody(text=story.outing.chance("return").choice(words("returns")), at=at)
    return Act(at, partial(give_back, sending(leader, at, "return", story.id), story.id, body))


def amending(story: Story) -> Act:
    """An addendum with its reason."""
    at = _morning_after(story, 11, 20)
    told = story.outing.chance("addendum").choice(words("addenda"))
    body = bodies.AddendumBody(**told, at=at)
    return Act(at, partial(amend, sending(story.maker, at, "addendum", story.id), story.id, body))


def _remark(story: Story, leader: Person, at: datetime, text: str) -> Act:
    body = bodies.RemarkBody(text=text, at=at)
    return Act(at, partial(remark, sending(leader, at, "remark", story.id), story.id, body))


def _morning_after(story: Story, hour: int, minute: int) -> datetime:
    morning = local(story.outing.ends) + timedelta(days=1)
    return morning.replace(hour=hour, minute=minute, second=0, microsecond=0)
