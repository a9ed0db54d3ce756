"""PATCH and DELETE of findings, and their list."""

from typing import Any

import pytest

from tests.field.street import Street, ago, code_of


async def found(street: Street, **changes: Any) -> tuple[str, str]:
    """A finding on a running patrol: the patrol's id and the finding's path."""
    patrol_id = await street.patrol()
    return patrol_id, f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id, **changes)}"


async def test_a_field_given_is_changed(street: Street) -> None:
    _, path = await found(street)
    answer = await street.patch("duiyuan", path, {"facts": "已自行清理", "base": 1})
    assert (answer.status_code, answer.json()["facts"], answer.json()["version"]) == (200, "已自行清理", 2)


async def test_objects_are_replaced_whole_and_null_clears(street: Street) -> None:
    _, path = await found(street, party={"name": "赵喆", "contact": "1"}, address="河堤")
    named = await street.patch("duiyuan", path, {"party": {"name": "旻堃"}})
    assert named.json()["party"] == {"name": "旻堃", "kind": None, "contact": None, "age": None}
    cleared = await street.patch(
        "duiyuan", path, {"party": None, "address": None, "position": {"source": "none"}}
    )
    assert (cleared.json()["party"], cleared.json()["address"]) == (None, "")
    assert cleared.json()["position"] == {"lat": None, "lon": None, "accuracy_m": None, "source": "none"}


async def test_different_fields_merge_and_the_same_field_clashes(street: Street) -> None:
    _, path = await found(street)
    await street.patch("duiyuan", path, {"facts": "甲", "base": 1})
    other = await street.patch("duizhang", path, {"address": "河堤", "base": 1})
    clash = await street.patch("duizhang", path, {"facts": "乙", "base": 1})
    assert (other.status_code, other.json()["facts"]) == (200, "甲")
    assert (code_of(clash), clash.json()["current"]) == ((409, "changed_elsewhere"), {"facts": "甲"})
    assert clash.json()["fields"]["facts"].startswith("沈禾")


async def test_without_a_base_the_last_write_wins_and_is_marked(street: Street) -> None:
    _, path = await found(street)
    await street.patch("duiyuan", path, {"facts": "甲"})
    answer = await street.patch("duizhang", path, {"facts": "乙"})
    assert (answer.json()["facts"], answer.json()["marks"]) == ("乙", ["overwritten"])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"facts": None}, (400, "invalid")),
        ({"facts": ""}, (400, "invalid")),
        ({"found_at": ago(hours=-1)}, (422, "time_in_future")),
        ({"position": {"source": "gps"}}, (400, "invalid")),
        ({"nothing_found": True}, (400, "invalid")),
        ({"recheck_on": "2026-01-01"}, (400, "invalid")),
        ({"number": 9}, (400, "unknown_field")),
        ({"base": 9, "facts": "甲"}, (400, "invalid")),
    ],
)
async def test_what_put_refuses_patch_refuses(
    street: Street, body: dict[str, Any], expected: tuple[int, str]
) -> None:
    _, path = await found(street)
    assert code_of(await street.patch("duiyuan", path, body)) == expected
    assert (await street.get("duiyuan", path)).json()["version"] == 1


async def test_turning_a_finding_into_nothing_found_takes_it_out_of_the_count(street: Street) -> None:
    patrol_id, path = await found(street)
    await street.patch("duiyuan", path, {"nothing_found": True, "disposition": "none"})
    assert (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["finding_count"] == 0


async def test_police_change_and_remove_their_own_part_only(street: Street) -> None:
    patrol_id, path = await found(street)
    own = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id, 'minjing')}"
    assert code_of(await street.patch("minjing", path, {"facts": "甲"})) == (403, "not_allowed")
    assert code_of(await street.delete("minjing", path)) == (403, "not_allowed")
    assert (await street.patch("minjing", own, {"facts": "甲"})).status_code == 200
    assert (await street.delete("minjing", own)).status_code == 200


async def test_a_removed_finding_keeps_its_number_and_leaves_the_list(street: Street) -> None:
    patrol_id, path = await found(street)
    removed = await street.delete("duiyuan", path)
    again = await street.delete("duiyuan", path)
    assert (removed.status_code, removed.json()["removed_at"], again.status_code) == (200, ago(), 200)
    await street.finding(patrol_id)
    items = (await street.get("duiyuan", f"/patrols/{patrol_id}/findings")).json()["items"]
    assert [item["number"] for item in items] == [2]
    assert (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["finding_count"] == 1


async def test_a_removed_finding_takes_no_change(street: Street) -> None:
    _, path = await found(street)
    await street.delete("duiyuan", path)
    assert code_of(await street.patch("duiyuan", path, {"facts": "甲"})) == (410, "gone")


async def test_after_the_filing_nothing_is_changed_or_removed(street: Street) -> None:
    patrol_id = await street.ended()
    path = f"/patrols/{patrol_id}/findings/{await street.finding(patrol_id)}"
    await street.post("duiyuan", f"/patrols/{patrol_id}/filing")
    street.clock.later(minutes=1)
    assert code_of(await street.delete("duiyuan", path)) == (409, "filed")
    assert code_of(await street.patch("duiyuan", path, {"facts": "甲"})) == (409, "filed")
    late = await street.patch("duiyuan", path, {"facts": "甲", "made_at": ago(minutes=1)})
    assert (late.status_code, late.json()["facts"]) == (201, "摊点越出店面约一米")
    [addendum] = (await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["addenda"]
    assert addendum["text"] == "第1条发现更正：情况改为“甲”"


async def test_findings_are_listed_newest_first_by_cursor(street: Street) -> None:
    patrol_id = await street.patrol()
    for minutes in (10, 50, 30):
        await street.finding(patrol_id, found_at=ago(minutes=minutes), facts=f"{minutes}")
    first = (await street.get("lingdao", f"/patrols/{patrol_id}/findings?limit=2")).json()
    rest = (await street.get("lingdao", f"/patrols/{patrol_id}/findings?cursor={first['next']}")).json()
    assert [item["facts"] for item in first["items"] + rest["items"]] == ["10", "30", "50"]
    assert rest["next"] is None


async def test_a_finding_is_not_found_under_another_patrol(street: Street) -> None:
    _, path = await found(street)
    other = await street.patrol()
    answer = await street.get("duiyuan", f"/patrols/{other}/findings/{path.rsplit('/', 1)[1]}")
    assert code_of(answer) == (404, "not_found")
