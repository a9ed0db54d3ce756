"""Putting matters on a township's list for a test, at the moment it is."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.now import local, now
from backend.office.matters.commands.versions import add_version, list_matter
from backend.office.matters.commands.writing import Act
from backend.office.matters.rules.matter import Basis, Content, Named, Paper
from backend.office.matters.rules.versions import Draft

TOWN = Named("示范镇人民政府", unit_id("sfz"))
CITY = Named("县城市管理局", unit_id("cgj"))
WATER = Named("县水利局", unit_id("slj"))
PAPER = Paper("关于赋予乡镇行政处罚权的决定", "示政发〔2026〕6号", date(2026, 11, 2))

STALL = Content(
    name="擅自在街道两侧和公共场地摆摊",
    field="市容环卫",
    standing="granted",
    basis=(Basis("城市市容和环境卫生管理条例", "第三十六条"),),
    supervising=CITY,
    punishing=TOWN,
)


def content(**changes: Any) -> Content:
    """STALL with what `changes` make of it."""
    return Content(**{name: getattr(STALL, name) for name in Content.__struct_fields__} | changes)


def draft(code: str = "SR-01", day: date | None = None, paper: Paper = PAPER, **changes: Any) -> Draft:
    """A version that begins on `day`, by default today."""
    return Draft(code, content(**changes), day or local(now()).date(), paper)


def act(township: str = "sfz", by: str = "duizhang") -> Act:
    return Act(township_id(township), officer_id(by), now())


async def listed(code: str = "SR-01", *sayings: str, day: date | None = None, **changes: Any) -> UUID:
    """A matter on the list of 示范镇."""
    return await list_matter(draft(code, day, **changes), sayings, act())


async def listed_next_door(code: str = "SR-01") -> UUID:
    """A matter on the list of 邻镇."""
    here = draft(code, punishing=Named("邻镇人民政府", unit_id("lz")))
    return await list_matter(here, (), act("lz", "linzhen"))


async def adjusted(matter: UUID, version: int, day: date, **changes: Any) -> int:
    """Its next version."""
    return await add_version(matter, replace(draft(day=day), content=content(**changes)), version, act())
