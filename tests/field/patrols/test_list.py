"""GET /patrols: newest first, by cursor, narrowed by what the address says."""

import pytest

from tests.field.street import Street, ago, code_of


async def titles(street: Street, query: str = "", who: str = "lingdao") -> list[str]:
    answer = await street.get(who, f"/patrols{query}")
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def five(street: Street) -> None:
    for hour in range(1, 6):
        await street.patrol(title=f"{hour}", started_at=ago(hours=hour))


async def test_the_newest_stand_first(street: Street) -> None:
    await five(street)
    assert await titles(street) == ["1", "2", "3", "4", "5"]


async def test_a_cursor_goes_on_where_the_page_ended(street: Street) -> None:
    await five(street)
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await street.get("lingdao", f"/patrols?limit=2&cursor={cursor}")).json()
        seen += [item["title"] for item in page["items"]]
        cursor = page["next"]
    assert seen == ["1", "2", "3", "4", "5"]


async def test_patrols_of_the_same_moment_are_neither_lost_nor_doubled(street: Street) -> None:
    for _ in range(5):
        await street.patrol()
    first = (await street.get("lingdao", "/patrols?limit=3")).json()
    second = (await street.get("lingdao", f"/patrols?limit=3&cursor={first['next']}")).json()
    ids = {item["id"] for item in first["items"] + second["items"]}
    assert (len(ids), second["next"]) == (5, None)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=x", "cursor=nonsense", "kind=walk", "from=soon"]
)
async def test_a_question_nobody_understands_is_refused(street: Street, query: str) -> None:
    assert code_of(await street.get("lingdao", f"/patrols?{query}")) == (400, "invalid")


async def test_states_are_computed_in_the_question_as_on_the_page(street: Street) -> None:
    await street.patrol(title="active")
    await street.ended(title="done")
    await street.filed(title="filed")
    paused = await street.patrol(title="paused")
    await street.post("duiyuan", f"/patrols/{paused}/pause", {"reason": "用餐"})
    for state, planned in {
        "planned": ago(hours=-2),
        "ready": ago(minutes=-30),
        "overdue": ago(hours=1),
    }.items():
        await street.patrol(title=state, started_at=None, planned_from=planned)
    cancelled = await street.patrol(title="cancelled", started_at=None, planned_from=ago())
    await street.post("duiyuan", f"/patrols/{cancelled}/cancellation", {"reason": "暴雨"})
    items = (await street.get("lingdao", "/patrols")).json()["items"]
    assert {item["title"]: item["state"] for item in items} == {
        item["title"]: item["title"] for item in items
    }
    for item in items:
        assert await titles(street, f"?state={item['state']}") == [item["title"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=routine", ["市场"]),
        ("unit=sfz-pcs", ["河堤"]),
        ("officer=xieguan", ["市场"]),
        ("from=2026-11-20", ["河堤", "市场"]),
        ("until=2026-11-19", []),
        ("q=沈禾", ["河堤"]),
        ("q=市场", ["市场"]),
        ("q=河", ["河堤"]),
        ("q=赵喆", ["河堤"]),
        ("q=摊点%20河堤", ["河堤"]),
        ("q=摊点%20市场", []),
        ("findings=1", ["河堤"]),
    ],
)
async def test_a_list_is_narrowed(street: Street, query: str, expected: list[str]) -> None:
    seen = await street.patrol(title="河堤", planned_route="", crew=["duiyuan", "minjing"])
    await street.finding(seen, party={"name": "赵喆"}, facts="摊点")
    await street.patrol(
        title="市场", planned_route="", kind="routine", crew=["xieguan"], started_at=ago(hours=3)
    )
    assert await titles(street, f"?{query}") == expected


async def test_a_removed_finding_is_no_longer_found(street: Street) -> None:
    patrol_id = await street.patrol()
    finding_id = await street.finding(patrol_id, facts="溺水劝阻")
    assert len(await titles(street, "?q=溺水")) == 1
    await street.delete("duiyuan", f"/patrols/{patrol_id}/findings/{finding_id}")
    assert await titles(street, "?q=溺水") == []


async def test_a_filed_patrol_is_found_by_its_number(street: Street) -> None:
    await street.filed(title="备了案的")
    assert await titles(street, "?q=示执巡〔2026〕1号") == ["备了案的"]


async def test_what_narrows_the_list_is_named_in_the_description(street: Street) -> None:
    described = (await street.get("lingdao", "/openapi.json")).json()["paths"]["/api/v1/patrols"]["get"]
    named = {parameter["name"] for parameter in described["parameters"]}
    assert named >= {
        "cursor",
        "limit",
        "from",
        "until",
        "kind",
        "unit",
        "officer",
        "place",
        "state",
        "review",
        "q",
    }
