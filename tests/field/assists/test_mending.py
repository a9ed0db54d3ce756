"""A call that cannot be read to the letter is a call; what could not be read is kept beside it, and nothing is guessed of drills."""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.foundation.database import rows
from tests.field.assists.calls import MARKET, Calls, call_body
from tests.field.street import code_of

_BODY = "SELECT p.body FROM events e JOIN payloads p ON p.id = e.id WHERE e.record_id = ? AND e.kind = 'assist.raised'"


@pytest.mark.parametrize(
    ("position", "mark"),
    [
        ("24.17,102.40", "impossible"),
        ([24.17, 102.4], "impossible"),
        (7, "impossible"),
        ({"lat": [24.17], "lon": {"deg": 102}}, "impossible"),
        ({"lat": True, "lon": False}, "impossible"),
        ({"lat": "北" * 500, "lon": 102.4}, "impossible"),
        ({**MARKET, "accuracy_m": [8]}, ""),
        ({**MARKET, "at": 1763600000}, "stale"),
        ({**MARKET, "altitude": 1700, "heading": None, "speed": 1.2}, ""),
        ({}, "none"),
    ],
)
async def test_a_position_that_is_none_refuses_no_call_either(calls: Calls, position: Any, mark: str) -> None:
    found = await calls.read("minjing", await calls.raised(position=position))
    assert found["position_marks"] == ([mark] if mark else [])


@pytest.mark.parametrize(
    ("said", "field", "kept"),
    [
        ({"battery": 12}, "battery", "12"),
        ({"unread": {"a": "b"}}, "unread", '{"a": "b"}'),
        ({"severity": "critical"}, "severity", "critical"),
        ({"patrol": "上午那次"}, "patrol", "上午那次"),
        ({"at": "0001-01-01T00:00:00+08:00"}, "at", "0001-01-01T00:00:00+08:00"),
        ({"note": "救" * 501}, "note", "救" * 501),
        ({"reason": 7}, "reason", "7"),
        ({"hazards": [{}]}, "hazards", "[{}]"),
    ],
)
async def test_what_cannot_be_read_refuses_no_call_and_is_kept_beside_it(
    calls: Calls, said: dict[str, Any], field: str, kept: str
) -> None:
    assist, body = str(uuid4()), call_body() | said
    answers = [await calls.street.put("duiyuan", f"/assists/{assist}", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200], answers[0].text
    assert (answers[0].json()["severity"], answers[0].json()["position"]) == ("emergency", MARKET)
    [raised] = await rows(_BODY, UUID(assist))
    assert msgspec.json.decode(raised["body"])["unread"] == {field: kept}
    assert "未能照收" in (await calls.street.page("minjing", f"/assists/{assist}")).text


async def test_words_that_are_too_long_are_cut_to_what_fits(calls: Calls) -> None:
    assert (await calls.read("minjing", await calls.raised(note="救" * 501)))["note"] == "救" * 500


@pytest.mark.parametrize(
    "raw",
    [
        b'{"position": {"lat": NaN, "lon": 1e999}}',
        b'{"reason": "\xce\xa7\xb6\xc2"}',
        b'{"reason": "\\ud800\\u0000"}',
        b'{"position": {"lat": ' + b"9" * 5000 + b', "lon": 1}}',
    ],
)
async def test_what_is_hardly_json_is_a_call_as_well(calls: Calls, raw: bytes) -> None:
    client, assist = await calls.street.cast.script("duiyuan"), uuid4()
    sent = await client.put(
        f"/api/v1/assists/{assist}", content=raw, headers={"Content-Type": "application/json"}
    )
    assert sent.status_code == 201, sent.text
    assert (await calls.street.page("minjing", f"/assists/{assist}")).status_code == 200


@pytest.mark.parametrize("said", [{"exercise": "yes"}, {"status": "drill"}, {"exercise": 1, "position": 7}])
async def test_whether_it_is_a_drill_is_never_guessed(calls: Calls, said: dict[str, Any]) -> None:
    answer = await calls.street.put("duiyuan", f"/assists/{uuid4()}", call_body() | said)
    assert code_of(answer) == (400, "invalid")


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"\xff", b"[" * 100_000])
async def test_what_says_nothing_is_no_call(calls: Calls, raw: bytes) -> None:
    client = await calls.street.cast.script("duiyuan")
    sent = await client.put(
        f"/api/v1/assists/{uuid4()}", content=raw, headers={"Content-Type": "application/json"}
    )
    assert sent.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {"position": "24.17,102.40"},
        {"points": [MARKET, None, "hier", {**MARKET, "lat": [1]}, {**MARKET, "heading": 3}]},
    ],
)
async def test_a_position_on_the_way_is_kept_whatever_it_says(calls: Calls, body: dict[str, Any]) -> None:
    found = await calls.do("duiyuan", await calls.raised(), "positions", body)
    assert found["position"] == MARKET
    kept = await rows("SELECT marks FROM assist_positions")
    assert len(kept) == 1 + len(body.get("points", [body]))


async def test_anything_else_that_is_wrong_with_positions_is_refused(calls: Calls) -> None:
    assist = await calls.raised()
    for body, code in ({"position": MARKET, "speed": 3}, "unknown_field"), ({"points": 7}, "invalid"):
        answer = await calls.post("duiyuan", assist, "positions", body, key=uuid4())
        assert code_of(answer) == (400, code)
