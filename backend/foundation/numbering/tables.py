"""The last number given out in each series."""

from piccolo.columns import UUID, Integer, Varchar
from piccolo.table import Table


class Counter(Table, tablename="counters"):
    """`last` number of a body's series in a year; unique on (body, series, year)."""

    id = UUID(primary_key=True, default=None)
    body = UUID(default=None)
    series = Varchar(30)
    year = Integer()
    last = Integer(default=0)
