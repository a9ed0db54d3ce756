"""A day on one phone as its outbox holds it: what was made, in the order it was made, and what each needs before it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID, uuid5

from tests.foundation.evidence.pictures import camera_exif, encoded, scene

STREET = {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"}
FIXES = 12
BEGAN = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Envelope:
    """One request under one id, as it will be sent until a receipt is here. `needs` are the acts that come before it: an
    outbox sends these first, everything else in any order."""

    name: str
    method: str
    path: str
    body: dict[str, Any] = field(default_factory=dict)
    content: bytes = b""
    key: UUID | None = None
    needs: str = ""

    @property
    def headers(self) -> dict[str, str]:
        said = {"Liandong-Envelope": "1"}
        return said | ({"Idempotency-Key": str(self.key)} if self.key else {})


@dataclass(frozen=True)
class Day:
    """All of one phone. Two days of the same seed differ in nothing but their ids."""

    space: UUID
    seed: int

    def id(self, name: str) -> UUID:
        return uuid5(self.space, name)

    @property
    def patrol(self) -> UUID:
        return self.id("patrol")

    def envelopes(self) -> list[Envelope]:
        """25 of them: a patrol with its course, a change of crew and words, findings with photos, a track in batches."""
        return [*self._course(), *self._findings(), *self._photos(), *self._track()]

    def _course(self) -> Iterator[Envelope]:
        path, chance = f"/patrols/{self.patrol}", Random(self.seed)
        body = {"kind": "joint", "title": f"下乡一天{chance.randrange(1000)}", "started_at": _at(0), "made_at": _at(0),
                "crew": ["duiyuan", "minjing"]}  # fmt: skip
        yield Envelope("patrol", "PUT", path, body)
        acts: list[tuple[str, dict[str, Any]]] = [
            ("pause", {"reason": "吃饭", "at": _at(120)}),
            ("resumption", {"at": _at(150)}),
            ("crew", {"username": "duiyuan2", "at": _at(160)}),
            ("end", {"at": _at(300 + chance.randrange(60))}),
        ]
        before = "patrol"
        for noun, said in acts:
            yield Envelope(noun, "POST", f"{path}/{noun}", said, key=self.id(noun), needs=before)
            before = noun
        yield Envelope(
            "summary", "PATCH", path, {"summary": "沿河走完，没有新堆放"}, key=self.id("summary"), needs="end"
        )

    def _findings(self) -> Iterator[Envelope]:
        chance = Random(self.seed + 1)
        for number in range(5):
            body = {"category": "占道经营", "found_at": _at(10 * number + 5), "made_at": _at(10 * number + 6), "position": STREET,
                    "facts": f"摊点越出店面约{chance.randrange(1, 9)}米", "disposition": "persuaded", "ongoing": False}  # fmt: skip
            yield Envelope(f"finding-{number}", "PUT", self._finding(number), body)
        words = {"facts": "摊点已经收回店内", "disposition": "corrected"}
        yield Envelope("mended", "PATCH", self._finding(0), words, key=self.id("mended"), needs="finding-0")

    def _finding(self, number: int) -> str:
        return f"/patrols/{self.patrol}/findings/{self.id(f'finding-{number}')}"

    def _photos(self) -> Iterator[Envelope]:
        for number in range(5):
            content = _picture(self.seed, number)
            photo, name = self.id(f"photo-{number}"), f"photo-{number}"
            body = {"subject": {"kind": "finding", "id": str(self.id(f"finding-{number}"))}, "taken_at": _at(10 * number + 5),
                    "source": "camera", "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content),
                    "media_type": "image/jpeg", "position": STREET}  # fmt: skip
            yield Envelope(name, "PUT", f"/photos/{photo}", body)
            yield Envelope(f"{name}-bytes", "PUT", f"/photos/{photo}/content", content=content, needs=name)

    def _track(self) -> Iterator[Envelope]:
        for batch in range(3):
            points = [
                {"seq": seq, "at": _at(1 + seq), "lat": 24.16 + seq * 0.0002, "lon": 102.39, "accuracy_m": 8}
                for seq in range(batch * FIXES, (batch + 1) * FIXES)
            ]
            name = f"track-{batch}"
            body = {"device": str(self.id("device")), "points": points}
            yield Envelope(name, "POST", f"/patrols/{self.patrol}/track", body, key=self.id(name))


def _at(minutes: int) -> str:
    return (BEGAN + timedelta(minutes=minutes)).isoformat()


@cache
def _picture(seed: int, number: int) -> bytes:
    return encoded(scene(80, 60), "JPEG", exif=camera_exif(), comment=f"{seed}-{number}".encode(), quality=90)
