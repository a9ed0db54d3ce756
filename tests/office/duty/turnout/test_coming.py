"""签到、签退: by position, by code, by a colleague; each is labelled, and none is refused for where somebody stands."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.field.street import NOON, code_of, count
from tests.office.duty.turnout.at_post import BEGINS, ENDS, HOUR, INSIDE, TOWN_HALL, WEAK, Post

INSTANT = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("said", "how", "fence", "state"),
    [
        ({"position": INSIDE}, "gps", "inside", "there"),
        ({"position": TOWN_HALL}, "gps", "outside", "unproven"),
        ({"position": WEAK}, "gps", "weak", "unproven"),
        ({}, "bare", None, "unproven"),
        ({"position": INSIDE | {"source": "map"}}, "bare", None, "unproven"),
    ],
)
async def test_by_position(post: Post, said: dict[str, Any], how: str, fence: str | None, state: str) -> None:
    answer = await post.send("minjing", **said)
    assert (answer.status_code, answer.json()["how"], answer.json()["fence"]) == (201, how, fence)
    assert (await post.states())["minjing"] == state


async def test_first_outside_and_then_inside(post: Post) -> None:
    first = await post.send("minjing", position=TOWN_HALL)
    assert first.json()["distance_m"] == 464
    post.street.clock.later(minutes=6)
    await post.send("minjing", position=INSIDE)
    [found] = [each for each in (await post.now())["items"] if each["username"] == "minjing"]
    assert (found["state"], found["late_minutes"], found["seen"]["how_name"]) == ("there", 66, "卫星定位")


async def test_by_the_code_of_the_place(post: Post) -> None:
    answer = await post.send("minjing", code=await post.code())
    assert (answer.json()["how"], (await post.states())["minjing"]) == ("code", "there")


async def test_a_code_read_far_away_shows_nothing(post: Post) -> None:
    answer = await post.send("minjing", code=await post.code(), position=TOWN_HALL)
    assert (answer.json()["fence"], (await post.states())["minjing"]) == ("outside", "unproven")


async def test_a_code_that_was_renewed_or_of_another_place_is_worth_nothing(post: Post) -> None:
    old = await post.code()
    await post.code()
    for code in (old, str(uuid4())):
        assert code_of(await post.send("minjing", code=code)) == (422, "turnout_wrong_code")


async def test_a_colleague_on_duty_confirms_and_is_named(post: Post) -> None:
    answer = await post.send("duiyuan", officer="minjing")
    assert (answer.json()["how"], answer.json()["confirmed_by"]) == ("colleague", "沈禾")
    assert (await post.states()) == {"minjing": "there", "duiyuan": "absent"}


@pytest.mark.parametrize(("who", "status"), [("xieguan", 403), ("zhihui", 201), ("linzhen", 404)])
async def test_who_is_not_there_confirms_nobody_but_who_oversees_does(
    post: Post, who: str, status: int
) -> None:
    assert (await post.send(who, officer="minjing")).status_code == status


async def test_nobody_signs_a_colleague_out_but_who_oversees(post: Post) -> None:
    refused = await post.send("duiyuan", "departure", officer="minjing")
    assert code_of(refused) == (403, "turnout_own_leaving")
    assert (await post.send("zhihui", "departure", officer="minjing")).status_code == 201
    assert (await post.states())["minjing"] == "left"


@pytest.mark.parametrize(
    ("noun", "at", "code"),
    [
        ("arrival", BEGINS - HOUR - INSTANT, "turnout_too_early"),
        ("arrival", BEGINS - HOUR, None),
        ("arrival", ENDS, "turnout_over"),
        ("departure", BEGINS - INSTANT, "turnout_too_early"),
        ("departure", ENDS + HOUR, None),
    ],
)
async def test_only_around_the_shift(post: Post, noun: str, at: Any, code: str | None) -> None:
    post.street.clock.at(max(at, NOON - 2 * HOUR))
    answer = await post.send("minjing", noun, position=INSIDE, at=at.isoformat())
    assert code_of(answer)[1] == code


async def test_who_is_not_on_the_shift_and_the_stranger(post: Post) -> None:
    assert code_of(await post.send("xieguan", position=INSIDE)) == (422, "turnout_not_yours")
    assert code_of(await post.send("linzhen", position=INSIDE)) == (404, "not_found")
    assert code_of(await post.send("guanli", position=INSIDE)) == (403, "not_allowed")


async def test_twice_is_harmless_and_another_thing_under_the_same_id_is_refused(post: Post) -> None:
    path, body = f"/turnouts/{uuid4()}", {"shift": str(post.shift), "noun": "arrival", "position": INSIDE}
    sent = [(await post.street.put("minjing", path, body)).status_code for _ in range(2)]
    assert (sent, await count("turnouts")) == ([201, 200], 1)
    other = await post.street.put("minjing", path, body | {"noun": "departure"})
    assert code_of(other) == (409, "conflict")


async def test_what_was_kept_without_a_network_counts_from_when_it_was(post: Post) -> None:
    post.street.clock.later(hours=2)
    await post.send("minjing", position=INSIDE, at=(BEGINS + INSTANT).isoformat())
    [found] = [each for each in (await post.now())["items"] if each["username"] == "minjing"]
    assert (found["state"], found["late_minutes"]) == ("there", None)


async def test_who_signs_out_is_off_duty_from_then_on(post: Post) -> None:
    await post.send("minjing", position=INSIDE)
    listed = (await post.street.get("zhihui", "/duty")).json()["items"]
    assert {each["username"] for each in listed} == {"minjing", "duiyuan"}
    await post.send("minjing", "departure", position=INSIDE)
    listed = (await post.street.get("zhihui", "/duty")).json()["items"]
    assert [each["username"] for each in listed] == ["duiyuan"]


async def test_on_a_shift_without_a_place_ones_own_word_counts(post: Post) -> None:
    await rows("UPDATE shifts SET place = NULL")
    answer = await post.send("minjing")
    assert (answer.json()["how_name"], (await post.states())["minjing"]) == ("本人登记", "there")


async def test_who_is_at_call_at_no_place_has_not_to_sign_in(post: Post) -> None:
    await rows("UPDATE shifts SET place = NULL, kind = 'reserve'")
    assert await post.states() == {"minjing": "at_call", "duiyuan": "at_call"}


async def test_of_a_draft_or_a_cancelled_shift_there_is_nothing_to_sign(post: Post) -> None:
    await rows("UPDATE shifts SET cancelled_at = ?", NOON)
    assert code_of(await post.send("minjing", position=INSIDE)) == (404, "not_found")
