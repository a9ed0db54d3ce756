"""Two-character names are found, in a patrol or in one of its findings, on both engines."""

import pytest

from tests.desk.ledger.seeing import listed
from tests.field.street import Street, ago


async def three(street: Street) -> None:
    first = await street.filed(title="夜间联合巡查：县道—下坝村", summary="沿县道巡查，秩序正常")
    assert first
    second = await street.patrol(
        title="集镇日常巡查", kind="routine", crew=["duiyuan2"], started_at=ago(hours=3)
    )
    await street.finding(
        second, address="振兴街7号门前", facts="店外摆放货架", party={"name": "赵喆", "kind": "person"}
    )
    await street.patrol(title="早市", crew=["duiyuan", "ziran"], started_at=ago(hours=4))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("下坝", ["夜间联合巡查：县道—下坝村"]),
        ("坝村", ["夜间联合巡查：县道—下坝村"]),
        ("坝", ["夜间联合巡查：县道—下坝村"]),
        ("秩序", ["夜间联合巡查：县道—下坝村"]),
        ("振兴", ["集镇日常巡查"]),
        ("货架", ["集镇日常巡查"]),
        ("赵喆", ["集镇日常巡查"]),
        ("日常 振兴街", ["集镇日常巡查"]),
        ("日常 下坝", []),
        ("自然资源", ["早市"]),
        ("村下", []),
        ("巡查", ["夜间联合巡查：县道—下坝村", "集镇日常巡查"]),
        ("…", []),
    ],
)
async def test_words_are_found_where_they_stand(street: Street, words: str, expected: list[str]) -> None:
    await three(street)
    assert await listed(street, q=words) == expected


async def test_the_names_of_the_crew_are_found(street: Street) -> None:
    await street.patrol(title="一", crew=["duiyuan", "minjing"])
    await street.patrol(title="二", kind="routine", crew=["duiyuan2"], started_at=ago(hours=3))
    assert await listed(street, q="周青") == ["一"]


async def test_the_number_of_a_filing_is_found(street: Street) -> None:
    await street.filed(title="one")
    await street.filed(title="two", started_at=ago(hours=3))
    assert await listed(street, q="2026 2号") == ["two"]


async def test_the_neighbours_words_are_not_found(street: Street) -> None:
    await street.patrol(title="石门大桥")
    assert await listed(street, "linzhen", q="石门") == []
