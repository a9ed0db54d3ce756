"""What was found, and the photos of it."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from uuid import UUID

from backend.casework.parties import Party
from backend.demo.ids import demo_id
from backend.demo.pictures.camera import with_head
from backend.demo.pictures.drawing import LIGHTS, picture
from backend.demo.weeks.discoveries import FROM_GALLERY, Discovery
from backend.demo.weeks.people import sending
from backend.demo.weeks.story import Act, Story
from backend.field.findings.bodies import FindingBody
from backend.field.findings.commands.creation import create
from backend.foundation.evidence.intake import take_in
from backend.foundation.evidence.registration import register
from backend.foundation.evidence.wire import PhotoBody, Subject
from backend.foundation.now import local
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person
from backend.foundation.web.api import Position

WRITING = timedelta(seconds=75)
ODD_CLOCK = 0.04  # of the photos come from a camera whose clock is days off


def found(story: Story, until: datetime) -> Iterator[Act]:
    """Each finding with its photos, up to a moment."""
    for number, discovery in enumerate(story.findings):
        at = discovery.found_at + WRITING
        if at > until:
            return
        finding = demo_id("finding", story.id, number)
        by = story.maker if number % 3 != 1 else story.crew[-1]
        body = _body(discovery, at)
        yield Act(at, partial(create, sending(by, at, finding), story.id, finding, body))
        for taken in range(discovery.photos):
            yield from _photo(story, discovery, finding, by, taken)


def _body(discovery: Discovery, at: datetime) -> FindingBody:
    return FindingBody(
        category=discovery.category,
        matter_code=discovery.matter_code or None,
        found_at=discovery.found_at,
        position=_position(discovery),
        facts=discovery.facts,
        disposition=discovery.disposition,  # type: ignore[arg-type]
        ongoing=discovery.ongoing,
        nothing_found=discovery.is_nothing,
        address=discovery.address,
        far_reason=discovery.far_reason or None,
        recheck_on=discovery.recheck_on,
        party=Party(**discovery.party) if discovery.party else None,
        made_at=at,
    )


def _position(discovery: Discovery) -> Position:
    if discovery.source == "none":
        return Position()
    lat, lon = discovery.position
    return Position(source=discovery.source, lat=lat, lon=lon, accuracy_m=discovery.accuracy_m)  # type: ignore[arg-type]


def _photo(story: Story, discovery: Discovery, finding: UUID, by: Person, number: int) -> Iterator[Act]:
    chance = story.outing.chance("photo", finding, number)
    taken_at = discovery.found_at + timedelta(seconds=20 + 25 * number)
    from_gallery = chance.random() < FROM_GALLERY
    clock = taken_at - timedelta(days=2, hours=5) if chance.random() < ODD_CLOCK else taken_at
    drawn = picture(discovery.scene, chance.randrange(LIGHTS))
    file = with_head(drawn, local(clock), None if from_gallery else discovery.position)
    photo = demo_id("photo", finding, number)
    body = PhotoBody(
        subject=Subject(kind="finding", id=finding),
        taken_at=taken_at,
        source="gallery" if from_gallery else "camera",
        sha256=sha256(file).hexdigest(),
        bytes=len(file),
        media_type="image/jpeg",
        position=Position() if from_gallery else _position(discovery),
        made_at=taken_at,
    )
    at = discovery.found_at + WRITING + timedelta(seconds=5 + 8 * number)
    yield Act(at, partial(send, sending(by, at, photo), photo, body, file))


async def send(sender: Sender, photo_id: UUID, body: PhotoBody, file: bytes) -> None:
    """Register a photo and hand over its bytes."""
    _, photo = await register(sender, photo_id, body)
    assert photo is not None
    await take_in(sender, photo, _in_one_piece(file))


async def _in_one_piece(file: bytes) -> AsyncIterator[bytes]:
    yield file
