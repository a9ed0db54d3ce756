"""What a phone does with a photo."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

BRIDGE = {"lat": 24.5, "lon": 102.25, "accuracy_m": 8, "source": "gps"}


@dataclass
class Sender:
    """One person's phone: registers photos and sends their bytes."""

    house: httpx.AsyncClient
    token: str
    subject: UUID

    def registration(self, content: bytes, **changes: Any) -> dict[str, Any]:
        return {
            "subject": {"kind": "page", "id": str(self.subject)},
            "taken_at": "2026-11-21T14:12:31+08:00",
            "position": BRIDGE,
            "source": "camera",
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
            "media_type": "image/jpeg",
            **changes,
        }

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        return await self.house.request(method, f"/api/v1/photos/{path}", headers=headers, **options)

    async def register(self, content: bytes, photo: UUID | None = None, **changes: Any) -> httpx.Response:
        return await self.call("PUT", str(photo or uuid4()), json=self.registration(content, **changes))

    async def send(self, photo: object, content: bytes, **headers: str) -> httpx.Response:
        return await self.call("PUT", f"{photo}/content", content=content, headers=headers)

    async def piece(self, photo: object, offset: int, content: bytes) -> httpx.Response:
        return await self.call(
            "PATCH", f"{photo}/content", content=content, headers={"Upload-Offset": str(offset)}
        )

    async def take(self, content: bytes, **changes: Any) -> str:
        """A photo registered and sent; its id."""
        photo = str((await self.register(content, **changes)).json()["id"])
        assert (await self.send(photo, content)).status_code == 201
        return photo

    def as_(self, token: str) -> "Sender":
        """Somebody else's phone."""
        return Sender(self.house, token, self.subject)
