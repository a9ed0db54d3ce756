"""交接班记录: written by somebody of the shift, read by the next; each reader once."""

from typing import Any
from uuid import uuid4

import httpx

from tests.field.street import code_of, count
from tests.office.duty.turnout.at_post import Post

SAID = {"open_matters": "东口摊位纠纷还在谈", "equipment": "记录仪两台，对讲机一部没电"}


async def written(post: Post, who: str = "minjing", **said: Any) -> tuple[str, httpx.Response]:
    note = str(uuid4())
    body = {"shift": str(post.shift)} | (said or SAID)
    return note, await post.street.put(who, f"/handover-notes/{note}", body)


async def test_the_next_shift_reads_it_and_is_named_once(post: Post) -> None:
    note, answer = await written(post)
    assert answer.status_code == 201
    path = f"/handover-notes/{note}/reading"
    assert [(await post.street.post("duiyuan", path)).status_code for _ in range(2)] == [201, 200]
    [found] = (await post.street.get("zhihui", "/handover-notes")).json()["items"]
    assert (found["place"], found["read_by"], found["open_matters"]) == (
        "农贸市场",
        ["沈禾"],
        SAID["open_matters"],
    )
    assert await count("handover_readings") == 1


async def test_who_wrote_it_knows_it(post: Post) -> None:
    note, _ = await written(post)
    answer = await post.street.post("minjing", f"/handover-notes/{note}/reading")
    assert (answer.status_code, answer.json()["read_by"]) == (200, [])


async def test_who_is_not_on_the_shift_writes_none_and_an_empty_one_is_none(post: Post) -> None:
    assert code_of((await written(post, "xieguan"))[1]) == (422, "turnout_not_yours")
    assert code_of((await written(post, open_matters="  "))[1]) == (422, "handover_empty")
    assert code_of((await written(post, "linzhen"))[1]) == (404, "not_found")


async def test_twice_is_harmless_and_nothing_is_written_over(post: Post) -> None:
    note, _ = await written(post)
    path, body = f"/handover-notes/{note}", {"shift": str(post.shift), **SAID}
    assert (await post.street.put("minjing", path, body)).status_code == 200
    assert code_of(await post.street.put("minjing", path, body | {"equipment": "无"})) == (409, "conflict")


async def test_another_township_reads_none(post: Post) -> None:
    note, _ = await written(post)
    assert (await post.street.get("linzhen", "/handover-notes")).json()["items"] == []
    assert code_of(await post.street.post("linzhen", f"/handover-notes/{note}/reading")) == (404, "not_found")


async def test_the_page_offers_reading_to_who_has_not(post: Post) -> None:
    note, _ = await written(post)
    assert f"{note}/reading" in (await post.street.page("duiyuan", "/duty/now")).text
    assert f"{note}/reading" not in (await post.street.page("minjing", "/duty/now")).text
