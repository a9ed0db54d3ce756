"""What one body answers is heard of by it and by who asked, and by no other that is called."""

from tests.casework.requests.desks import WHISTLE, Desks
from tests.field.street import NOON, Street
from tests.foundation.live.listening import house
from tests.rig.cast import Cast
from tests.rig.clock import Clock


async def test_an_answer_is_heard_of_on_the_request_by_those_it_concerns(
    clock: Clock, own_cast: Cast
) -> None:
    clock.at(NOON)
    desks = Desks(Street(own_cast, clock))
    request = await desks.asked(**WHISTLE, starts_at=None)
    part = next(each["id"] for each in request["parties"] if each["unit"]["code"] == "cgj")
    async with house() as here:
        people = [await own_cast.person(who) for who in ("duizhang", "chengguan", "shichang", "linzhen")]
        ears = [await here.listen(person) for person in people]
        await desks.do("chengguan", request, "refusal", unit="cgj", reason="管网归住建部门")
        for ear in ears[:2]:
            await ear.until(2)  # the limit that is met, the answer
    for ear in ears[:2]:
        [heard] = [each for each in ear.messages if each["event"] == "request.refusal"]
        assert (heard["kind"], heard["id"], heard["on"]) == (
            "request_party",
            part,
            [f"request:{request['id']}"],
        )
    assert [ear.messages for ear in ears[2:]] == [[], []]
