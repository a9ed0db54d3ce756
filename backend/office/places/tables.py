"""The township's own map: boundary, roads, water and key places (重点场所)."""

from piccolo.columns import JSON, UUID, Boolean, DoublePrecision, ForeignKey, Integer, Text, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Township


class Place(Table, tablename="places"):
    """A key place: `radius_m` is how near one must come for it to count as passed."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict, index=True)
    name = Varchar(60)
    kind = Varchar(20)
    lat = DoublePrecision()
    lon = DoublePrecision()
    radius_m = Integer(default=80)
    busy = Varchar(120, default="")  # 逢三逢八街天 and the like, in words
    market_days = Varchar(40, default="")  # rules.market: lunar:3,8 · solar:3,8 · weekday:6
    active = Boolean(default=True)
    version = Integer(default=1)


class Sketch(Table, tablename="sketches"):
    """GeoJSON drawn when no tiles are configured; `id` is the township."""

    id = UUID(primary_key=True, default=None)
    features = JSON(default="{}")
    source = Text(default="")
