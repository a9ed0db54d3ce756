"""What may be written down about a 执法证. Pure."""

from dataclasses import dataclass
from datetime import date

from backend.foundation.refusals import Refusal
from backend.office.personnel.rules.limits import words

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class CertificateDraft:
    """A certificate as it was typed; a day that could not be read is None."""

    number: str
    issuer: str
    first_day: date | None
    last_day: date | None


def check_certificate(draft: CertificateDraft) -> tuple[date, date]:
    """The first and the last day it is valid; refuses `invalid` or `certificate_dates`."""
    faults = {
        "number": words(draft.number, 40),
        "issuer": words(draft.issuer, 60, needed=False),
        "first_day": _day_fault(draft.first_day),
        "last_day": _day_fault(draft.last_day),
    }
    if any(faults.values()):
        raise Refusal("invalid", fields={field: fault for field, fault in faults.items() if fault})
    assert draft.first_day is not None
    assert draft.last_day is not None
    if draft.last_day < draft.first_day:
        raise Refusal("certificate_dates", fields={"last_day": "要晚于起始日期"})
    return draft.first_day, draft.last_day


def check_reason(reason: str) -> None:
    """Why a certificate is suspended: one sentence, at most 200 characters."""
    fault = words(reason, 200)
    if fault:
        raise Refusal("reason_needed" if not reason else "invalid", fields={"reason": fault})


def _day_fault(day: date | None) -> str:
    if day is None:
        return "填年月日"
    return "" if EARLIEST <= day <= LATEST else f"{EARLIEST.year}年到{LATEST.year}年之间"
