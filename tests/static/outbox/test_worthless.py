"""What is no photo any more, and what is no receipt: neither holds up another, nothing goes on the strength of it."""

from typing import Any

import pytest
from playwright.async_api import Route

from tests.static.outbox.conftest import Run
from tests.static.outbox.test_delivery import STATES, TOLD
from tests.static.station import Station


@pytest.mark.parametrize(
    "answer", [{"status": 204}, {"status": 200, "body": "null"}, {"status": 200, "json": {}}]
)
async def test_a_yes_without_a_record_is_no_receipt(
    run: Run, station: Station, answer: dict[str, Any]
) -> None:
    await station.page.route("**/findings/**", lambda route: route.fulfill(**answer), times=1)
    told = await run(f"{TOLD} await outbox.queue.put(made(1)); await outbox.kick(); return told")
    assert [each["why"] for each in told if each["type"] == "rest"] == ["receipt"]
    assert await run(STATES) == [["发现1", "waiting", 1]]
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []


async def test_bytes_that_somebody_else_took_are_no_photo_that_arrived(run: Run, station: Station) -> None:
    asked: list[int] = []

    async def swallow(route: Route) -> None:
        asked.append(len(route.request.post_data_buffer or b""))
        await (route.fulfill(status=204) if len(asked) < 9 else route.abort())

    await station.page.route("**/content", swallow)
    await run("await outbox.queue.put(...await photo(1, 1000)); await outbox.kick()")
    assert asked == [1000]
    assert await run(STATES) == [["发现1", "waiting", 1]]


@pytest.mark.parametrize(
    "spoil", ["database.delete('pictures', id(1))", "database.put('pictures', { ...kept, sealed })"]
)
async def test_a_picture_that_cannot_be_read_holds_up_no_other(
    run: Run, station: Station, spoil: str
) -> None:
    told = await run(
        f"""{TOLD} await outbox.queue.put(...await photo(1, 500)); await outbox.queue.put(...await photo(2, 600));
        const {{ database }} = outbox.queue; const kept = await database.get("pictures", id(1));
        const sealed = {{ ...kept.sealed, iv: new Uint8Array(12) }}; await {spoil};
        await outbox.kick(); return told"""
    )
    assert [(each["why"], each["line"]) for each in told if each["type"] == "rest"] == [("unreadable", False)]
    assert await run(STATES) == [["发现1", "waiting", 1]]
    assert [len(bytes_) for bytes_ in station.pieces.values()] == [600]
