"""PATCH /patrols/{uuid}: fields given replace, null clears, different fields merge."""

from uuid import uuid4

import pytest

from tests.field.street import Street, ago, code_of


async def test_a_field_given_is_changed_and_the_others_stay(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "改过的名称", "base": 1})
    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert (answer.json()["title"], answer.json()["planned_route"]) == ("改过的名称", "镇政府—农贸市场—河堤")
    assert answer.json()["receipt"]["journal"][0] == 2


async def test_null_clears(street: Street) -> None:
    patrol_id = await street.patrol(summary="有小结")
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"summary": None, "base": 1})
    assert answer.json()["summary"] == ""


@pytest.mark.parametrize("body", [{"title": None}, {"kind": None}, {"crew": None}, {"title": ""}])
async def test_what_a_patrol_cannot_be_without_is_not_cleared(street: Street, body: dict[str, None]) -> None:
    patrol_id = await street.patrol()
    assert code_of(await street.patch("duiyuan", f"/patrols/{patrol_id}", body)) == (400, "invalid")


async def test_a_wrong_clock_moves_no_start_into_days_to_come(street: Street) -> None:
    patrol_id, ahead = await street.patrol(), "2200-01-01T08:00:00+08:00"
    answer = await street.patch(
        "duiyuan", f"/patrols/{patrol_id}", {"started_at": ahead}, Liandong_Sent_At=ahead
    )
    assert (answer.status_code, answer.json()["started_at"]) == (200, ago())


async def test_different_fields_changed_on_one_version_merge(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "base": 1})
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"summary": "乙", "base": 1})
    assert answer.status_code == 200
    assert (answer.json()["title"], answer.json()["summary"], answer.json()["overwritten"]) == (
        "甲",
        "乙",
        False,
    )
    told = (await street.page("duiyuan", f"/patrols/{patrol_id}/timeline")).text
    assert told.count("与同时的其他改动合并") == 1


async def test_the_same_field_changed_elsewhere_is_refused_with_the_current_values(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "base": 1})
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"title": "乙", "base": 1})
    assert code_of(answer) == (409, "changed_elsewhere")
    assert (answer.json()["current"], answer.json()["version"]) == ({"title": "甲"}, 2)
    assert answer.json()["fields"] == {"title": "沈禾11月20日 12:00改成"}


async def test_the_same_field_to_the_same_value_is_no_clash(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "base": 1})
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"title": "甲", "base": 1})
    assert (answer.status_code, answer.json()["version"]) == (200, 2)


async def test_without_a_base_the_last_write_wins_and_is_marked(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "base": 1})
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"title": "乙"})
    assert (answer.json()["title"], answer.json()["overwritten"]) == ("乙", True)


async def test_a_base_that_has_not_been_is_refused(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "base": 7})
    assert code_of(answer) == (400, "invalid")


async def test_an_act_counts_as_a_change_of_its_field(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.post("duiyuan", f"/patrols/{patrol_id}/end")
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"ended_at": ago(minutes=5), "base": 1})
    assert code_of(answer) == (409, "changed_elsewhere")
    assert answer.json()["fields"] == {"ended_at": "别处已改成"}


async def test_whose_it_is_is_said_of_the_value_that_stands(street: Street) -> None:
    patrol_id = await street.patrol()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲", "summary": "丙"})
    await street.patch("duizhang", f"/patrols/{patrol_id}", {"title": "乙"})
    answer = await street.patch(
        "duiyuan2", f"/patrols/{patrol_id}", {"title": "丁", "summary": "戊", "base": 1}
    )
    assert answer.json()["fields"] == {
        "title": "韩立夏11月20日 12:00改成",
        "summary": "沈禾11月20日 12:00改成",
    }


async def test_when_it_was_is_said_by_the_servers_clock(street: Street) -> None:
    patrol_id = await street.patrol()
    slow = {"title": "甲", "made_at": ago(minutes=3 * 24 * 60)}
    await street.patch("duiyuan", f"/patrols/{patrol_id}", slow)
    answer = await street.patch("duiyuan2", f"/patrols/{patrol_id}", {"title": "乙", "base": 1})
    assert answer.json()["fields"] == {"title": "沈禾11月20日 12:00改成"}


async def test_the_same_key_with_the_same_body_changes_once(street: Street) -> None:
    patrol_id, key = await street.patrol(), uuid4()
    first = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲"}, key=key)
    again = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲"}, key=key)
    assert (again.status_code, again.json()["version"]) == (200, 2)
    assert again.json()["receipt"] == first.json()["receipt"]


async def test_the_same_key_with_another_body_is_refused(street: Street) -> None:
    patrol_id, key = await street.patrol(), uuid4()
    await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲"}, key=key)
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "乙"}, key=key)
    assert code_of(answer) == (422, "key_reused")


async def test_a_crew_is_replaced_whole_and_who_left_is_remembered(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.patch(
        "duiyuan", f"/patrols/{patrol_id}", {"crew": ["duiyuan", "xieguan", "minjing"]}
    )
    assert answer.json()["crew"] == ["duiyuan", "minjing", "xieguan"]
    left = [stay["username"] for stay in answer.json()["stays"] if stay["left_at"]]
    assert left == ["duiyuan2"]


async def test_a_crew_that_makes_it_no_joint_patrol_is_refused(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"crew": ["duiyuan"]})
    assert code_of(answer) == (422, "joint_needs_two_units")
    assert len((await street.get("duiyuan", f"/patrols/{patrol_id}")).json()["crew"]) == 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"ended_at": ago(hours=3)}, (422, "times_crossed")),
        ({"ended_at": ago(hours=-1)}, (422, "time_in_future")),
        ({"started_at": None}, (400, "invalid")),
        ({"crew": []}, (422, "crew_needed")),
        ({"crew": ["duiyuan", "nobody"]}, (422, "crew_unknown")),
        ({"number": "1"}, (400, "unknown_field")),
    ],
)
async def test_what_put_refuses_patch_refuses(
    street: Street, body: dict[str, object], expected: tuple[int, str]
) -> None:
    patrol_id = await street.patrol()
    assert code_of(await street.patch("duiyuan", f"/patrols/{patrol_id}", body)) == expected


async def test_a_corrected_start_moves_those_who_were_there_from_the_start(street: Street) -> None:
    patrol_id = await street.patrol()
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"started_at": ago(hours=3)})
    assert {stay["joined_at"] for stay in answer.json()["stays"]} == {ago(hours=3)}


async def test_a_filed_patrol_takes_no_change(street: Street) -> None:
    patrol_id = await street.filed()
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", {"title": "甲"})
    assert code_of(answer) == (409, "filed")


async def test_a_change_made_before_the_filing_is_kept_as_a_late_addendum(street: Street) -> None:
    patrol_id = await street.filed()
    body = {"title": "甲", "made_at": ago(minutes=1)}
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", body)
    assert (answer.status_code, answer.json()["title"]) == (201, "集镇联合巡查")
    [addendum] = answer.json()["addenda"]
    assert (addendum["text"], addendum["late"]) == ("更正：名称改为“甲”", True)


async def test_a_late_change_of_the_crew_names_people_as_they_are_called(street: Street) -> None:
    patrol_id = await street.filed()
    crew = {"crew": ["duiyuan", "minjing", "shichang"], "made_at": ago(minutes=1)}
    answer = await street.patch("duiyuan", f"/patrols/{patrol_id}", crew)
    names = [(await street.cast.person(who)).name for who in crew["crew"]]
    assert answer.json()["addenda"][0]["text"] == f"更正：参加人员改为“{'、'.join(names)}”"


async def test_the_same_late_change_again_adds_nothing(street: Street) -> None:
    patrol_id = await street.filed()
    body = {"title": "甲", "made_at": ago(minutes=1)}
    await street.patch("duiyuan", f"/patrols/{patrol_id}", body)
    again = await street.patch("duiyuan", f"/patrols/{patrol_id}", body)
    assert (again.status_code, len(again.json()["addenda"])) == (200, 1)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("linzhen", (404, "not_found")),
        ("ziran", (404, "not_found")),
        ("lingdao", (403, "not_allowed")),
        ("minjing", (403, "not_allowed")),
    ],
)
async def test_who_may_not_change_it(street: Street, who: str, expected: tuple[int, str]) -> None:
    patrol_id = await street.patrol()
    assert code_of(await street.patch(who, f"/patrols/{patrol_id}", {"title": "甲"})) == expected
