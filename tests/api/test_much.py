"""Ten thousand findings on one patrol: shown in parts, had whole, filed."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.foundation.database import rows
from tests.field.street import Street

FINDINGS = 10_000
CHUNK = 100
ANSWER_BYTES = 600_000

PAGES = (
    "/patrols/{}",
    "/patrols/{}/findings",
    "/patrols/{}/crew",
    "/patrols/{}/timeline",
    "/ledger/{}",
    "/ledger",
    "/",
)


async def many_findings(patrol: str) -> None:
    """Copies of the one that is there, each with an id and a number of its own."""
    [first] = await rows("SELECT * FROM findings WHERE patrol = ?", UUID(patrol))
    columns = list(first)
    for start in range(2, FINDINGS + 1, CHUNK):
        copies = [
            first | {"id": uuid4(), "number": number}
            for number in range(start, min(start + CHUNK, FINDINGS + 1))
        ]
        marks = ", ".join(f"({', '.join('?' * len(columns))})" for _ in copies)
        values = [copy[column] for copy in copies for column in columns]
        await rows(f"INSERT INTO findings ({', '.join(columns)}) VALUES {marks}", *values)
    await rows("UPDATE patrols SET finding_count = ? WHERE id = ?", FINDINGS, UUID(patrol))


async def page(street: Street, who: str, path: str) -> httpx.Response:
    answer = await (await street.cast.browser(who)).get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return answer


@pytest.fixture
async def crowded(street: Street) -> str:
    patrol = await street.ended()
    await street.finding(patrol)
    await many_findings(patrol)
    return patrol


async def test_ten_thousand_findings_are_shown_in_parts(street: Street, crowded: str) -> None:
    for path in PAGES:
        answer = await page(street, "lingdao", path.format(crowded))
        assert len(answer.content) < ANSWER_BYTES, path


async def test_ten_thousand_findings_are_all_had_by_cursor_and_then_filed(
    street: Street, crowded: str
) -> None:
    numbers: list[int] = []
    told: dict[str, Any] = {"next": ""}
    while told["next"] is not None:
        path = f"/patrols/{crowded}/findings?limit=200&cursor={told['next']}"
        told = (await street.get("duiyuan", path)).json()
        numbers += [each["number"] for each in told["items"]]
    assert sorted(numbers) == list(range(1, FINDINGS + 1))
    assert (await street.post("duiyuan", f"/patrols/{crowded}/filing")).status_code == 201
    assert (await street.get("duiyuan", f"/patrols/{crowded}.geojson")).status_code == 200
