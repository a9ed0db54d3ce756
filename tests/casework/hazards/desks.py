"""Both sides of a notification: who tells, who is told, and the government above them, through the API."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx
from PIL import Image

from backend.foundation.database import rows
from tests.field.street import Street, ago


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(drawn, "JPEG")
    return drawn.getvalue()


PICTURE = _picture()
ON_BEHALF = {"name": "王师傅", "position": "值班室", "channel": "phone", "words": "马上派人过去"}


@dataclass
class Desks:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def under(self, profile: str) -> None:
        """Let the township run on another mechanism."""
        await rows("UPDATE townships SET profile = ?", profile)

    async def told(self, who: str = "duiyuan", **changes: Any) -> str:
        """A danger told to 县应急管理局, five minutes before noon, by noon."""
        hazard = str(uuid4())
        answer = await self.street.put(who, f"/hazards/{hazard}", hazard_body(**changes))
        assert answer.status_code == 201, answer.text
        return hazard

    async def post(
        self, who: str, hazard: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/hazards/{hazard}/{noun}", body or {}, key=key)

    async def do(self, who: str, hazard: str, noun: str, body: Any = None, **more: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        answer = await self.post(who, hazard, noun, body, key=more.get("key") or uuid4())
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def read(self, who: str, hazard: str) -> dict[str, Any]:
        answer = await self.street.get(who, f"/hazards/{hazard}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def sent(self, **changes: Any) -> str:
        """People were sent."""
        hazard = await self.told(**changes)
        await self.do("yingji", hazard, "departure", {"people": "监察一组", "head_count": 3})
        return hazard

    async def refused(self, reason: str | None = None, **changes: Any) -> str:
        hazard = await self.told(**changes)
        await self.do("yingji", hazard, "refusal", {"reason": reason} if reason else {})
        return hazard


async def photo_of(desks: Desks, kind: str, record: object, who: str = "duiyuan") -> str:
    """A picture with its bytes, hung on that record."""
    photo_id = await taken(desks, kind, record, who)
    await bring_bytes(desks, photo_id, who)
    return photo_id


async def taken(desks: Desks, kind: str, record: object, who: str = "duiyuan") -> str:
    """A picture whose bytes are still to come."""
    photo_id = str(uuid4())
    body: dict[str, Any] = {
        "subject": {"kind": kind, "id": str(record)},
        "taken_at": ago(minutes=1),
        "source": "gallery",
        "sha256": hashlib.sha256(PICTURE).hexdigest(),
        "bytes": len(PICTURE),
        "media_type": "image/jpeg",
    }
    assert (await desks.street.put(who, f"/photos/{photo_id}", body)).status_code == 201
    return photo_id


async def bring_bytes(desks: Desks, photo_id: str, who: str = "duiyuan") -> None:
    client = await desks.street.cast.script(who)
    assert (await client.put(f"/api/v1/photos/{photo_id}/content", content=PICTURE)).status_code == 201


def hazard_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {
        "category": "燃气",
        "endangers": ["周边居民", "顾客人群"],
        "facts": "餐馆后厨存放十二个液化气瓶，与明火同室",
        "found_at": ago(minutes=5),
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
        "address": "振兴街后巷",
        "to_unit": "yjj",
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
