"""值守排班: what posts need, the month's roster with its shifts, who stands on them; and 上岗 as people say so themselves."""

from piccolo.columns import JSON, UUID, Boolean, Date, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township
from backend.office.places.tables import Place


class DutyMark(Table, tablename="duty_marks"):
    """One stretch of duty; it runs while `until_at` is empty, one at a time for each officer."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade, index=True)
    since_at = Timestamptz(default=None)
    until_at = Timestamptz(null=True, default=None)


class DutyPost(Table, tablename="duty_posts"):
    """岗位: on which `days` (rules/days.py) who has to stand where. Minutes count from midnight at +08:00; the
    length may pass the next one. `needs` is a list of rules/slots.Slot."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict, index=True)
    kind = Varchar(12)
    name = Varchar(40)
    place = ForeignKey(Place, null=True, default=None, on_delete=OnDelete.restrict)
    days = Varchar(24, default="all")
    begins_minute = Integer(default=None)
    length_minutes = Integer(default=None)
    needs = JSON(default="[]")
    first_day = Date(default=None)
    last_day = Date(null=True, default=None)
    active = Boolean(default=True)
    version = Integer(default=1)


class Roster(Table, tablename="rosters"):
    """One month of one township (`month` is its first day); a draft until it is published. `unmet` is what the last
    drafting could not fill, with its reasons."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    month = Date(default=None)
    drafted_at = Timestamptz(null=True, default=None)
    drafted_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    drafted_how = Varchar(10, default="")
    unmet = JSON(default="[]")
    published_at = Timestamptz(null=True, default=None)
    published_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    version = Integer(default=1)


class Shift(Table, tablename="shifts"):
    """班次: one post at one time. It keeps the needs its post had when it was made; `post` is empty for a single one."""

    id = UUID(primary_key=True, default=None)
    roster = ForeignKey(Roster, null=False, on_delete=OnDelete.restrict)
    post = ForeignKey(DutyPost, null=True, default=None, on_delete=OnDelete.restrict)
    kind = Varchar(12)
    name = Varchar(40)
    place = ForeignKey(Place, null=True, default=None, on_delete=OnDelete.restrict)
    begins_at = Timestamptz(default=None)
    ends_at = Timestamptz(default=None)
    needs = JSON(default="[]")
    note = Varchar(200, default="")
    cancelled_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)


class Assignment(Table, tablename="assignments"):
    """Somebody on a slot of a shift; it holds while `ended_at` is empty. `replaced_by` is the assignment that came after."""

    id = UUID(primary_key=True, default=None)
    shift = ForeignKey(Shift, null=False, on_delete=OnDelete.restrict)
    slot = Integer(default=0)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    origin = Varchar(10)
    assigned_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    assigned_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)
    ended_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    ended_why = Varchar(10, default="")
    ended_note = Varchar(200, default="")
    replaced_by = UUID(null=True, default=None)


class DutyWish(Table, tablename="duty_wishes"):
    """Somebody would like a day off, or to be on; never a right."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade)
    on_day = Date(default=None)
    wants = Varchar(4, default="off")
    made_at = Timestamptz(default=None)


class Swap(Table, tablename="swaps"):
    """换班: `other_officer` takes the assignment, and gives their own for it where `other_assignment` is named. It needs
    the other's consent, then the captain's word."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    assignment = ForeignKey(Assignment, null=False, on_delete=OnDelete.restrict)
    other_assignment = ForeignKey(Assignment, null=True, default=None, on_delete=OnDelete.restrict)
    other_officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    reason = Varchar(200, default="")
    asked_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    asked_at = Timestamptz(default=None)
    consented_at = Timestamptz(null=True, default=None)
    refused_at = Timestamptz(null=True, default=None)
    refused_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    refused_why = Varchar(200, default="")
    approved_at = Timestamptz(null=True, default=None)
    approved_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    withdrawn_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)


class RosterImport(Table, tablename="roster_imports"):
    """A spreadsheet that was read: every fault, or what a confirmation does, as long as the roster is the one that was `seen`
    (its version)."""

    id = UUID(primary_key=True, default=None)
    roster = ForeignKey(Roster, null=False, on_delete=OnDelete.restrict, index=True)
    seen = Integer(default=None)
    file_name = Varchar(200)
    digest = Varchar(64)
    unchanged = Integer(default=None)
    faults = JSON(default="[]")
    plan = JSON(default="[]")
    made_at = Timestamptz(default=None)
    made_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    applied_at = Timestamptz(null=True, default=None)
    applied_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
