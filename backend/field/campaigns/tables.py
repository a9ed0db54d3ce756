"""联合整治 (M13): the plan, who takes part and where, which patrols belong, the notes of the day."""

from piccolo.columns import (
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
from backend.foundation.people.tables import Officer, Township, Unit
from backend.office.places.tables import Place


class Campaign(Table, tablename="campaigns"):
    """One campaign. Without a township it is led by a body of the county over several townships, each of which sees its own
    part. `begins_at` and `ends_at` are the midnights its days lie between."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=True, default=None, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)  # in whose name it is led and reported
    field = Varchar(40)
    title = Varchar(60)
    cause = Text()
    checks = Text()
    arrangement = Text(default="")
    area = Varchar(200, default="")
    first_day = Date(default=None)
    last_day = Date(default=None)
    begins_at = Timestamptz(default=None)
    ends_at = Timestamptz(default=None)
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    state = Varchar(12, default="submitted")
    approved_at = Timestamptz(null=True, default=None)
    approved_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    return_reason = Varchar(500, default="")
    cancel_reason = Varchar(500, default="")
    summary = Text(default="")
    problems = Text(default="")
    coming = Text(default="")
    reported_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    reported_at = Timestamptz(null=True, default=None)
    report_return = Varchar(500, default="")
    letter = UUID(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)  # 总结 or 取消
    version = Integer(default=1)


class CampaignUnit(Table, tablename="campaign_units"):
    """A unit that takes part."""

    id = UUID(primary_key=True, default=None)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict, index=True)


class CampaignPerson(Table, tablename="campaign_people"):
    """Somebody the plan names."""

    id = UUID(primary_key=True, default=None)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)


class CampaignPlace(Table, tablename="campaign_places"):
    """A key place it goes to."""

    id = UUID(primary_key=True, default=None)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    place = ForeignKey(Place, null=False, on_delete=OnDelete.restrict)


class CampaignPatrol(Table, tablename="campaign_patrols"):
    """What somebody decided about a patrol: it belongs, or it does not. Without a row it belongs by itself or not."""

    id = UUID(primary_key=True, default=None)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    patrol = ForeignKey(Patrol, null=False, on_delete=OnDelete.restrict, index=True)
    belongs = Boolean()
    reason = Varchar(200, default="")
    decided_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    decided_at = Timestamptz(default=None)


class CampaignDay(Table, tablename="campaign_days"):
    """当日小结: what the figures of a day do not say; one a township and day, the last word stands."""

    id = UUID(primary_key=True, default=None)
    campaign = ForeignKey(Campaign, null=False, on_delete=OnDelete.restrict)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    on_day = Date(default=None)
    text = Text()
    written_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    written_at = Timestamptz(default=None)
