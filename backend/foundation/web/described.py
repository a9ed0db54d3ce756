"""What every call of the API has in common, as its description names it."""

from typing import Any, Final

from backend.foundation.web.files import DOCX, PDF, XLSX

PROBLEM: Final = "application/problem+json"

# What is answered, by what an address ends in.
FILES: Final = {
    "pdf": PDF,
    "docx": DOCX,
    "xlsx": XLSX,
    "csv": "text/csv",
    "zip": "application/zip",
    "geojson": "application/geo+json",
    "gpx": "application/gpx+xml",
    "content": "application/octet-stream",
}
_TEXT: Final = {"type": "string"}
_MOMENT: Final = {"type": "string", "format": "date-time"}
_UUID: Final = {"type": "string", "format": "uuid"}


def ref(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _object(words: str, required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "description": words, "required": required, "properties": properties}


def _header(name: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "schema": schema, "description": words}


COMPONENTS: Final[dict[str, dict[str, Any]]] = {
    "schemas": {
        "Problem": _object(
            "A refusal (RFC 9457); every code is explained under /api/v1/problems.",
            ["type", "title", "status", "code", "detail"],
            type=_TEXT,
            title=_TEXT | {"description": "What happened, in Chinese."},
            status={"type": "integer"},
            code=_TEXT | {"description": "Stable."},
            detail=_TEXT,
            clause=_TEXT | {"description": "The clause of the place, where one of its rules refused."},
            fields={
                "type": "object",
                "additionalProperties": _TEXT,
                "description": "By field, what is wrong.",
            },
        ),
        "Receipt": _object(
            "What was held, signed (Ed25519, key at /api/v1/keys).",
            ["id", "digest", "received_at", "journal", "signature"],
            id=_UUID,
            digest=_TEXT,
            received_at=_MOMENT,
            journal={"type": "array", "description": "Number and head in the chain of the journal."},
            signature=_TEXT,
        ),
        "Record": _object(
            "A record as it stands now; answered to a write, it carries the receipt.",
            [],
            id=_UUID,
            version={"type": "integer"},
            receipt=ref("schemas", "Receipt"),
        ),
        "Page": _object(
            "Newest first.",
            ["items", "next"],
            items={"type": "array", "items": ref("schemas", "Record")},
            next={"type": ["string", "null"], "description": "The cursor of the next page."},
        ),
    },
    "parameters": {
        "device": _header("Liandong-Device", _UUID, "The device that sends."),
        "sent-at": _header("Liandong-Sent-At", _MOMENT, "That device's clock as it sends."),
        "made-at": _header(
            "Liandong-Made-At",
            _MOMENT,
            "What that clock said when this was made, where it waited on the device: a clock that was put right in between refuses nothing.",
        ),
        "idempotency-key": _header(
            "Idempotency-Key",
            _UUID,
            "The same key again is the same call; required where a repeat would add something.",
        ),
    },
    "headers": {"retry-after": {"schema": {"type": "integer"}, "description": "Seconds."}},
}
