"""Organisation (M02): who exists, in which unit, with which certificate."""

from typing import Any

from piccolo.columns import JSON, UUID, Boolean, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table


class County(Table, tablename="counties"):
    """县（区）: holds the townships and the county bodies that serve several of them."""

    id = UUID(primary_key=True, default=None)
    code = Varchar(32, unique=True)
    name = Varchar(60)
    demo = Boolean(default=False)


class Township(Table, tablename="townships"):
    """乡镇（街道）: the tenant; `profile` names the mechanism in force."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    code = Varchar(32, unique=True)
    name = Varchar(60)
    profile = Varchar(32)
    number_word = Varchar(16)  # 机关代字 for filing numbers, e.g. 示执巡
    demo = Boolean(default=False)


class Unit(Table, tablename="units"):
    """A body or a part of one; `acts_in_own_name` is 行政执法主体资格. County bodies have no township."""

    id = UUID(primary_key=True, default=None)
    county = ForeignKey(County, null=False, on_delete=OnDelete.restrict)
    township = ForeignKey(Township, null=True, default=None, on_delete=OnDelete.restrict)
    parent: ForeignKey[Any] = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    code = Varchar(32, unique=True)
    name = Varchar(60)
    kind = Varchar(20)
    acts_in_own_name = Boolean(default=False)
    liaison = UUID(null=True, default=None)  # the one named 联络人, an officer
    phone = Varchar(30, default="")
    version = Integer(default=1)


class Officer(Table, tablename="officers"):
    """A person with a sign-in. `roles` are the keys of permissions.ROLES; `position` is what people call them."""

    id = UUID(primary_key=True, default=None)
    unit = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict, index=True)
    username = Varchar(40, unique=True)
    name = Varchar(60)
    position = Varchar(40, default="")
    phone = Varchar(30, default="")
    roles = JSON(default="[]")
    password_hash = Text(default="")
    must_change_password = Boolean(default=True)
    left_at = Timestamptz(null=True, default=None)
    demo = Boolean(default=False)
    version = Integer(default=1)


class Certificate(Table, tablename="certificates"):
    """执法证: counts from `valid_from` to `valid_until` (whole days at +08:00) outside its suspensions."""

    id = UUID(primary_key=True, default=None)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.restrict, index=True)
    number = Varchar(40)
    issuer = Varchar(60, default="")
    valid_from = Timestamptz(default=None)
    valid_until = Timestamptz(default=None)


class Suspension(Table, tablename="suspensions"):
    """暂扣执法证: stops counting at once, until `ended_at`."""

    id = UUID(primary_key=True, default=None)
    certificate = ForeignKey(Certificate, null=False, on_delete=OnDelete.restrict, index=True)
    started_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)
    reason = Varchar(200)
    imposed_by = UUID(default=None)


class Session(Table, tablename="sessions"):
    """One signed-in browser; `id` is the SHA-256 of the cookie, so a stolen database opens nothing."""

    id = Varchar(64, primary_key=True)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade, index=True)
    device = Varchar(80)
    address = Varchar(64, default="")
    created_at = Timestamptz(default=None)
    seen_at = Timestamptz(default=None)
    expires_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)


class Token(Table, tablename="tokens"):
    """A bearer token for scripts and integrations; `id` is its SHA-256."""

    id = Varchar(64, primary_key=True)
    officer = ForeignKey(Officer, null=False, on_delete=OnDelete.cascade, index=True)
    name = Varchar(60)
    created_at = Timestamptz(default=None)
    ended_at = Timestamptz(null=True, default=None)


class SignInDelay(Table, tablename="sign_in_delays"):
    """Failed sign-ins by name or by address: each failure makes the next try wait longer."""

    key = Varchar(100, primary_key=True)
    failures = Integer(default=0)
    last_at = Timestamptz(default=None)
    open_at = Timestamptz(default=None)
