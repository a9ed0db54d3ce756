"""The team and each of them: who sees whom, and what of them."""

from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import row
from backend.office.personnel.commands.warnings import warn
from tests.field.street import NOON, Street
from tests.office.duty.desk import Desk, night_watch
from tests.rig.cast import Cast
from tests.rig.clock import Clock

SHEN, ZHANG, NANGONG = officer_id("duiyuan"), officer_id("shichang"), officer_id("ziran")


@pytest.fixture
def street(clock: Clock, cast: Cast) -> Street:
    clock.at(NOON)
    return Street(cast, clock)


async def sick(street: Street, who: str = "duiyuan") -> None:
    body = {"kind": "sick", "first_day": "2026-11-20", "last_day": "2026-11-21"}
    assert (await street.put(who, f"/leaves/{uuid4()}", body)).status_code == 201


@pytest.mark.parametrize(
    ("who", "whom", "status"),
    [
        ("duiyuan", "duiyuan", 200),
        ("duiyuan", "duiyuan2", 404),
        ("duizhang", "duiyuan", 200),
        ("duizhang", "minjing", 404),
        ("suozhang", "minjing", 200),
        ("zhihui", "shichang", 200),
        ("lingdao", "linzhen", 404),
        ("guanli", "duiyuan", 403),
    ],
)
async def test_everyone_sees_their_own_heads_their_people_the_hall_everybody(
    street: Street, who: str, whom: str, status: int
) -> None:
    assert (await street.page(who, f"/people/{officer_id(whom)}")).status_code == status


async def test_why_somebody_is_away_is_not_everybodys_to_know(street: Street) -> None:
    await sick(street)
    for knowing in ("duizhang", "lingdao"):
        assert "病假（待批）" in (await street.page(knowing, "/people")).text
    seen = (await street.page("zhihui", "/people")).text
    assert "不在岗" in seen
    assert "病假" not in seen
    assert "病假" not in (await street.page("zhihui", f"/people/{SHEN}")).text


async def test_the_page_tells_of_papers_leave_and_where_they_come_from(street: Street) -> None:
    await sick(street, "shichang")
    seen = (await street.page("lingdao", f"/people/{ZHANG}")).text
    for words in ("县市场监督管理局", "SF-0351-2016", "病假"):
        assert words in seen
    assert "打给阿依努尔" in seen
    assert "打给" not in (await street.page("shichang", f"/people/{ZHANG}")).text


async def test_the_month_adds_up_what_was_published(street: Street) -> None:
    desk = Desk(street)
    await desk.published((1, "duiyuan"), (3, "duiyuan"))
    street.clock.at("2026-12-02T09:00:00+08:00")
    seen = (await street.page("duizhang", f"/people/{SHEN}")).text
    assert "2班" in seen
    assert ">28<small>小时" in seen
    assert night_watch().name in seen
    assert "12月1日 周二 18:00—次日 08:00" in seen


async def test_whose_certificate_runs_out_stands_first(street: Street) -> None:
    seen = (await street.page("lingdao", "/people")).text
    assert "执法证要办的" in seen
    first = seen.split("执法证要办的")[1]
    assert "南宫牧野" in first
    assert "执法证还剩" in first


async def test_a_notice_about_a_certificate_leads_to_the_page_of_whoever_may_open_it(street: Street) -> None:
    await warn()
    leads = {}
    for who in ("ziran", "guanli"):
        found = await row(
            "SELECT id FROM notices WHERE officer = ? AND topic = 'certificate' AND record_id = ?",
            officer_id(who),
            NANGONG,
        )
        assert found is not None
        leads[who] = (await street.page(who, f"/notices/{UUID(str(found['id']))}")).headers["location"]
    assert leads == {"ziran": f"/people/{NANGONG}", "guanli": f"/officers/{NANGONG}"}
