"""The link on a letter, the visits it opened, and the sealed papers that came by it."""

from piccolo.columns import UUID, BigInt, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.casework.handoffs.tables import Handoff
from backend.foundation.people.tables import Unit


class Invitation(Table, tablename="handoff_invitations"):
    """For one sending to one body. The link and the code stand on the letter; here lie their SHA-256."""

    id = UUID(primary_key=True, default=None)
    handoff = ForeignKey(Handoff, null=False, on_delete=OnDelete.restrict, index=True)
    ordinal = Integer()
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    token_digest = Varchar(64, unique=True)
    code_digest = Varchar(64)
    made_at = Timestamptz(default=None)
    made_by = UUID(default=None)
    revoked_at = Timestamptz(null=True, default=None)
    revoked_by = UUID(null=True, default=None)


class Visit(Table, tablename="handoff_visits"):
    """A browser in which the code was typed; `id` is the SHA-256 of its cookie."""

    id = Varchar(64, primary_key=True)
    invitation = ForeignKey(Invitation, null=False, on_delete=OnDelete.restrict, index=True)
    device = Varchar(80, default="")
    address = Varchar(64, default="")
    opened_at = Timestamptz(default=None)
    expires_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)


class SealedCopy(Table, tablename="handoff_sealed_copies"):
    """A sealed answer as the body uploaded it: by whom, in which position; the bytes lie under their digest."""

    id = UUID(primary_key=True, default=None)
    handoff = ForeignKey(Handoff, null=False, on_delete=OnDelete.restrict, index=True)
    invitation = ForeignKey(Invitation, null=False, on_delete=OnDelete.restrict)
    title = Varchar(120)
    sha256 = Varchar(64)
    size = BigInt()
    media_type = Varchar(100)
    name = Varchar(60)
    position = Varchar(40)
    uploaded_at = Timestamptz(default=None)
