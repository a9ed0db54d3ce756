"""案件移送 (M05): the case that is handed over, each sending of it, every step, and its material."""

from piccolo.columns import (
    JSON,
    UUID,
    BigInt,
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

from backend.foundation.people.tables import Officer, Township, Unit


class Handoff(Table, tablename="handoffs"):
    """One case on its way to another body. `from_body` is the 执法主体 behind `from_unit`; `sending` counts from 1 and
    grows when a returned case is sent again. Three records are kept as JSON {at, by, how, …}: how an ongoing violation
    was stopped, how the other side was told, the department's consent."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    profile = Varchar(32)
    direction = Varchar(10)  # out, in, stationed
    from_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    from_body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    to_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    delegated_source = Varchar(
        12, default=""
    )  # law, regulation, rule: the exception for a body that does not act
    delegated_title = Varchar(120, default="")
    delegated_article = Varchar(60, default="")
    matter_code = Varchar(40, default="")
    matter_name = Varchar(160, default="")
    discovered_at = Timestamptz(default=None)
    discovered_reason = Varchar(200, default="")
    urgent = Boolean(default=False)
    urgent_at = Timestamptz(null=True, default=None)  # raised later than the discovery
    ongoing = Boolean(default=False)
    major = Boolean(default=False)
    stop_record = JSON(null=True, default=None)
    notice_record = JSON(null=True, default=None)
    consent_record = JSON(null=True, default=None)
    facts = Text(default="")
    address = Varchar(200, default="")
    party_name = Varchar(60, default="")
    party_kind = Varchar(12, default="")
    party_contact = Varchar(60, default="")
    party_age = Varchar(8, default="")
    finding = UUID(null=True, default=None)
    complaint = UUID(null=True, default=None)
    assist = UUID(null=True, default=None)  # the call for help it came of
    result_days = Integer(
        null=True, default=None
    )  # working days from acceptance to the result, set for this case
    state = Varchar(24)
    sending = Integer(default=1)
    returns = Integer(default=0)
    submitted_by = UUID(null=True, default=None)
    extended_at = Timestamptz(null=True, default=None)
    number = Varchar(60, default="")
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    overwritten = Boolean(default=False)
    sort_at = Timestamptz(default=None)
    version = Integer(default=1)
    field_versions = JSON(default="{}")


class Sending(Table, tablename="handoff_sendings"):
    """What left and to whom, kept as it was: `content` is the case as the addressee got it. `arrived_at` starts the
    addressee's limit: the dispatch, on paper the date on the slip."""

    id = UUID(primary_key=True, default=None)
    handoff = ForeignKey(Handoff, null=False, on_delete=OnDelete.restrict)
    ordinal = Integer()
    to_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    number = Varchar(60, default="")
    letter = UUID(null=True, default=None)
    channel = Varchar(8, default="system")  # system, paper
    content = JSON(default="{}")
    state = Varchar(24)
    sent_at = Timestamptz(default=None)
    sent_by = UUID(default=None)
    arrived_at = Timestamptz(null=True, default=None)
    receipt_at = Timestamptz(null=True, default=None)


class Step(Table, tablename="handoff_steps"):
    """Who did what and when, in the order of `seq`. `shared` steps are the addressee's to see too; the rest is the sender's own affair.

    `late`: done after its limit, with the reason; `instead_of_name`: for whom a delegate decided; `recorded_by` differs
    from `done_by` where somebody entered it on behalf of a body without accounts.
    """

    id = UUID(primary_key=True, default=None)
    handoff = ForeignKey(Handoff, null=False, on_delete=OnDelete.restrict)
    seq = Integer()
    ordinal = Integer()
    kind = Varchar(24)
    shared = Boolean(default=False)
    at = Timestamptz(default=None)
    recorded_at = Timestamptz(default=None)
    done_by = UUID(null=True, default=None)
    done_by_name = Varchar(60, default="")
    unit = UUID(null=True, default=None)
    unit_name = Varchar(60, default="")
    recorded_by = UUID(null=True, default=None)
    instead_of = UUID(null=True, default=None)
    instead_of_name = Varchar(60, default="")
    text = Text(default="")
    details = JSON(default="{}")
    late = Boolean(default=False)
    late_reason = Varchar(200, default="")
    letter = UUID(null=True, default=None)


class Material(Table, tablename="handoff_materials"):
    """One line of the checklist: a photo, a file of its own, or a paper that is not there and why (`absence`)."""

    id = UUID(primary_key=True, default=None)
    handoff = ForeignKey(Handoff, null=False, on_delete=OnDelete.restrict, index=True)
    sending = Integer(default=1)  # the sending it was added for; it goes along with every later one
    kind = Varchar(10)  # source, evidence, other
    title = Varchar(120)
    extent = Varchar(40, default="")
    photo = UUID(null=True, default=None)
    sha256 = Varchar(64, default="")
    size = BigInt(default=0)
    media_type = Varchar(100, default="")
    content_at = Timestamptz(null=True, default=None)
    absence = Varchar(200, default="")
    proof = Boolean(
        default=False
    )  # added on behalf of an addressee without accounts; no part of what was sent
    sealed = Boolean(default=False)  # names a complainant: opened by named handlers alone
    added_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    added_at = Timestamptz(default=None)
    removed_at = Timestamptz(null=True, default=None)
    removed_by = UUID(null=True, default=None)
    version = Integer(default=1)


class ApprovalDelegation(Table, tablename="approval_delegations"):
    """委托审批: for these days `delegate` decides for `leader` of `body`; `told_at` is when the delegate read it."""

    id = UUID(primary_key=True, default=None)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    leader = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    delegate = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    from_day = Date(default=None)
    until_day = Date(default=None)
    note = Varchar(200, default="")
    at = Timestamptz(default=None)
    told_at = Timestamptz(null=True, default=None)
    revoked_at = Timestamptz(null=True, default=None)
    revoked_by = UUID(null=True, default=None)
    version = Integer(default=1)
