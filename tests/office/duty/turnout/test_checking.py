"""在岗抽查: asked of somebody on duty, answered once by their own position, late or not."""

from uuid import uuid4

import httpx
import pytest

from backend.foundation.database import rows
from tests.field.street import code_of
from tests.office.duty.turnout.at_post import INSIDE, TOWN_HALL, Post


async def asked(post: Post, officer: str = "minjing", who: str = "zhihui") -> str:
    check = str(uuid4())
    answer = await post.street.put(who, f"/spot-checks/{check}", {"officer": officer})
    assert answer.status_code == 201, answer.text
    return check


async def answered(post: Post, check: str, who: str = "minjing", **said: object) -> httpx.Response:
    body = {"position": INSIDE} | said
    return await post.street.post(who, f"/spot-checks/{check}/answer", body)


async def test_the_one_asked_is_told_at_once_and_has_some_minutes(post: Post) -> None:
    check = await asked(post)
    [told] = await rows(
        "SELECT o.username, n.title, n.urgent FROM notices n JOIN officers o ON o.id = n.officer "
        "WHERE n.record_kind = 'spot_check'"
    )
    assert (told["username"], bool(told["urgent"])) == ("minjing", True)
    found = (await post.street.get("minjing", f"/spot-checks/{check}")).json()
    assert (found["asked_at"], found["due_at"]) == ("2026-11-20T12:00:00+08:00", "2026-11-20T12:10:00+08:00")


@pytest.mark.parametrize(
    ("position", "fence", "distance"), [(INSIDE, "inside", 0), (TOWN_HALL, "outside", 464)]
)
async def test_the_answer_is_laid_beside_the_place_of_the_shift(
    post: Post, position: dict[str, object], fence: str, distance: int
) -> None:
    answer = await answered(post, await asked(post), position=position)
    found = answer.json()
    assert (answer.status_code, found["place"], found["fence"], found["distance_m"]) == (
        201, "农贸市场", fence, distance,
    )  # fmt: skip


@pytest.mark.parametrize(("minutes", "late"), [(10, False), (10.1, True)])
async def test_late_is_kept_and_marked(post: Post, minutes: float, late: bool) -> None:
    check = await asked(post)
    post.street.clock.later(minutes=minutes)
    assert (await answered(post, check)).json()["late"] is late


async def test_answered_once(post: Post) -> None:
    check = await asked(post)
    await answered(post, check)
    assert code_of(await answered(post, check)) == (409, "check_answered")


async def test_the_same_answer_sent_again_is_harmless(post: Post) -> None:
    check, key = await asked(post), uuid4()
    path, body = f"/spot-checks/{check}/answer", {"position": INSIDE}
    assert [(await post.street.post("minjing", path, body, key=key)).status_code for _ in range(2)] == [
        201,
        200,
    ]


async def test_without_a_position_of_the_phone_it_is_no_answer(post: Post) -> None:
    check = await asked(post)
    for position in ({"source": "none"}, INSIDE | {"source": "map"}):
        assert code_of(await answered(post, check, position=position)) == (422, "check_without_position")


async def test_only_the_one_asked_answers_and_a_stranger_sees_nothing(post: Post) -> None:
    check = await asked(post)
    assert code_of(await answered(post, check, "zhihui")) == (403, "not_allowed")
    for who in ("duiyuan", "linzhen"):
        assert code_of(await answered(post, check, who)) == (404, "not_found")
        assert code_of(await post.street.get(who, f"/spot-checks/{check}")) == (404, "not_found")


@pytest.mark.parametrize(
    ("officer", "code"),
    [("xieguan", "check_not_on_duty"), ("nobody", "check_not_on_duty"), ("zhihui", "check_of_oneself")],
)
async def test_of_whom_it_is_not_asked(post: Post, officer: str, code: str) -> None:
    answer = await post.street.put("zhihui", f"/spot-checks/{uuid4()}", {"officer": officer})
    assert code_of(answer) == (422, code)


async def test_who_asks_must_oversee(post: Post) -> None:
    answer = await post.street.put("duiyuan", f"/spot-checks/{uuid4()}", {"officer": "minjing"})
    assert code_of(answer) == (403, "not_allowed")


async def test_it_shows_where_it_is_asked_and_where_it_is_read(post: Post) -> None:
    check = await asked(post)
    assert "等你报位置" in (await post.street.page("minjing", "/duty/now")).text
    assert 'id="whereabouts"' in (await post.street.page("minjing", f"/duty/checks/{check}")).text
    await answered(post, check, position=TOWN_HALL)
    shown = (await post.street.page("zhihui", f"/duty/checks/{check}")).text
    assert "区域外" in shown
    assert 'id="whereabouts"' not in shown
