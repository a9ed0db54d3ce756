"""协作请求 (M26): what was asked, the answer of each body, and everything said and done on it."""

from piccolo.columns import (
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


class Request(Table, tablename="requests"):
    """One request. `township`: whose it is, as who asks or as who is asked. `called_at`: told by telephone before the paper."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(16)
    from_unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)  # the 执法主体 in whose name it is asked
    origin_kind = Varchar(30, default="")
    origin_id = UUID(null=True, default=None)
    title = Varchar(80)
    words = Text(default="")
    address = Varchar(200, default="")
    starts_at = Timestamptz(null=True, default=None)
    ends_at = Timestamptz(null=True, default=None)
    head_count = Integer(null=True, default=None)
    urgent = Boolean(default=False)
    due_at = Timestamptz(default=None)  # by when an answer was asked for; each body's own stands with it
    called_at = Timestamptz(null=True, default=None)
    letter = UUID(null=True, default=None)
    created_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    made_at = Timestamptz(null=True, default=None)
    received_at = Timestamptz(default=None)
    device = UUID(null=True, default=None)
    clock_offset_s = DoublePrecision(null=True, default=None)
    state = Varchar(12, default="open")
    state_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)  # 办结 or 撤回
    version = Integer(default=1)


class RequestParty(Table, tablename="request_parties"):
    """One body that is asked, with its answer and its own limit; `asked_at`: since when the present limit runs."""

    id = UUID(primary_key=True, default=None)
    request = ForeignKey(Request, null=False, on_delete=OnDelete.restrict)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    number = Integer(default=1)
    state = Varchar(12, default="asked")
    state_at = Timestamptz(default=None)
    asked_at = Timestamptz(default=None)
    due_at = Timestamptz(default=None)
    answered_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)


class RequestStep(Table, tablename="request_steps"):
    """One step: on the whole request, or on what one body answers (`party`); where it was recorded on behalf (代录) who of
    that body said it how."""

    id = UUID(primary_key=True, default=None)
    request = ForeignKey(Request, null=False, on_delete=OnDelete.restrict)
    party = ForeignKey(RequestParty, null=True, default=None, on_delete=OnDelete.restrict)
    number = Integer(default=0)
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
    text = Text(default="")
    due_at = Timestamptz(null=True, default=None)
