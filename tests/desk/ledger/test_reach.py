"""Who sees which lines; a stranger's record is not there."""

import pytest

from tests.desk.ledger.seeing import fragment, listed
from tests.field.street import Street, ago

WHOLE = ["duiyuan", "xieguan", "duizhang", "neiqin", "lingdao", "zhenzhang", "dangban", "zhihui"]


async def two(street: Street) -> tuple[str, str]:
    """One walked with the police, one with the market office."""
    police = await street.patrol(title="police")
    market = await street.patrol(title="market", crew=["duiyuan", "shichang"], started_at=ago(hours=3))
    return police, market


@pytest.mark.parametrize("who", WHOLE)
async def test_the_whole_ledger_is_read_by(street: Street, who: str) -> None:
    await two(street)
    assert await listed(street, who) == ["police", "market"]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("minjing", ["police"]),
        ("suozhang", ["police"]),
        ("shichang", ["market"]),
        ("jiaojing", []),
        ("linzhen", []),
    ],
)
async def test_others_read_what_they_walked(street: Street, who: str, expected: list[str]) -> None:
    await two(street)
    assert await listed(street, who) == expected
    assert await listed(street, who, unit="sfz-zfd") == expected


@pytest.mark.parametrize("who", ["guanli", "chengguan", "jiancha", "xinfang"])
async def test_it_is_nobody_elses_business(street: Street, who: str) -> None:
    await two(street)
    for path in ("/ledger", "/ledger/totals", "/ledger/figures", "/ledger/exports"):
        assert (await street.page(who, path)).status_code == 403


@pytest.mark.parametrize("who", ["jiaojing", "ziran", "linzhen"])
async def test_a_strangers_record_is_not_there(street: Street, who: str) -> None:
    police, _ = await two(street)
    for path in (f"/ledger/{police}", f"/ledger/{police}/paper"):
        assert (await fragment(street, who, path)).status_code == 404
    assert (await street.get(who, f"/patrols/{police}.pdf")).status_code == 404


async def test_nobody_unknown_reads_it(street: Street) -> None:
    nobody = await street.cast.nobody()
    assert (await nobody.get("/ledger")).headers["location"] == "/login?next=%2Fledger"


async def test_a_record_of_nobody_is_not_there(street: Street) -> None:
    for path in ("/ledger/00000000-0000-4000-8000-000000000000", "/ledger/none"):
        assert (await street.page("lingdao", path)).status_code == 404
