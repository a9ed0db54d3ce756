"""The last number given out in each series, and how a body writes its numbers."""

from piccolo.columns import UUID, Boolean, Integer, Timestamptz, Varchar
from piccolo.table import Table


class Counter(Table, tablename="counters"):
    """`last` number of a body's series in a year; unique on (body, series, year)."""

    id = UUID(primary_key=True, default=None)
    body = UUID(default=None)
    series = Varchar(30)
    year = Integer()
    last = Integer(default=0)


class NumberRule(Table, tablename="number_rules"):
    """How a body (unit) numbers one kind of paper; unique on (body, kind).

    `kind` is empty for what holds for all of its papers: there `word` is the 机关代字 itself (示政), with a kind it is the
    whole word (示政执移). An empty `word` or `pattern` says nothing. `by_register`: numbers come from the office's own
    register and are typed in.
    """

    id = UUID(primary_key=True, default=None)
    body = UUID(default=None)
    kind = Varchar(30, default="")
    word = Varchar(16, default="")
    pattern = Varchar(60, default="")
    by_register = Boolean(default=False)
    changed_by = UUID(null=True, default=None)
    changed_at = Timestamptz(null=True, default=None)
    version = Integer(default=1)
