"""What is indexed is found, by two characters too, with the same answers on either engine."""

from uuid import UUID, uuid4

import pytest

from backend.foundation.database import batch, rows
from backend.foundation.search import forgetting, index_record, match_sql
from tests.rig.database import RolledBack

TEXTS = {
    "石门大桥派出所旁的摊点": UUID(int=1),
    "当事人赵喆，电话 13800000000": UUID(int=2),
    "车牌浙D123 停在石料场": UUID(int=3),
    "阿依努尔·托合提麦麦提江": UUID(int=4),
}


async def found(text: str, kind: str = "patrol") -> set[int]:
    sql, args = match_sql(kind, text)
    return {UUID(str(entry["record_id"])).int for entry in await rows(sql, *args)}


@pytest.fixture
async def index(database: RolledBack) -> None:
    for text, record_id in TEXTS.items():
        await index_record("patrol", record_id, None, [text])
    await index_record("finding", uuid4(), None, ["赵喆"])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("赵喆", {2}),
        ("石门大桥", {1}),
        ("门桥", set()),
        ("石", {1, 3}),
        ("喆", {2}),
        ("浙D123", {3}),
        ("浙d123", {3}),
        ("13800000000", {2}),
        ("努尔·托合提", {4}),
        ("石门 摊点", {1}),
        ("石门 赵喆", set()),
        ("所旁", {1}),
        ("，", set()),
        ("", set()),
        ('"', set()),
        ("' OR 1=1 --", set()),
        ("NEAR(石门)", set()),
        ("石*", {1, 3}),
        ("a:* & b", set()),
    ],
)
async def test_what_stands_in_it_is_found(index: None, asked: str, expected: set[int]) -> None:
    assert await found(asked) == expected


async def test_kinds_do_not_mix(index: None) -> None:
    assert len(await found("赵喆", "finding")) == 1


async def test_indexing_again_replaces_what_it_was_found_by(index: None) -> None:
    await index_record("patrol", UUID(int=2), None, ["换了内容"])
    assert (await found("赵喆"), await found("内容")) == (set(), {2})


async def test_what_is_forgotten_is_not_found(index: None) -> None:
    await batch([forgetting("patrol", UUID(int=2))])
    assert await found("赵喆") == set()
