"""A matter (行政执法事项) as the list states it. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

STANDINGS: dict[str, str] = {
    "granted": "赋权乡镇",
    "kept": "部门实施",
    "taken_back": "已收回",
    "dropped": "移出清单",
}


class Basis(msgspec.Struct, frozen=True):
    """A law and the article of it; no article where nobody named one."""

    law: str
    article: str = ""

    def __str__(self) -> str:
        return f"《{self.law}》{self.article}"


class Tier(msgspec.Struct, frozen=True):
    """One step of the 行政裁量权基准: what it is called, when it applies, what follows."""

    name: str
    when: str
    penalty: str


class Named(msgspec.Struct, frozen=True):
    """A body as the list names it; `unit` where the directory knows it."""

    name: str
    unit: UUID | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What one version says. `standing` is one of STANDINGS, `supervising` the 行业监管单位, `punishing` the 处罚实施主体."""

    name: str
    field: str
    standing: str
    basis: tuple[Basis, ...]
    supervising: Named
    punishing: Named
    source_duty: str = ""
    follow_up_duty: str = ""
    end_duty: str = ""
    standard: str = ""
    tiers: tuple[Tier, ...] = ()
    prosecution: str = ""


class Paper(msgspec.Struct, frozen=True):
    """The paper that says so: title, number (文号), the day it was issued."""

    title: str = ""
    number: str = ""
    on: date | None = None

    def __str__(self) -> str:
        return f"《{self.title}》{f'（{self.number}）' if self.number else ''}" if self.title else ""


@dataclass(frozen=True, slots=True)
class Body:
    """A competent body: `name` as the list has it, the rest as one can turn to it; without `unit` nobody here can.

    What a department punishes may be handled by its office stationed here: then `unit` is that office.
    """

    name: str
    unit: UUID | None
    code: str
    unit_name: str
    kind: str
    acts_in_own_name: bool
    phone: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter with the version in force at the moment that was asked for."""

    id: UUID
    township: UUID
    code: str
    sayings: tuple[str, ...]
    number: int
    effective_on: date
    starts_at: datetime
    paper: Paper
    content: Content
    supervising: Body
    punishing: Body
    version: int

    @property
    def name(self) -> str:
        return self.content.name

    @property
    def field(self) -> str:
        return self.content.field

    @property
    def standing(self) -> str:
        return self.content.standing
