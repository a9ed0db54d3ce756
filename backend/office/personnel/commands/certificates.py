"""执法证: writing one down, suspending and restoring it. A suspension counts from the moment it is made."""

from datetime import datetime
from uuid import UUID, uuid4

from backend.foundation.database import execute, row, rows, transaction
from backend.foundation.journal import record
from backend.foundation.people.certificates import span
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.personnel.commands.officers import touch
from backend.office.personnel.queries.officers import OfficerCard
from backend.office.personnel.rules.certificates import CertificateDraft, check_certificate, check_reason


async def add_certificate(holder: OfficerCard, draft: CertificateDraft, version: int, by: Person) -> UUID:
    """A certificate of `holder`, beside those they had before."""
    valid_from, valid_until = span(*check_certificate(draft))
    certificate = uuid4()
    async with transaction():
        await touch(holder, version)
        await rows(
            "INSERT INTO certificates (id, officer, number, issuer, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?)",
            certificate,
            holder.id,
            draft.number,
            draft.issuer,
            valid_from,
            valid_until,
        )
        _note("certificate.added", certificate, holder, by, _payload(draft))
    return certificate


async def correct_certificate(
    certificate: UUID, holder: OfficerCard, draft: CertificateDraft, version: int, by: Person
) -> None:
    """Put right what was written down wrong; the old words stay in the journal."""
    valid_from, valid_until = span(*check_certificate(draft))
    async with transaction():
        await touch(holder, version)
        await rows(
            "UPDATE certificates SET number = ?, issuer = ?, valid_from = ?, valid_until = ? WHERE id = ?",
            draft.number,
            draft.issuer,
            valid_from,
            valid_until,
            certificate,
        )
        _note("certificate.corrected", certificate, holder, by, _payload(draft))


async def suspend(
    certificate: UUID, holder: OfficerCard, reason: str, *, version: int, by: Person, at: datetime
) -> None:
    """暂扣: from this moment on the certificate does not count (行政执法监督条例)."""
    check_reason(reason)
    async with transaction():
        await touch(holder, version)
        if await row("SELECT id FROM suspensions WHERE certificate = ? AND ended_at IS NULL", certificate):
            raise Refusal("already_suspended")
        await rows(
            "INSERT INTO suspensions (id, certificate, started_at, reason, imposed_by) VALUES (?, ?, ?, ?, ?)",
            uuid4(),
            certificate,
            at,
            reason,
            by.id,
        )
        _note("certificate.suspended", certificate, holder, by, {"reason": reason})


async def restore(certificate: UUID, holder: OfficerCard, *, version: int, by: Person, at: datetime) -> None:
    """End the suspension; what was done while it ran stays as it was judged then."""
    async with transaction():
        await touch(holder, version)
        ended = await execute(
            "UPDATE suspensions SET ended_at = ? WHERE certificate = ? AND ended_at IS NULL RETURNING id",
            at,
            certificate,
        )
        if not ended:
            raise Refusal("not_suspended")
        _note("certificate.restored", certificate, holder, by, {})


def _note(kind: str, certificate: UUID, holder: OfficerCard, by: Person, payload: dict[str, object]) -> None:
    told = {"certificate": str(certificate), "username": holder.username} | payload
    record(kind, chain=holder.chain, record=("officer", holder.id), by=by.id, payload=told)


def _payload(draft: CertificateDraft) -> dict[str, object]:
    return {
        "number": draft.number,
        "issuer": draft.issuer,
        "first_day": str(draft.first_day),
        "last_day": str(draft.last_day),
    }
