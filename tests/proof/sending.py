"""A township that keeps sending while its server is killed: each request is repeated until it is answered, as phones do."""

import asyncio
import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

from tests.foundation.evidence.pictures import camera_exif, encoded, scene

FINDINGS = 2
FIXES = 20
PIECE = 2_000
TRY_AGAIN_S = 0.05
PATIENCE_S = 20


@dataclass
class Sent:
    """What the server said it holds, and how often it had to be asked again."""

    puts: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = field(default_factory=dict)
    contents: dict[str, dict[str, Any]] = field(default_factory=dict)
    patrols: list[str] = field(default_factory=list)
    filed: dict[str, str] = field(default_factory=dict)
    repeats: int = 0


class Officer:
    """Makes patrols with everything that hangs on one; what is acknowledged goes into `sent`."""

    def __init__(self, client: httpx.AsyncClient, sent: Sent) -> None:
        self._client = client
        self._sent = sent

    async def work(self, over: asyncio.Event) -> None:
        while not over.is_set():
            await self._patrol()

    async def ask(self, method: str, path: str, **content: Any) -> httpx.Response:
        """Repeat until there is an answer; anything but a 2xx or a wrong offset is a broken promise."""
        while True:
            try:
                answer = await self._client.request(method, f"/api/v1{path}", **content)
            except httpx.TransportError:
                self._sent.repeats += 1
                await asyncio.sleep(TRY_AGAIN_S)
                continue
            assert answer.is_success or answer.json()["code"] == "upload_offset", answer.text
            return answer

    async def _patrol(self) -> None:
        patrol, moment = str(uuid4()), datetime.now(UTC) - timedelta(hours=1)
        await self._put(f"/patrols/{patrol}", _patrol_body(moment))
        for _ in range(FINDINGS):
            await self._put(f"/patrols/{patrol}/findings/{uuid4()}", _finding_body(moment))
        await self._photo(patrol, moment)
        for half in (0, FIXES // 2):
            answer = await self.ask(
                "POST", f"/patrols/{patrol}/track", json=_track_body(patrol, moment, half)
            )
            assert answer.json()["held"] == half + FIXES // 2 - 1
        self._sent.patrols.append(patrol)
        answer = await self.ask("POST", f"/patrols/{patrol}/filing", json={})
        self._sent.filed[patrol] = answer.json()["number"]

    async def _put(self, path: str, body: dict[str, Any]) -> None:
        answer = await self.ask("PUT", path, json=body)
        self._sent.puts[path.rpartition("/")[2]] = (path, body, answer.json()["receipt"])

    async def _photo(self, patrol: str, moment: datetime) -> None:
        photo = str(uuid4())
        content = encoded(scene(160, 120), "JPEG", exif=camera_exif(), comment=photo.encode(), quality=95)
        await self._put(f"/photos/{photo}", _photo_body(patrol, moment, content))
        offset, answer = 0, None
        while answer is None or answer.status_code not in (200, 201):
            answer = await self.ask("PATCH", f"/photos/{photo}/content", content=content[offset : offset + PIECE],
                                    headers={"Upload-Offset": str(offset)})  # fmt: skip
            refused = answer.status_code == httpx.codes.CONFLICT
            offset = answer.json()["offset"] if refused else min(offset + PIECE, len(content))
        self._sent.contents[photo] = answer.json()["receipt"]


def _patrol_body(moment: datetime) -> dict[str, Any]:
    return {
        "kind": "joint",
        "title": "边走边停电",
        "started_at": moment.isoformat(),
        "ended_at": (moment + timedelta(minutes=30)).isoformat(),
        "crew": ["duiyuan", "duiyuan2", "minjing"],
    }


def _finding_body(moment: datetime) -> dict[str, Any]:
    return {
        "category": "占道经营",
        "found_at": (moment + timedelta(minutes=5)).isoformat(),
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
        "facts": "摊点越出店面约一米",
        "disposition": "persuaded",
        "ongoing": False,
    }


def _track_body(patrol: str, moment: datetime, first: int) -> dict[str, Any]:
    points = [
        {
            "seq": seq,
            "at": (moment + timedelta(seconds=10 * seq)).isoformat(),
            "lat": 24.16 + seq * 0.0001,
            "lon": 102.39,
            "accuracy_m": 8,
        }
        for seq in range(first, first + FIXES // 2)
    ]
    return {"device": patrol, "points": points}


def _photo_body(patrol: str, moment: datetime, content: bytes) -> dict[str, Any]:
    return {
        "subject": {"kind": "patrol", "id": patrol},
        "taken_at": moment.isoformat(),
        "source": "camera",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "media_type": "image/jpeg",
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
    }
