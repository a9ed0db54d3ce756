"""A photo that comes after its notification is heard of on the pages that show it, by those who see it there."""

from uuid import uuid4

from tests.casework.hazards.desks import Desks
from tests.casework.hazards.test_on_behalf import SAID
from tests.field.photos import bring_bytes, photo_of, taken
from tests.foundation.live.listening import house


async def test_a_photo_hung_on_it_later_is_heard_of_by_the_told_body(own_desks: Desks) -> None:
    hazard, cast = await own_desks.told(), own_desks.street.cast
    async with house() as here:
        ear = await here.listen(await cast.person("yingji"))
        photo = await photo_of(own_desks.street, "hazard", hazard)
        await ear.until(2)
    assert [(each["kind"], each["id"], each["on"]) for each in ear.messages] == [
        ("photo", photo, [f"hazard:{hazard}"])
    ] * 2


async def test_bytes_that_come_later_are_heard_of_through_what_brought_the_photo_along(
    own_desks: Desks,
) -> None:
    patrol = await own_desks.street.patrol()
    finding = await own_desks.street.finding(patrol)
    photo = await taken(own_desks.street, "finding", finding)
    hazard = await own_desks.told(origin={"kind": "finding", "id": finding}, photos=[photo])
    async with house() as here:
        people = [await own_desks.street.cast.person(who) for who in ("duizhang", "yingji", "linzhen")]
        ears = [await here.listen(person) for person in people]
        await bring_bytes(own_desks.street, photo)
        for ear in ears[:2]:
            await ear.until(1)
    [home], [there] = ears[0].messages, ears[1].messages
    assert (home["kind"], home["id"]) == ("photo", photo)
    assert home["on"] == [f"finding:{finding}", f"patrol:{patrol}", f"hazard:{hazard}"]
    assert (there["kind"], there["id"], there["event"]) == ("hazard", hazard, "photo.content")
    assert "on" not in there  # what the told body does not see is not named
    assert (home["seq"], ears[2].messages) == (there["seq"], [])


async def test_a_photo_of_what_was_said_on_behalf_is_heard_of_on_its_notification(own_desks: Desks) -> None:
    hazard, step = await own_desks.told(), uuid4()
    await own_desks.do("duiyuan", hazard, "departure", SAID, key=step)
    async with house() as here:
        ear = await here.listen(await own_desks.street.cast.person("duizhang"))
        await taken(own_desks.street, "hazard_step", step)
        await ear.until(1)
    assert ear.messages[0]["on"] == [f"hazard_step:{step}", f"hazard:{hazard}"]
