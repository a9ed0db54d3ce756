"""A photo as the API shows it."""

from typing import Any

import msgspec

from backend.foundation.evidence.corroboration import Corroboration
from backend.foundation.evidence.photo import Photo
from backend.foundation.web.api import iso


def photo_json(photo: Photo) -> dict[str, Any]:
    """The record of a photo; `corroboration` is null until its copies were made."""
    return {
        "id": str(photo.id),
        "subject": {"kind": photo.subject_kind, "id": str(photo.subject_id)},
        "taken_at": iso(photo.taken_at),
        "position": {
            "lat": photo.lat,
            "lon": photo.lon,
            "accuracy_m": photo.accuracy_m,
            "source": photo.position_source,
        },
        "source": photo.source,
        "sha256": photo.sha256,
        "bytes": photo.size,
        "media_type": photo.media_type,
        "taken_by": {"name": photo.maker_name, "unit": photo.maker_unit},
        "received_at": iso(photo.received_at),
        "content_at": iso(photo.content_at),
        "copies": photo.renditions,
        "width": photo.width,
        "height": photo.height,
        "corroboration": _corroboration(photo.verdict()) if photo.renditions == "ready" else None,
        "redactions": msgspec.to_builtins(photo.boxes),
        "late": photo.late,
        "clock_offset_s": photo.clock_offset_s,
        "removed_at": iso(photo.removed_at),
        "version": photo.version,
    }


def hung_json(photo: Photo, content: str = "") -> dict[str, Any]:
    """The same in short, on the record it hangs on; `content`: where that record has an address of its own for it."""
    return {
        "id": str(photo.id),
        "content": content or f"/api/v1/photos/{photo.id}/content",
        "taken_at": iso(photo.taken_at),
        "sha256": photo.sha256,
        "taken_by": {"name": photo.maker_name, "unit": photo.maker_unit},
    }


def _corroboration(found: Corroboration) -> dict[str, Any]:
    return {"verdict": found.code, "time": found.time, "position": found.place, "words": list(found.words)}
