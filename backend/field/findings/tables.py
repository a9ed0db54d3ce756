"""发现 (M03): what a patrol found, or that it found nothing."""

from piccolo.columns import (
    JSON,
    UUID,
    Boolean,
    Date,
    DoublePrecision,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.field.patrols.tables import Patrol
from backend.foundation.people.tables import Officer, Township


class Finding(Table, tablename="findings"):
    """One finding. `number` counts within its patrol; the party holds only what handling needs."""

    id = UUID(primary_key=True, default=None)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    category = Varchar(40)
    nothing_found = Boolean(default=False)
    matter_code = Varchar(40, default="")
    found_at = Timestamptz(default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    far_reason = Varchar(200, default="")  # why a fix worse than 100 m was accepted
    address = Varchar(200, default="")
    facts = Text()
    disposition = Varchar(20)
    acting = JSON(default="[]")  # usernames of the two officers who exercised power
    ongoing = Boolean(default=False)
    recheck_on = Date(null=True, default=None)
    party_name = Varchar(60, default="")
    party_kind = Varchar(12, default="")  # person, firm, unknown
    party_contact = Varchar(60, default="")
    party_age = Varchar(8, default="")  # under14, 14to18, adult, ""
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    late = Boolean(default=False)
    overwritten = Boolean(default=False)
    removed_at = Timestamptz(null=True, default=None)
    removed_by = UUID(null=True, default=None)
    version = Integer(default=1)
    field_versions = JSON(default="{}")
