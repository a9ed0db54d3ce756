"""The far end as the outbox knows it: it holds what is sent, once under each name, and signs for it with a real key."""

import hashlib
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.async_api import Page, Route

RECEIVED_AT = "2026-11-23T02:36:00.000000+00:00"


@dataclass
class Station:
    """`trouble` is what the next writes meet, in order: (status, problem) or None, a line that breaks; then all goes well."""

    page: Page
    trouble: list[tuple[int, Any] | None] = field(default_factory=list)
    signer: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    phone_key: bytes = bytes(range(32))
    held: dict[str, Any] = field(default_factory=dict)
    pieces: dict[str, bytes] = field(default_factory=dict)
    came: list[str] = field(default_factory=list)
    made_at: list[str] = field(default_factory=list)
    forged: bool = False
    officer: str = ""  # who is signed in, where it matters
    version: int = 2

    async def stand(self) -> "Station":
        await self.page.context.route("**/api/v1/**", self.answer)
        return self

    async def answer(self, route: Route) -> None:
        asked = route.request
        path = "/" + asked.url.split("/", 3)[3]
        if asked.method == "GET":
            await route.fulfill(json=self.told(path))
            return
        self.came.append(f"{asked.method} {path}")
        self.made_at.append(asked.headers.get("liandong-made-at", ""))
        if self.trouble:
            met = self.trouble.pop(0)
            await (route.abort() if met is None else route.fulfill(status=met[0], json=met[1]))
            return
        status, body = self.write(asked.method, path, asked.headers, asked.post_data_buffer or b"")
        await (route.fulfill(status=status) if body is None else route.fulfill(status=status, json=body))

    def told(self, path: str) -> Any:
        if path.endswith("/phone-key"):
            return {"key": urlsafe_b64encode(self.phone_key).decode(), "officer": self.officer}
        return {"items": [{"id": "receipts", "public_key": self.public_key}]}

    def write(self, method: str, path: str, headers: dict[str, str], sent: bytes) -> tuple[int, Any]:
        if method == "PATCH" and path.endswith("/content"):
            return self.piece(path.split("/")[4], int(headers["upload-offset"]), sent)
        body = json.loads(sent) if sent else None
        name = path.rsplit("/", 1)[1] if method == "PUT" else headers["idempotency-key"]
        earlier = self.held.setdefault(name, body)
        if earlier != body:
            return 409, {"code": "conflict", "title": "同一个编号内容不同"}
        return 201, {
            "id": name,
            "version": self.version,
            "receipt": self.receipt(name, hashlib.sha256(sent).hexdigest()),
        }

    def piece(self, photo: str, offset: int, sent: bytes) -> tuple[int, Any]:
        registered, here = self.held[photo], self.pieces.setdefault(photo, b"")
        if len(here) == registered["bytes"]:
            return 200, self.whole(photo)
        if offset != len(here):
            return 409, {"code": "upload_offset", "title": "接着传", "offset": len(here)}
        self.pieces[photo] = here + sent
        return (201, self.whole(photo)) if len(self.pieces[photo]) == registered["bytes"] else (204, None)

    def whole(self, photo: str) -> Any:
        digest = hashlib.sha256(self.pieces[photo]).hexdigest()
        return {"id": photo, "receipt": self.receipt(str(uuid5(UUID(photo), "content")), digest)}

    def receipt(self, name: str, digest: str) -> Any:
        said = {"digest": digest, "id": name, "journal": [7, "c0ffee"], "received_at": RECEIVED_AT}
        signer = Ed25519PrivateKey.generate() if self.forged else self.signer
        return said | {"signature": signer.sign(json.dumps(said, separators=(",", ":")).encode()).hex()}

    @property
    def public_key(self) -> str:
        return self.signer.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
