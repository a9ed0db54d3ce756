"""Starting, planning, and changing a plan before it begins."""

import html
import json
import re
from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from backend.foundation.now import now
from tests.field.forms import dead_buttons, forms
from tests.field.street import Street, ago, code_of


def before_of(page: str) -> dict[str, Any]:
    """What the page knew when it was drawn."""
    found = re.search(r'data-before="([^"]*)"', page)
    assert found
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


async def test_one_starts_with_oneself_and_ones_own_unit_first(street: Street) -> None:
    page = (await street.page("minjing", "/patrols/new")).text
    units = re.findall(r"<summary>(\S+) <small>", page)
    assert "派出所" in units[0]
    assert re.search(r'value="minjing"[^>]* checked', page)
    assert not re.search(r'value="duiyuan"[^>]* checked', page)


@pytest.mark.parametrize(
    ("query", "name", "missing"),
    [("", "started_at", "planned_from"), ("?plan=true", "planned_from", "started_at")],
)
async def test_a_plan_asks_for_its_time_and_a_start_does_not(
    street: Street, query: str, name: str, missing: str
) -> None:
    page = (await street.page("duiyuan", f"/patrols/new{query}")).text
    [form] = forms(page)
    assert (form.method, form.url) == ("PUT", "/api/v1/patrols/{new}")
    assert name in form.names
    assert missing not in form.names
    assert not dead_buttons(page)


async def test_people_of_another_township_are_not_offered(street: Street) -> None:
    assert 'value="linzhen"' not in (await street.page("duiyuan", "/patrols/new")).text


async def test_only_people_who_walk_are_offered(street: Street) -> None:
    page = (await street.page("duiyuan", "/patrols/new")).text
    assert all(f'value="{name}"' in page for name in ("duiyuan2", "minjing", "fazhi"))
    assert not any(f'value="{name}"' in page for name in ("lingdao", "jiancha", "fayuan", "guanli"))


async def test_the_last_crew_is_offered_again_without_whoever_has_left(street: Street) -> None:
    assert "同上次" not in (await street.page("duiyuan3", "/patrols/new")).text
    await street.patrol(crew=["duiyuan3", "minjing", "ziran"], started_at=ago(hours=2))
    await rows("UPDATE officers SET left_at = ? WHERE username = 'ziran'", now())
    page = (await street.page("duiyuan3", "/patrols/new")).text
    assert 'data-values="minjing"' in page
    assert "同上次：周青岩" in page


async def test_a_plan_keeps_somebody_who_would_not_be_offered(street: Street) -> None:
    patrol_id = await street.planned(crew=["duiyuan", "minjing", "chengguan"])
    page = (await street.page("duiyuan", f"/patrols/{patrol_id}/edit")).text
    assert re.search(r'value="chengguan"[^>]* checked', page)


async def test_a_plan_can_be_changed_before_it_begins(street: Street) -> None:
    patrol_id = await street.planned(planned_from="2026-11-21T09:10:00+08:00")
    page = (await street.page("duiyuan2", f"/patrols/{patrol_id}/edit")).text
    assert 'value="2026-11-21T09:10"' in page
    assert before_of(page) == {
        "kind": "joint",
        "title": "集镇联合巡查",
        "planned_route": "镇政府—农贸市场—河堤",
        "planned_from": "2026-11-21T09:10:00+08:00",
        "planned_until": None,
        "crew": ["duiyuan", "duiyuan2", "minjing"],
    }
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"title": "早市巡查", "base": 1})
    assert (answer.status_code, answer.json()["title"]) == (200, "早市巡查")


async def test_what_was_changed_meanwhile_is_told_with_its_present_value(street: Street) -> None:
    patrol_id = await street.planned()
    await street.patch("duizhang", f"/patrols/{patrol_id}", {"title": "街天早市", "base": 1})
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "夜市", "base": 1})
    assert code_of(answer) == (409, "changed_elsewhere")
    assert (answer.json()["current"], answer.json()["version"]) == ({"title": "街天早市"}, 2)


async def test_different_fields_of_a_plan_merge(street: Street) -> None:
    patrol_id = await street.planned()
    await street.patch("duizhang", f"/patrols/{patrol_id}", {"title": "街天早市", "base": 1})
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"planned_route": "河堤", "base": 1})
    assert (answer.json()["title"], answer.json()["planned_route"]) == ("街天早市", "河堤")


async def test_a_plan_without_a_time_is_refused_under_that_field(street: Street) -> None:
    answer = await street.patch("duiyuan", f"/patrols/{await street.planned()}", {"planned_from": None})
    assert (code_of(answer), list(answer.json()["fields"])) == ((400, "invalid"), ["planned_from"])


@pytest.mark.parametrize("state", ["patrol", "ended", "filed", "cancelled"])
async def test_what_is_no_plan_any_more_leads_to_its_page(street: Street, state: str) -> None:
    patrol_id = await getattr(street, state)()
    answer = await street.page("duiyuan", f"/patrols/{patrol_id}/edit")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/patrols/{patrol_id}")


@pytest.mark.parametrize(
    ("who", "status"), [("duizhang", 200), ("minjing", 403), ("lingdao", 403), ("linzhen", 404)]
)
async def test_only_who_may_change_it_is_given_the_form(street: Street, who: str, status: int) -> None:
    assert (await street.page(who, f"/patrols/{await street.planned()}/edit")).status_code == status


async def test_a_patrol_nobody_knows_is_not_found(street: Street) -> None:
    assert (await street.page("duiyuan", f"/patrols/{uuid4()}/edit")).status_code == 404


async def test_the_plan_says_when_it_is_in_the_words_of_its_day(street: Street) -> None:
    patrol_id = await street.planned(planned_from=ago(days=-60))
    assert "计划 2027-01-19 周二 12:00" in (await street.page("duiyuan", f"/patrols/{patrol_id}")).text
