"""/me: who one is here, and how it looks."""

from datetime import timedelta

import pytest

from backend.demo.organisation import officer_id
from backend.desk.me.installing import HINTS, hints_for
from backend.foundation.database import rows
from backend.foundation.now import now
from tests.rig.cast import Cast

CHROME = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"


async def me(cast: Cast, username: str = "duiyuan") -> str:
    return (await (await cast.browser(username)).get("/me")).text


async def test_it_shows_the_person_their_unit_and_for_whom_they_act(cast: Cast) -> None:
    text = await me(cast)
    for words in ("沈禾", "综合行政执法队", "示范镇人民政府", "执法队员", "SF-0417-2201", "联动 0.1.0"):
        assert words in text


@pytest.mark.parametrize(
    ("days", "words"),
    [(200, "有效到"), (59, "还剩59天，请尽快换证"), (-3, "已过3天")],
)
async def test_it_says_how_long_the_certificate_still_counts(cast: Cast, days: int, words: str) -> None:
    ends = now() + timedelta(days=days)
    await rows("UPDATE certificates SET valid_until = ? WHERE officer = ?", ends, officer_id("duiyuan"))
    assert words in await me(cast)


async def test_a_suspension_is_said_with_its_reason(cast: Cast) -> None:
    await rows(
        "UPDATE suspensions SET certificate = (SELECT id FROM certificates WHERE number = 'SF-0417-2201')"
    )
    text = await me(cast)
    assert "暂扣中" in text
    assert "未按期参加年度培训" in text


async def test_who_has_no_certificate_is_told_what_that_means(cast: Cast) -> None:
    assert "没有登记执法证" in await me(cast, "xieguan")


async def test_people_and_settings_are_offered_to_administrators_only(cast: Cast) -> None:
    administrator, officer = await me(cast, "guanli"), await me(cast)
    for address in ('href="/officers"', 'href="/settings"'):
        assert address in administrator
        assert address not in officer


async def test_tokens_are_shown_where_there_are_some(cast: Cast) -> None:
    assert "/me/tokens" not in await me(cast)
    await cast.script("duiyuan")
    assert "1个在用" in await me(cast)


@pytest.mark.parametrize(
    ("chosen", "cookies"),
    [
        ({"theme": "dark", "care": "1"}, {"ld-theme": "dark", "ld-care": "1"}),
        ({"theme": "light"}, {"ld-theme": "light", "ld-care": ""}),
        ({"theme": "", "care": "0"}, {"ld-theme": "", "ld-care": ""}),
        ({"theme": '"><script>', "care": "1"}, {"ld-theme": "", "ld-care": "1"}),
    ],
)
async def test_the_look_is_kept_in_this_browser(
    cast: Cast, chosen: dict[str, str], cookies: dict[str, str]
) -> None:
    answer = await (await cast.browser("duiyuan")).post("/appearance", data=chosen)
    assert answer.headers["location"] == "/me"
    kept = dict(line.split(";")[0].split("=", 1) for line in answer.headers.get_list("set-cookie"))
    assert {name: value.strip('"') for name, value in kept.items()} == cookies


async def test_the_page_is_drawn_in_the_look_that_was_chosen(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    cookies = f"{here.headers['Cookie']}; ld-theme=dark; ld-care=1"
    text = (await here.get("/me", headers={"Cookie": cookies})).text
    assert 'data-weui-theme="dark"' in text
    assert 'data-weui-mode="care"' in text


@pytest.mark.parametrize(
    ("user_agent", "browser"),
    [
        (f"{CHROME} MicroMessenger/8.0", "微信里打开的页面"),
        (f"{CHROME} HuaweiBrowser/15", "华为浏览器"),
        (f"{CHROME} MicroMessenger/8.0 wxwork/4.1", "微信里打开的页面"),
        (f"{CHROME} AliApp(DingTalk/7.6)", "钉钉里打开的页面"),
        (f"{CHROME} HeyTapBrowser/45", "OPPO、一加自带的浏览器"),
        (f"{CHROME} VivoBrowser/22", "vivo自带的浏览器"),
        (f"{CHROME} MQQBrowser/15", "QQ浏览器"),
        (f"{CHROME} UCBrowser/16", "UC浏览器"),
        (CHROME, "安卓手机（Chrome、Edge）"),
        ("Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0", "安卓手机（Firefox）"),
        ("Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1", "iPhone（Safari）"),
        ("Mozilla/5.0 (iPhone) CriOS/131.0 Mobile Safari/604.1", "iPhone、iPad（Chrome）"),
        ("Mozilla/5.0 (Macintosh) Version/18.1 Safari/605.1.15", "iPad、Mac（Safari）"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36", "电脑（Chrome、Edge）"),
    ],
)
def test_installing_is_told_for_the_browser_that_asks(user_agent: str, browser: str) -> None:
    own, others = hints_for(user_agent)
    assert own is not None
    assert own.browser == browser
    assert len(others) == len(HINTS) - 1


def test_every_way_has_a_picture_that_points_into_the_screen_and_names_what_to_choose() -> None:
    for hint in HINTS:
        (x, y), told = hint.picture.at, " ".join(hint.steps)
        assert 0 < x < 100
        assert 0 < y < 160
        assert hint.picture.row.removeprefix("添加到") in told, hint.browser


def test_an_unknown_browser_sees_every_way() -> None:
    assert hints_for("curl/8") == (None, HINTS)


@pytest.mark.parametrize("path", ["/me/install", "/me/privacy", "/me/devices", "/me/tokens"])
async def test_what_hangs_on_it_opens_for_everybody(cast: Cast, path: str) -> None:
    for username in ("duiyuan", "guanli", "fayuan"):
        assert (await (await cast.browser(username)).get(path)).status_code == 200


async def test_inside_wechat_it_says_that_nothing_can_be_installed_there(cast: Cast) -> None:
    here = await cast.browser("duiyuan")
    for agent, cannot in ((f"{CHROME} MicroMessenger/8.0", True), (CHROME, False)):
        text = (await here.get("/me/install", headers={"User-Agent": agent})).text
        assert ("这里装不了" in text) is cannot
        assert "在浏览器打开" in text
