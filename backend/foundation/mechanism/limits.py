"""Time limits (期限) and recurring duties (周期)."""

from dataclasses import dataclass, field

from backend.foundation.datafiles import KEY
from backend.foundation.mechanism.instrument import Provision
from backend.foundation.mechanism.words import Convener, Debtor, Strength
from backend.foundation.workdays.terms import Period, Term, Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit(Provision):
    """A limit from `start` to `finish`, both Chinese phrases that continue as 「…之日起」 and 「…内…」.

    `amount` counts `unit`s and is None for `same_day` (当日) and wherever there is no figure.
    An extended limit is the total from the original start, not what is added to it.
    `start_stated` is False where the text gives the figure but not the moment it runs from.
    `roll_forward`: a last day that is no working day moves to the next one (calendar days only).
    """

    rule: str = field(metadata=KEY)
    amount: int | None = None
    unit: Unit | None = None
    strength: Strength = "应"
    owed_by: Debtor
    start: str
    finish: str
    start_stated: bool = True
    roll_forward: bool = False
    notice_beforehand: bool = False
    grounds: tuple[str, ...] = ()

    @property
    def countable(self) -> bool:
        """Whether a due date follows from it without a person setting one."""
        return self.unit is not None

    @property
    def term(self) -> Term:
        """What is counted; only for a countable limit."""
        if self.unit is None:
            raise ValueError(f"{self.rule} has no figure to count")
        return Term(self.amount, self.unit, self.roll_forward)

    @property
    def breached_when_late(self) -> bool:
        """原则上 only reminds, 可 is a right that lapses; the rest can be broken."""
        return self.strength not in {"原则上", "可"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Cadence(Provision):
    """Something to be done once in each `per`; None where the text says 定期 and nothing is agreed.

    One series runs one window clock, or one per department where `each_department`.
    """

    id: str = field(metadata=KEY)
    rule: str
    name: str
    per: Period | None = None
    strength: Strength = "应"
    convener: Convener = "unnamed"
    participants: tuple[str, ...] = ()
    minutes_by: Convener = "unnamed"
    each_department: bool = False
    ad_hoc: bool = False

    @property
    def period(self) -> Period:
        """Once in which period; only for one that has any."""
        if self.per is None:
            raise ValueError(f"{self.id} has no period to count")
        return self.per

    @property
    def breached_when_late(self) -> bool:
        """原则上 only reminds."""
        return self.strength != "原则上"
