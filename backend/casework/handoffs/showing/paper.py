"""An official paper of a handoff on the wire."""

from typing import Any
from uuid import UUID

from backend.foundation.letters.official import Letter
from backend.foundation.web.api import iso


def paper_json(handoff_id: UUID, letter: Letter) -> dict[str, Any]:
    """`sha256` is that of the PDF once it is rendered."""
    address = f"/api/v1/handoffs/{handoff_id}/letters/{letter.id}"
    return {
        "id": str(letter.id),
        "kind": letter.kind,
        "name": letter.words,
        "number": letter.number or None,
        "body": letter.body_name,
        "addressee": letter.addressee_name,
        "issued_at": iso(letter.issued_at),
        "sha256": letter.sha256 or None,
        "voided_at": iso(letter.voided_at),
        "void_reason": letter.void_reason or None,
        "sealed_at": iso(letter.sealed_at),
        "scan_sha256": letter.scan_sha256 or None,
        "pdf": f"{address}/pdf",
        "docx": f"{address}/docx",
    }
