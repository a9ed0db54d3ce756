"""行政执法事项清单 (M01): each matter with its versions, what departments propose, and imports awaiting confirmation."""

from piccolo.columns import JSON, UUID, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Officer, Township, Unit


class MatterList(Table, tablename="matter_lists"):
    """The list of one township (`id`); `revision` is another after every change, so that nobody works on an old one."""

    id = UUID(primary_key=True, default=None)
    revision = UUID(default=None)


class Matter(Table, tablename="matters"):
    """One matter, whatever became of it. `sayings`: what officers call it, one a line; they belong to no version."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    code = Varchar(40)
    sayings = Text(default="")
    version = Integer(default=1)


class MatterVersion(Table, tablename="matter_versions"):
    """What the list says of a matter from `starts_at` on, never changed afterwards. One that has not begun may be withdrawn.

    A body outside the directory has its name only.
    """

    id = UUID(primary_key=True, default=None)
    matter = ForeignKey(Matter, null=False, on_delete=OnDelete.restrict)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    standing = Varchar(12)  # granted, kept, taken_back, dropped
    effective_on = Date(default=None)
    starts_at = Timestamptz(default=None)
    name = Varchar(160)
    field = Varchar(40)  # 领域
    basis = JSON(default="[]")
    supervising = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    supervising_name = Varchar(120, default="")
    punishing = ForeignKey(Unit, null=True, default=None, on_delete=OnDelete.restrict)
    punishing_name = Varchar(120, default="")
    source_duty = Text(default="")  # 源头监管
    follow_up_duty = Text(default="")  # 后续监管
    end_duty = Text(default="")  # 末端执法
    standard = Text(default="")
    tiers = JSON(default="[]")  # 行政裁量权基准
    prosecution = Text(default="")  # 追诉标准
    paper_title = Varchar(160, default="")
    paper_number = Varchar(60, default="")
    paper_on = Date(null=True, default=None)
    reason = Text(default="")
    proposal = UUID(null=True, default=None)
    recorded_at = Timestamptz(default=None)
    recorded_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    withdrawn_at = Timestamptz(null=True, default=None)
    withdrawn_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    withdrawn_why = Varchar(200, default="")


class MatterProposal(Table, tablename="matter_proposals"):
    """A department's notice proposing the next version; `base` is the version it was written on (0: a new matter)."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    matter = ForeignKey(Matter, null=True, default=None, on_delete=OnDelete.restrict)
    code = Varchar(40)
    base = Integer()
    content = JSON(default="{}")
    effective_on = Date(default=None)
    paper_title = Varchar(160)
    paper_number = Varchar(60, default="")
    paper_on = Date(null=True, default=None)
    reason = Text(default="")
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    proposed_at = Timestamptz(default=None)
    proposed_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    answer = Varchar(10, default="")  # accepted, declined, withdrawn
    answered_at = Timestamptz(null=True, default=None)
    answered_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
    answer_words = Varchar(500, default="")


class MatterImport(Table, tablename="matter_imports"):
    """A spreadsheet that was read: its faults, or the plan that a confirmation carries out to the letter.

    `whole`: what the spreadsheet leaves out leaves the list. `revision`: the list the plan was made on.
    """

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    revision = UUID(null=True, default=None)
    file_name = Varchar(200)
    digest = Varchar(64)
    effective_on = Date(default=None)
    whole = Boolean(default=False)
    row_count = Integer()
    unchanged = Integer()
    faults = JSON(default="[]")
    plan = JSON(default="[]")
    made_at = Timestamptz(default=None)
    made_by = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict)
    applied_at = Timestamptz(null=True, default=None)
    applied_by = ForeignKey(Officer, null=True, default=None, on_delete=OnDelete.restrict)
