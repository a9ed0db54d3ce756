"""要办的: what an administrator has to see to, and nothing that is in order."""

from datetime import timedelta

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import rows
from backend.foundation.now import now
from tests.rig.cast import Cast


async def first_page(cast: Cast, who: str = "guanli") -> str:
    answer = await (await cast.browser(who)).get("/")
    assert answer.status_code == 200
    return answer.text


async def test_certificates_that_run_out_or_are_suspended_wait(cast: Cast) -> None:
    page = await first_page(cast)
    assert "自然资源所 · 执法证" in page
    assert "到期，还剩41天" in page
    assert "综合行政执法队 · 执法证暂扣中" in page
    assert f"/officers/{officer_id('ziran')}" in page
    assert "SF-0417-2201" not in page


async def test_one_that_ran_out_waits_until_there_is_a_newer_one(cast: Cast) -> None:
    shen, at = officer_id("duiyuan"), now()
    await rows("UPDATE certificates SET valid_until = ? WHERE officer = ?", at - timedelta(days=2), shen)
    assert "综合行政执法队 · 执法证" in (page := await first_page(cast))
    assert "到期，已过2天" in page
    await rows(
        "INSERT INTO certificates (id, officer, number, issuer, valid_from, valid_until) VALUES (?, ?, '新证', '', ?, ?)",
        unit_id("sfz"),  # any id will do
        shen,
        at,
        at + timedelta(days=900),
    )
    assert "到期，已过2天" not in await first_page(cast)


async def test_a_unit_without_a_liaison_and_a_first_password_wait(cast: Cast) -> None:
    await rows("UPDATE units SET liaison = NULL WHERE code = 'sfz-zfd'")
    await rows("UPDATE officers SET must_change_password = true WHERE username = 'duizhang'")
    page = await first_page(cast)
    assert f"/units/{unit_id('sfz-zfd')}/edit" in page
    assert "没有联络人" in page
    assert "还没改初始密码" in page
    assert "没改初始密码" in (await (await cast.browser("guanli")).get("/officers")).text


async def test_who_has_left_and_the_neighbours_wait_for_nobody_here(cast: Cast) -> None:
    await rows("UPDATE officers SET left_at = ? WHERE username IN ('ziran', 'duiyuan3')", now())
    await rows("UPDATE officers SET must_change_password = true WHERE username = 'linzhen'")
    page = await first_page(cast)
    assert "没有要办的" in page


async def test_nobody_else_is_told(cast: Cast) -> None:
    assert "要办的" not in await first_page(cast, "chengguan")
