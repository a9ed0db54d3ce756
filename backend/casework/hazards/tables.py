"""重大隐患通报 (M09): what was told to whom, every step after it, and the report to the government."""

from piccolo.columns import (
    JSON,
    UUID,
    Boolean,
    DoublePrecision,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township, Unit


class Hazard(Table, tablename="hazards"):
    """One notification. What was told is never rewritten: it is added to. `told_at` is when the body first knew."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    from_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)  # the 执法主体 in whose name it is told
    to_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    category = Varchar(40)
    endangers = JSON(default="[]")  # to whom it is dangerous, in words
    facts = Text()
    found_at = Timestamptz(default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    accuracy_m = DoublePrecision(null=True, default=None)
    position_source = Varchar(8, default="none")
    far_reason = Varchar(200, default="")
    address = Varchar(200, default="")
    photos = JSON(default="[]")  # ids of photos of the origin that go along
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    told_at = Timestamptz(default=None)
    state = Varchar(12, default="told")
    state_at = Timestamptz(default=None)
    answered_at = Timestamptz(null=True, default=None)  # 派员, 措施, 结果 or 拒绝; 签收 is no answer
    closed_at = Timestamptz(null=True, default=None)  # 办结 or 撤回
    version = Integer(default=1)


class HazardStep(Table, tablename="hazard_steps"):
    """One act on a notification: by whom, for which body, and where it was recorded on behalf (代录) who said it how.

    Its id is the Idempotency-Key it came under, so that proof photos can hang on it before it is there.
    """

    id = UUID(primary_key=True, default=None)
    hazard = ForeignKey(Hazard, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer(default=0)  # in the order they came: the version of the notification each of them made
    noun = Varchar(12)
    at = Timestamptz(default=None)
    received_at = Timestamptz(default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)  # in whose name
    on_behalf = Boolean(default=False)
    speaker = Varchar(60, default="")
    speaker_position = Varchar(40, default="")
    channel = Varchar(12, default="")
    words = Varchar(500, default="")
    people = Varchar(200, default="")
    head_count = Integer(null=True, default=None)
    reason = Varchar(500, default="")
    text = Text(default="")


class HazardReport(Table, tablename="hazard_reports"):
    """报告县（区）政府: drafted by the refusal, issued by the main leader; `lapsed_at` once a reason came before that."""

    id = UUID(primary_key=True, default=None)
    hazard = ForeignKey(Hazard, null=False, on_delete=OnDelete.restrict, index=True)
    government = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    ground = Varchar(12)  # refused, unanswered
    local = Boolean(default=False)  # 本地约定: the place's own text does not ask for it
    drafted_at = Timestamptz(default=None)
    lapsed_at = Timestamptz(null=True, default=None)
    text = Text(default="")
    issued_at = Timestamptz(null=True, default=None)
    issued_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    letter = UUID(null=True, default=None)
