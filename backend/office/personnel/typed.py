"""From what was typed into a form to what the rules judge."""

from datetime import date
from uuid import UUID

from backend.foundation.web.forms import Fields
from backend.office.personnel.rules.attachments import AttachmentDraft
from backend.office.personnel.rules.certificates import CertificateDraft
from backend.office.personnel.rules.officers import OfficerDraft
from backend.office.personnel.rules.units import UnitDraft


def unit_draft(sent: Fields) -> UnitDraft:
    return UnitDraft(
        code=sent.text("code"),
        name=sent.text("name"),
        kind=sent.text("kind"),
        acts_in_own_name=sent.on("acts_in_own_name"),
        parent=_id(sent.text("parent")),
        phone=sent.text("phone"),
        liaison=_id(sent.text("liaison")),
        county_body=sent.on("county_body"),
    )


def officer_draft(sent: Fields) -> OfficerDraft:
    return OfficerDraft(
        username=sent.text("username"),
        name=sent.text("name"),
        unit=_id(sent.text("unit")),
        position=sent.text("position"),
        phone=sent.text("phone"),
        roles=tuple(sent.several("roles")),
    )


def certificate_draft(sent: Fields) -> CertificateDraft:
    return CertificateDraft(
        number=sent.text("number"),
        issuer=sent.text("issuer"),
        first_day=_day(sent.text("first_day")),
        last_day=_day(sent.text("last_day")),
    )


def attachment_draft(sent: Fields) -> AttachmentDraft:
    return AttachmentDraft(
        department=_id(sent.text("department")),
        department_name=sent.text("department_name"),
        first_day=_day(sent.text("first_day")),
        last_day=_day(sent.text("last_day")),
        paper=sent.text("paper"),
    )


def version(sent: Fields) -> int:
    """The version the person saw when they began; one that cannot be read is none that ever was."""
    return sent.number("version") or 0


def _id(text: str) -> UUID | None:
    """None where nothing was chosen; what is no id is one that nobody has, so that the rule refuses it."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return UUID(int=0)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
