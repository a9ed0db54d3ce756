"""What every API handler shares: times and positions on the wire, the answer to a write, cursors."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import msgspec
from litestar import Response

from backend.foundation.now import CHINA, now
from backend.foundation.outbox.device import read_device
from backend.foundation.outbox.envelope import check_envelope
from backend.foundation.outbox.receiving import Received
from backend.foundation.outbox.sender import Sender
from backend.foundation.refusals import Refusal
from backend.foundation.web.bodies import EARLIEST, LATEST, Body
from backend.foundation.web.request import AnyRequest, SignedRequest

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Metres = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
Reason = Annotated[str, msgspec.Meta(max_length=200)]

LIMIT, MOST = 50, 200
T = TypeVar("T")


class Position(msgspec.Struct, forbid_unknown_fields=True):
    """WGS-84; `none` when no position could be had."""

    source: Literal["gps", "map", "none"] = "none"
    lat: Latitude | None = None
    lon: Longitude | None = None
    accuracy_m: Metres | None = None


class Origin(Body):
    """The record it came from: a finding, a call for help, a campaign."""

    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=30)]
    id: UUID


class Acted(Body, kw_only=True):
    """A state change: `at` is when the person acted, `made_at` when the device wrote it down."""

    at: Moment | None = None
    made_at: Moment | None = None

    @property
    def when(self) -> datetime | None:
        """What the device says of when: `at`, else `made_at`."""
        return self.at or self.made_at


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 at +08:00, as all times are answered."""
    return moment.astimezone(CHINA).isoformat() if moment else None


def sender_of(request: SignedRequest) -> Sender:
    """Who sent this request, by which device, now; refuses an envelope of a version that is not understood."""
    at = now()
    check_envelope(request.headers.get("liandong-envelope"))
    return Sender(request.user, read_device(request.headers, at), at, idempotency_key(request))


def answer(received: Received, body: dict[str, Any]) -> Response[Any]:
    """The record as it stands now, with the receipt of the write."""
    return Response({**body, "receipt": received.receipt.as_json()}, status_code=received.status)


def idempotency_key(request: AnyRequest) -> UUID | None:
    """The Idempotency-Key header; refuses one that is no UUID."""
    text = request.headers.get("idempotency-key")
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise Refusal(
            "invalid", "Idempotency-Key 不是 UUID", fields={"Idempotency-Key": "不是 UUID"}
        ) from None


@dataclass(frozen=True)
class Cursor:
    """Where a page of a newest-first list goes on: after (time, id)."""

    at: datetime
    id: UUID

    def text(self) -> str:
        return urlsafe_b64encode(f"{self.at.isoformat()} {self.id}".encode()).decode().rstrip("=")


def read_cursor(text: str) -> Cursor | None:
    """None for the first page; refuses what is no cursor of ours."""
    if not text:
        return None
    try:
        at, record_id = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(" ")
        cursor = Cursor(datetime.fromisoformat(at), UUID(record_id))
    except ValueError:
        raise no_cursor() from None
    # A decoder forgives a lot; what our own lists gave out reads back letter by letter.
    if cursor.text() != text or cursor.at.tzinfo is None or not EARLIEST <= cursor.at.year <= LATEST:
        raise no_cursor()
    return cursor


def behind(cursor: Cursor | None, columns: str) -> tuple[str, list[Any]]:
    """What goes on behind the cursor in a list that is newest first by `columns` (time, id): a condition and its arguments."""
    return (f" AND ({columns}) < (?, ?)", [cursor.at, cursor.id]) if cursor else ("", [])


def paged(
    found: Sequence[T], wanted: int, place: Callable[[T], tuple[datetime, UUID]]
) -> tuple[Sequence[T], Cursor | None]:
    """Of what was found, one more than is wanted: the page, and where the next one goes on (None: nowhere)."""
    page = found[:wanted]
    return page, Cursor(*place(page[-1])) if len(found) > wanted else None


def listing(items: list[dict[str, Any]], more: Cursor | None = None) -> dict[str, Any]:
    """A page of a list as every one is answered; without `more` it is the last."""
    return {"items": items, "next": more.text() if more else None}


def read_states(
    word: str, groups: Mapping[str, frozenset[str]], states: Collection[str]
) -> frozenset[str] | None:
    """What `state` narrows a list to: a group of them or a single one; None for all, refuses what is neither."""
    if not word:
        return None
    if word in groups:
        return groups[word]
    if word not in states:
        raise Refusal("invalid", fields={"state": f"可用：{'、'.join([*groups, *states])}"})
    return frozenset({word})


def no_cursor() -> Refusal:
    return Refusal("invalid", fields={"cursor": "不是列表给出的 cursor"})


def read_limit(limit: int) -> int:
    if not 1 <= limit <= MOST:
        raise Refusal("invalid", fields={"limit": f"1 到 {MOST}"})
    return limit
