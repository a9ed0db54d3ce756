"""A photo on the checklist whose bytes come after it has left is heard of on the handoff, by the addressee too."""

from uuid import uuid4

from tests.casework.handoffs.offices import ADDRESSEE, SENDER, Offices
from tests.foundation.live.listening import house
from tests.house.samples import PICTURE, _photo_body


async def test_the_addressee_hears_of_the_bytes_under_the_name_of_the_handoff(own_offices: Offices) -> None:
    street = own_offices.street
    finding, photo = await street.finding(await street.patrol()), str(uuid4())
    await street.put(SENDER, f"/photos/{photo}", _photo_body(finding))
    handoff = await own_offices.complete(finding=finding)
    await own_offices.material(
        handoff, photo=photo, absence="手机没有网络", sha256=None, bytes=None, media_type=None
    )
    for who, noun in ((SENDER, "submission"), ("zhenzhang", "approval"), (SENDER, "dispatch")):
        await own_offices.do(who, handoff, noun)
    async with house() as here:
        ears = [await here.listen(await street.cast.person(who)) for who in (ADDRESSEE, "duizhang")]
        await street.clients[SENDER].put(f"/api/v1/photos/{photo}/content", content=PICTURE)
        for ear in ears:
            await ear.until(1)
    [there], [home] = ears[0].messages, ears[1].messages
    assert (there["kind"], there["id"], there["event"]) == ("handoff", handoff, "photo.content")
    assert (home["kind"], home["on"][-1]) == ("photo", f"handoff:{handoff}")


async def test_what_the_addressee_notes_is_heard_of_by_the_sender_without_a_limit_that_moves(
    own_offices: Offices,
) -> None:
    handoff, street = await own_offices.accepted(), own_offices.street
    async with house() as here:
        ears = [await here.listen(await street.cast.person(who)) for who in (SENDER, ADDRESSEE, "linzhen")]
        await own_offices.do(ADDRESSEE, handoff, "progress", {"text": "周三去现场"})
        for ear in ears[:2]:
            await ear.until(1)
    assert [[(told["id"], told["event"]) for told in ear.messages] for ear in ears] == [
        [(handoff, "handoff.progress")],
        [(handoff, "handoff.progress")],
        [],
    ]
