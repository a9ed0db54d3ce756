"""The picture of a patrol on its page, beside the list of the ledger and on the page of a finding."""

import re

import pytest

from tests.field.patrols.test_track import PHONE, fix, walk
from tests.field.street import Street

PIN = re.compile(r'class="ld-map__pin-text"[^>]*>(\d+)<')
NOWHERE = {"lat": None, "lon": None, "accuracy_m": None, "source": "none"}


def times(page: str, look: str) -> int:
    return page.count(f'class="ld-map__{look}"')


async def walked(street: Street) -> str:
    """Four fixes, silence for twenty minutes, four more; one finding where it went along."""
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(4)))
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", walk(*range(44, 48)))
    await street.finding(patrol_id)
    return patrol_id


@pytest.mark.parametrize(
    ("who", "path"), [("duiyuan", "/patrols"), ("lingdao", "/patrols"), ("lingdao", "/ledger")]
)
async def test_the_way_its_gap_and_the_findings_are_drawn(street: Street, who: str, path: str) -> None:
    patrol_id = await walked(street)
    page = (await street.page(who, f"{path}/{patrol_id}")).text
    assert (times(page, "track"), times(page, "gap"), PIN.findall(page)) == (2, 1, ["1"])
    assert f'data-device="{PHONE}"' in page


async def test_a_finding_is_shown_on_the_patrol_s_map(street: Street) -> None:
    patrol_id = await walked(street)
    finding = await street.finding(patrol_id)
    page = (await street.page("lingdao", f"/patrols/{patrol_id}/findings/{finding}")).text
    assert (times(page, "track"), PIN.findall(page)) == (2, ["1", "2"])


async def test_what_has_no_place_or_was_taken_down_is_not_on_it(street: Street) -> None:
    patrol_id = await walked(street)
    await street.finding(patrol_id, position=NOWHERE, far_reason="没有信号")
    gone = await street.finding(patrol_id)
    await street.delete("duiyuan", f"/patrols/{patrol_id}/findings/{gone}")
    assert PIN.findall((await street.page("duiyuan", f"/patrols/{patrol_id}")).text) == ["1"]


async def test_a_plan_has_no_map(street: Street) -> None:
    page = (await street.page("duiyuan", f"/patrols/{await street.planned()}")).text
    assert "ld-map" not in page


async def test_the_picture_of_a_long_day_is_no_longer_than_it_shows(street: Street) -> None:
    patrol_id = await street.patrol()
    points = [fix(seq, at=fix(seq // 10)["at"], lat=24.1 + seq * 1e-5) for seq in range(1500)]
    await street.post("duiyuan", f"/patrols/{patrol_id}/track", {"device": PHONE, "points": points})
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}")).text
    (course,) = re.findall(r'class="ld-map__track" d="([^"]+)"', page)
    assert len(course) < 500
