"""A picture hung on a record through the API, as a phone does it: first what is said of it, then its bytes."""

import hashlib
import io
from typing import Any
from uuid import uuid4

from PIL import Image

from tests.field.street import Street, ago


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(drawn, "JPEG")
    return drawn.getvalue()


PICTURE = _picture()


async def photo_of(street: Street, kind: str, record: object, who: str = "duiyuan") -> str:
    """A picture with its bytes, hung on that record."""
    photo_id = await taken(street, kind, record, who)
    await bring_bytes(street, photo_id, who)
    return photo_id


async def taken(street: Street, kind: str, record: object, who: str = "duiyuan") -> str:
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
    answer = await street.put(who, f"/photos/{photo_id}", body)
    assert answer.status_code == 201, answer.text
    return photo_id


async def bring_bytes(street: Street, photo_id: str, who: str = "duiyuan") -> None:
    client = await street.cast.script(who)
    assert (await client.put(f"/api/v1/photos/{photo_id}/content", content=PICTURE)).status_code == 201
