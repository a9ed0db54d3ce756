"""上岗、下岗 on 今日 and 我的: one button, which says what it does next."""

import pytest

from tests.field.street import NOON, Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock


@pytest.fixture
def post(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


@pytest.mark.parametrize("path", ["/", "/me"])
@pytest.mark.parametrize("who", ["duiyuan", "minjing", "lingdao", "zhihui", "gongan"])
async def test_the_button_offers_what_is_not_so_yet(post: Street, who: str, path: str) -> None:
    before = (await post.page(who, path)).text
    assert 'data-method="POST"' in before
    assert "我没有上岗" in before
    await post.post(who, "/duty/presence")
    after = (await post.page(who, path)).text
    assert 'data-method="DELETE"' in after
    assert "12:00 上岗" in after


@pytest.mark.parametrize("path", ["/", "/me"])
async def test_whose_work_knows_no_duty_sees_none(post: Street, path: str) -> None:
    assert "上岗" not in (await post.page("guanli", path)).text
