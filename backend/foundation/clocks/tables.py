"""Every running limit of every record, and the calendars of a county beside those that ship with the product."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import County, Officer, Township, Unit


class Clock(Table, tablename="clocks"):
    """One limit of one record, open until it is met or cancelled; one open clock a record and rule.

    `rule` names the duty (handoff.transfer); `amount`, `unit`, `roll_forward` are what is counted now, from
    `counted_from`, which differs from `started_at` once urgency was raised later. `says` and `basis` keep the limit's
    words as they were in force. `next_at` is when the sweep has to look at it again, for `next_kind`.
    """

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    township = ForeignKey(Township, null=True, default=None, on_delete=OnDelete.restrict)
    chain = UUID(default=None)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    title = Varchar(200)  # shown to both bodies: no name of a person
    url = Varchar(200)
    rule = Varchar(60)
    name = Varchar(60)
    amount = Integer(null=True, default=None)
    unit = Varchar(16)
    roll_forward = Boolean(default=False)
    strength = Varchar(10)
    origin = Varchar(10)  # text, law, local, per_case
    says = Text()
    basis = Text()
    region = Varchar(40)
    edition = Integer()  # of the county's calendars, as it was counted
    owed_by = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    awaited_by = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    responsible = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    started_at = Timestamptz(default=None)
    counted_from = Timestamptz(default=None)
    due_at = Timestamptz(default=None)
    late_from = Timestamptz(default=None)
    soon_from = Timestamptz(default=None)
    provisional = Boolean(default=False)
    moved_from = Timestamptz(null=True, default=None)  # due_at before the latest calendar moved it
    next_at = Timestamptz(null=True, default=None)
    next_kind = Varchar(12, default="")
    met_at = Timestamptz(null=True, default=None)
    cancelled_at = Timestamptz(null=True, default=None)


class Warned(Table, tablename="clock_warnings"):
    """A warning that was given; unique on (clock, kind, due_moment)."""

    id = UUID(primary_key=True, default=None)
    clock = ForeignKey(Clock, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(12)
    due_moment = Timestamptz(default=None)
    given_at = Timestamptz(default=None)


class CadenceWindow(Table, tablename="cadence_windows"):
    """One window of a recurring duty (每月至少一次): opened by the sweep, met by a record, or explained where nothing met it.

    Unique on (township, series, owed_by, first_day). `series` is the cadence's id in the profile; `done_at` when what met
    it was carried out.
    """

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    series = Varchar(40)
    rule = Varchar(60)
    name = Varchar(60)
    owed_by = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    first_day = Date(default=None)
    last_day = Date(default=None)
    opened_at = Timestamptz(default=None)
    done_kind = Varchar(30, default="")
    done_id = UUID(null=True, default=None)
    done_at = Timestamptz(null=True, default=None)
    explained_at = Timestamptz(null=True, default=None)
    explained_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    explanation = Varchar(500, default="")


class Edition(Table, tablename="calendar_editions"):
    """A state of a county's calendars, numbered from 2; before the first change there is none and its number is 1.

    `shelf` is the digest of the files that shipped with the product then: a release may bring a year.
    """

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    edition = Integer()
    shelf = Varchar(16)
    begun_at = Timestamptz(default=None)


class LoadedYear(Table, tablename="calendar_years"):
    """A year an administrator loaded, in force from one edition until another."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    region = Varchar(40)
    calendar_year = Integer()
    content = Text()
    from_edition = Integer()
    until_edition = Integer(null=True, default=None)
    loaded_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    loaded_at = Timestamptz(default=None)


class LocalDay(Table, tablename="calendar_days"):
    """A day the county itself makes free or worked (自治县纪念日, 停工), in force from one edition until another."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    on_day = Date(default=None)
    works = Boolean()
    why = Varchar(60)
    source = Varchar(200, default="")
    from_edition = Integer()
    until_edition = Integer(null=True, default=None)
    set_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    set_at = Timestamptz(default=None)


class LocalHours(Table, tablename="calendar_hours"):
    """Office hours of the county's own over those of its region, from one edition until another; `seasons` as JSON."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    seasons = Text()
    from_edition = Integer()
    until_edition = Integer(null=True, default=None)
    set_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    set_at = Timestamptz(default=None)
