"""The page around what the phone itself knows: for everybody who is signed in, and kept by the phone."""

from tests.rig.cast import Cast


async def test_it_is_drawn_for_one_person_and_says_nothing_of_anybodys_work(cast: Cast) -> None:
    answer = await (await cast.browser("duiyuan")).get("/outbox")
    assert answer.status_code == 200
    assert "没有等待发送的" in answer.text
    assert answer.headers["liandong-person"] == str((await cast.person("duiyuan")).id)


async def test_nobody_signed_in_is_led_to_the_door(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/outbox")
    assert "/login" in answer.headers["location"]
