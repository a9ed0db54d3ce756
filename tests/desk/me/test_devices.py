"""我的设备 and 令牌: what is one's own can be ended, nothing else."""

from backend.demo.organisation import officer_id
from backend.foundation.now import now
from backend.foundation.people.sessions import devices_of, digest_of
from backend.foundation.people.tokens import tokens_of
from tests.rig.cast import Cast


async def devices(username: str) -> list[str]:
    return [device.id for device in await devices_of(officer_id(username), now())]


async def test_this_device_is_marked_and_the_others_can_be_ended(cast: Cast) -> None:
    here, _ = await cast.browser("duiyuan"), await cast.browser("duiyuan")
    text = (await here.get("/me/devices")).text
    assert text.count("本机</span>") == 1
    assert text.count("/ending") == 2, "one for the other device, one for all others"


async def test_one_device_alone_has_nothing_to_end(cast: Cast) -> None:
    text = (await (await cast.browser("duiyuan")).get("/me/devices")).text
    assert "退出这台" not in text
    assert 'data-dialog="others"' not in text


async def test_ending_one_signs_it_out_and_twice_finds_nothing(cast: Cast) -> None:
    here, there = await cast.browser("duiyuan"), await cast.browser("duiyuan")
    address = f"/me/devices/{digest_of(there.headers['Cookie'].removeprefix('session='))}/ending"
    assert (await here.post(address)).headers["location"] == "/me/devices"
    assert (await there.get("/api/v1/session")).status_code == 401
    assert (await here.post(address)).status_code == 404


async def test_ending_all_others_keeps_this_one(cast: Cast) -> None:
    here, there = await cast.browser("duiyuan"), await cast.browser("duiyuan")
    assert (await here.post("/me/other-devices/ending")).headers["location"] == "/me/devices"
    assert (await here.get("/api/v1/session")).status_code == 200
    assert (await there.get("/api/v1/session")).status_code == 401


async def test_a_stranger_ends_nothing(cast: Cast) -> None:
    await cast.browser("duiyuan")
    [device] = await devices("duiyuan")
    stranger = await cast.browser("duizhang")
    assert (await stranger.post(f"/me/devices/{device}/ending")).status_code == 404
    assert await devices("duiyuan") == [device]


async def test_a_token_taken_back_is_refused_at_once(cast: Cast) -> None:
    script, here = await cast.script("duiyuan"), await cast.browser("duiyuan")
    [token] = await tokens_of(officer_id("duiyuan"))
    assert "收回令牌rig" in (await here.get("/me/tokens")).text
    assert (await here.post(f"/me/tokens/{token.id}/withdrawal")).status_code == 303
    assert (await script.get("/api/v1/session")).status_code == 401
    assert (await here.post(f"/me/tokens/{token.id}/withdrawal")).status_code == 404


async def test_nobody_takes_back_the_token_of_somebody_else(cast: Cast) -> None:
    script, stranger = await cast.script("duiyuan"), await cast.browser("duizhang")
    [token] = await tokens_of(officer_id("duiyuan"))
    assert (await stranger.post(f"/me/tokens/{token.id}/withdrawal")).status_code == 404
    assert (await script.get("/api/v1/session")).status_code == 200
