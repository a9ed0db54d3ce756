"""What is no proper request at all: bytes, encodings, types, sizes and headers nobody should send."""

import json
from uuid import uuid4

import httpx
from _pytest.subtests import Subtests

from tests.api.calls import CALLS
from tests.api.footprint import footprint
from tests.api.refusing import problem
from tests.api.targets import put_patrol, set_up
from tests.field.street import Street, ago

DEPTH = 50_000
WHOLE = json.dumps(put_patrol()).encode()
POINTS = json.dumps({"points": [{"seq": 0, "at": ago(minutes=1), "lat": "LAT", "lon": 102.3}]})
FINDING = "/patrols/{running}/findings/{awaited}"

BODIES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "invalid"),
    "blanks": (b" \n\t", "invalid_json"),
    "half": (WHOLE[:-1], "invalid_json"),
    "two": (WHOLE + WHOLE, "invalid_json"),
    "a byte order mark": (b"\xef\xbb\xbf" + WHOLE, "invalid_json"),
    "UTF-16": (WHOLE.decode().encode("utf-16"), "invalid_json"),
    "GB 18030": ('{"title": "集镇"}'.encode("gb18030"), "invalid_json"),
    "broken UTF-8": (b'{"title": "\xe9\x9b"}', "invalid_json"),
    "half a surrogate": (b'{"title": "\\ud83d"}', "invalid_json"),
    "a raw control character": (b'{"title": "\x01"}', "invalid_json"),
    "a raw NUL": (b'{"title": "\x00"}', "invalid_json"),
    "an escaped NUL": (b'{"title": "\\u0000"}', "invalid"),
    "NaN": (b'{"title": NaN}', "invalid_json"),
    "Infinity": (b'{"title": -Infinity}', "invalid_json"),
    "single quotes": (b"{'title': 'x'}", "invalid_json"),
    "a comma too many": (b'{"title": "x",}', "invalid_json"),
    "a comment": (b'{"title": "x" /* y */}', "invalid_json"),
    "deep lists": (b"[" * DEPTH + b"]" * DEPTH, "invalid"),
    "deep objects": (b'{"summary":' * DEPTH + b"1" + b"}" * DEPTH, "invalid"),
    "depth where a list belongs": (b'{"crew":' + b"[" * DEPTH + b"]" * DEPTH + b"}", "invalid"),
    "a number of ten thousand figures": (b'{"title": ' + b"9" * 10_000 + b"}", "invalid"),
    "a number beyond all numbers": (b'{"title": 1e99999}', "invalid"),
    "ten thousand unknown fields": (json.dumps({f"x{n}": n for n in range(10_000)}).encode(), "unknown_field"),
    "a form": (b"kind=joint&title=x", "invalid_json"),
    "XML": (b"<?xml version='1.0'?><patrol/>", "invalid_json"),
}  # fmt: skip

# Where a number is expected; JSON as such knows no NaN, and no number is larger than the largest.
NUMBERS = (
    "NaN",
    "Infinity",
    "1e999",
    "-1e999",
    "9" * 400,
    "1e-9999",
    "0x10",
    "01",
    "+1",
    ".5",
    '"24"',
    "null",
    "true",
)

HEADERS: dict[str, tuple[dict[str, str], str]] = {
    "no JSON": ({"Content-Type": "text/plain"}, "media_type"),
    "a form's type": ({"Content-Type": "application/x-www-form-urlencoded"}, "media_type"),
    "several parts": ({"Content-Type": "multipart/form-data; boundary=x"}, "media_type"),
    "nonsense as type": ({"Content-Type": "/;;=,\t"}, "media_type"),
    "a key that is no UUID": ({"Idempotency-Key": "7"}, "invalid"),
    "an empty key": ({"Idempotency-Key": ""}, "invalid"),
    "a key a kilobyte long": ({"Idempotency-Key": "f" * 1024}, "invalid"),
    "a token nobody has": ({"Authorization": "Bearer nobody"}, "not_signed_in"),
    "an empty token": ({"Authorization": "Bearer "}, "not_signed_in"),
    "another scheme": ({"Authorization": "Basic ZHVpeXVhbjp4"}, "not_signed_in"),
    "a token a page long": ({"Authorization": "Bearer " + "x" * 8000}, "not_signed_in"),
}

# Said, but nothing to refuse a record for: a device may be wrong about itself.
HARMLESS: tuple[dict[str, str], ...] = (
    {"Liandong-Device": "not-a-uuid"},
    {"Liandong-Device": ""},
    {"Liandong-Sent-At": "yesterday"},
    {"Liandong-Sent-At": "2026-11-20T12:00:00"},
    {"Liandong-Sent-At": "0001-01-01T00:00:00+08:00"},
    {"Liandong-Sent-At": "9999-12-31T23:59:59-08:00"},
    {"Liandong-Sent-At": "1970-01-01T00:00:00Z"},
    {"Accept": "image/png"},
    {"Accept-Language": "x" * 5000},
    {"Accept-Encoding": "nothing;q=x"},
    {"Content-Type": "application/json; charset=gb18030"},
    {"Referer": "javascript:alert(1)"},
    {"X-Forwarded-For": "'; DROP TABLE patrols; --"},
    {"If-None-Match": "\xff\xfe"},
    {"Range": "bytes=9999999999999999999-"},
    {"HX-Request": "true"},
)


async def put(street: Street, content: bytes, path: str = "/patrols", **headers: str) -> httpx.Response:
    client = street.clients["duiyuan"]
    address = f"/api/v1{path}/{uuid4()}" if path == "/patrols" else f"/api/v1{path}"
    return await client.request(
        "POST" if path.endswith("/track") else "PUT",
        address,
        content=content,
        headers={"Content-Type": "application/json"} | headers,
    )


async def test_a_body_that_is_none(street: Street, subtests: Subtests) -> None:
    await set_up(street)
    before = await footprint()
    for name, (content, code) in BODIES.items():
        with subtests.test(name):
            assert problem(await put(street, content)) == code
    assert await footprint() == before


async def test_a_number_that_is_none(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    for number in NUMBERS:
        with subtests.test(number[:20]):
            content = POINTS.replace('"LAT"', number).encode()
            answer = await put(street, content, f"/patrols/{targets['running']}/track")
            if number == "1e-9999":  # as near to nought as no matter: a place on the equator
                assert answer.status_code == 201
                before = await footprint()
            else:
                assert problem(answer) in ("invalid", "invalid_json")
    assert await footprint() == before


async def test_headers_that_say_nonsense_where_it_matters(street: Street, subtests: Subtests) -> None:
    await set_up(street)
    before = await footprint()
    for name, (headers, code) in HEADERS.items():
        with subtests.test(name):
            assert problem(await put(street, WHOLE, **headers)) == code
    assert await footprint() == before


async def test_headers_that_say_nonsense_where_it_does_not(street: Street, subtests: Subtests) -> None:
    await set_up(street)
    client = street.clients["duiyuan"]
    for headers in HARMLESS:
        with subtests.test(str(headers)[:40]):
            told = {"Content-Type": "application/json"} | headers
            raw = [(name.encode(), value.encode("latin-1")) for name, value in told.items()]
            answer = await client.put(f"/api/v1/patrols/{uuid4()}", content=WHOLE, headers=raw)
            assert answer.status_code == 201, answer.text


async def test_of_a_field_said_twice_the_last_word_counts(street: Street) -> None:
    content = WHOLE[:-1] + b', "title": "second"}'
    answer = await street.cast.script("duiyuan")
    sent = await answer.put(
        f"/api/v1/patrols/{uuid4()}", content=content, headers={"Content-Type": "application/json"}
    )
    assert (sent.status_code, sent.json()["title"]) == (201, "second")


async def test_no_call_reads_on_beyond_its_limit(street: Street, subtests: Subtests) -> None:
    targets = await set_up(street)
    before = await footprint()
    content = b'{"note": "' + b"x" * 2_000_001 + b'"}'
    headers = {"Content-Type": "application/json"}
    for call in CALLS:
        with subtests.test(str(call)):
            path = "/api/v1" + call.path.format(**targets, new=uuid4())
            client = street.clients[call.who]
            answer = await client.request(call.method, path, content=content, headers=headers)
            assert problem(answer) == "too_large"
    assert await footprint() == before
