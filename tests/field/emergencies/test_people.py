"""Who is on it: called in, on the way, there, gone, each with their time."""

import re

import pytest

from backend.foundation.database import rows
from tests.field.emergencies.dealing import Dealing
from tests.field.street import ago, code_of


async def test_each_step_has_its_time_and_twice_is_harmless(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    member = await dealing.member(emergency)
    dealing.street.clock.later(minutes=30)
    for noun, minutes in (("departure", 3), ("arrival", 9), ("leaving", 25)):
        await dealing.do("duiyuan", emergency, f"people/{member}/{noun}", at=ago(minutes=-minutes))
        again = await dealing.post("duiyuan", emergency, f"people/{member}/{noun}", {"at": ago(minutes=-29)})
        assert again.status_code == 200, again.text
    [found] = (await dealing.read("zhihui", emergency))["people"]
    times = [found[name] for name in ("asked_at", "departed_at", "arrived_at", "left_at")]
    assert times == [ago(), ago(minutes=-3), ago(minutes=-9), ago(minutes=-25)]
    assert found["state"] == "left"


async def test_what_waited_in_a_phone_is_added_before_what_others_said_meanwhile(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    path = f"people/{await dealing.member(emergency)}"
    dealing.street.clock.later(minutes=30)
    await dealing.do("zhihui", emergency, f"{path}/leaving", at=ago(minutes=-25))
    await dealing.do("duiyuan", emergency, f"{path}/arrival", at=ago(minutes=-9))
    found = await dealing.do("duiyuan", emergency, f"{path}/departure", at=ago(minutes=-3))
    [one] = found["people"]
    times = [one[name] for name in ("departed_at", "arrived_at", "left_at")]
    assert (times, one["state"]) == ([ago(minutes=-3), ago(minutes=-9), ago(minutes=-25)], "left")


@pytest.mark.parametrize("minutes", [-25, -26])
async def test_at_the_moment_of_a_later_step_or_after_it_nothing_is_added(
    dealing: Dealing, minutes: int
) -> None:
    emergency = await dealing.opened()
    path = f"people/{await dealing.member(emergency)}"
    dealing.street.clock.later(minutes=30)
    await dealing.do("zhihui", emergency, f"{path}/leaving", at=ago(minutes=-25))
    answer = await dealing.post("duiyuan", emergency, f"{path}/arrival", {"at": ago(minutes=minutes)})
    assert (answer.status_code, answer.json()["people"][0]["arrived_at"]) == (200, None)


async def test_nobody_is_called_before_it_happened(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=None)
    found = await dealing.do("zhihui", emergency, "people", people=["minjing"], at=ago(minutes=11))
    assert found["people"][0]["asked_at"] == ago(minutes=10)


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("zhihui", (201, None)),
        ("suozhang", (201, None)),
        ("duiyuan2", (403, "not_allowed")),
        ("neiqin", (404, "not_found")),
    ],
)
async def test_who_directs_moves_others(dealing: Dealing, who: str, answer: tuple[int, str | None]) -> None:
    emergency = await dealing.opened(people=["duiyuan", "duiyuan2"])
    member = await dealing.member(emergency)
    assert code_of(await dealing.post(who, emergency, f"people/{member}/arrival")) == answer


async def test_nobody_arrives_before_being_called(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    member = await dealing.member(emergency)
    found = await dealing.do("duiyuan", emergency, f"people/{member}/arrival", at=ago(minutes=30))
    assert found["people"][0]["arrived_at"] == ago()


async def test_called_in_later_they_hear_of_it_and_see_it(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=None)
    assert (await dealing.street.get("minjing", f"/emergencies/{emergency}")).status_code == 404
    await dealing.do("suozhang", emergency, "people", people=["minjing"])
    assert (await dealing.read("minjing", emergency))["people"][0]["asked_by_name"]
    assert ("minjing", "请你到场：围堵阻碍执法", True, False) in await dealing.told(emergency)


async def test_who_is_on_it_is_not_called_once_more_but_who_left_is(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    assert (await dealing.post("zhihui", emergency, "people", {"people": ["duiyuan"]})).status_code == 200
    member = await dealing.member(emergency)
    await dealing.do("duiyuan", emergency, f"people/{member}/leaving")
    dealing.street.clock.later(minutes=1)
    found = await dealing.do("zhihui", emergency, "people", people=["duiyuan"])
    assert [each["state"] for each in found["people"]] == ["left", "asked"]


async def test_somebody_without_an_account_stands_there_too(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=None)
    outside = {"name": "消防救援站", "body": "县消防大队", "phone": "119"}
    await dealing.do("zhihui", emergency, "people", **outside)
    member = await dealing.member(emergency, "消防救援站")
    found = await dealing.do("zhihui", emergency, f"people/{member}/arrival")
    [one] = found["people"]
    assert (one["officer"], one["body"], one["phone"], one["state"]) == (None, "县消防大队", "119", "there")


@pytest.mark.parametrize("body", [{}, {"people": ["linzhen"]}, {"name": " "}])
async def test_somebody_has_to_be_named(dealing: Dealing, body: dict[str, object]) -> None:
    answer = await dealing.post("zhihui", await dealing.opened(), "people", body)
    assert (code_of(answer), "people" in answer.text) == ((400, "invalid"), True)


async def test_after_the_end_nobody_is_called(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    await dealing.do("zhihui", emergency, "ending", outcome="散了")
    answer = await dealing.post("zhihui", emergency, "people", {"people": ["minjing"]})
    assert code_of(answer) == (409, "emergency_ended")


async def test_no_figure_counts_it(dealing: Dealing) -> None:
    """An emergency leaves no limit and no score of anybody."""
    emergency = await dealing.opened()
    assert await rows("SELECT id FROM clocks WHERE record_kind = 'emergency'") == []
    assert (await dealing.read("zhihui", emergency))["version"] == 1


async def test_whoever_cannot_come_says_so_on_their_own_page(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    member = await dealing.member(emergency)
    assert "不来了" in await shown(dealing, "duiyuan", emergency)
    await dealing.do("duiyuan", emergency, f"people/{member}/leaving")
    assert "没有来" in await shown(dealing, "zhihui", emergency)


async def test_the_great_button_is_deaf_to_the_second_tap_of_the_one_before(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    for step in ("departure", "arrival", "leaving"):
        page = await shown(dealing, "duiyuan", emergency)
        assert re.findall(r'"api-form ripe"[^>]+/(\w+)" data-next', page) == [step]
        await dealing.do("duiyuan", emergency, f"people/{await dealing.member(emergency)}/{step}")


async def test_its_head_says_who_is_there_and_leads_to_them(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=["duiyuan", "minjing"])
    await dealing.do("duiyuan", emergency, f"people/{await dealing.member(emergency)}/arrival")
    page = await shown(dealing, "zhihui", emergency)
    assert '<a href="#emergency-people">叫了2人，1人在现场</a>' in page
    assert 'id="emergency-people"' in page


async def shown(dealing: Dealing, who: str, emergency: str) -> str:
    return (await dealing.street.page(who, f"/emergencies/{emergency}")).text
