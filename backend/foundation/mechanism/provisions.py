"""The provisions that differ from place to place in more than a number."""

from dataclasses import dataclass, field
from datetime import date

from backend.foundation.datafiles import KEY
from backend.foundation.mechanism.instrument import Provision
from backend.foundation.mechanism.words import (
    Act,
    Approver,
    Arbiter,
    BarredKind,
    Channel,
    Delegation,
    Direction,
    FirstAsked,
    MaterialKind,
    Replier,
    StopAct,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty(Provision):
    """A demand without a figure, known by its id in the catalogue."""

    id: str = field(metadata=KEY)


@dataclass(frozen=True, kw_only=True, slots=True)
class SenderRule(Provision):
    """In whose name a case may leave.

    `barred` are the kinds of body the text names; whatever it names, a body that does not act in its own name
    (行政执法主体资格) never sends. `delegated_by` are the kinds of source that may allow an exception.
    """

    barred: tuple[BarredKind, ...]
    delegated_by: tuple[Delegation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StopRule(Provision):
    """How an ongoing violation is stopped; `measures`: other measures (采取相关措施) are as good."""

    act: StopAct
    words: str
    measures: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MaterialRule(Provision):
    """The kinds of material without which a case does not leave."""

    kinds: tuple[MaterialKind, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval(Provision):
    """Who approves before a case leaves; the person who submits never does. `both_sides`: departments too."""

    approver: Approver
    words: str  # the approver as the place calls it
    both_sides: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class StationedRule(Provision):
    """派驻机构移送 (M06): within which bounds, in working days, the captain sets the limit of one case.

    Where the text itself asks for a set time (`stated`), a case is not handed over without one.
    """

    least: int
    most: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One rung of the ladder: who does what when the rung below has failed."""

    arbiter: Arbiter
    act: Act
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ladder(Provision):
    """How a dispute over competence climbs after negotiation; `first_joint`: the violation is handled jointly first."""

    steps: tuple[Step, ...] = ()
    first_joint: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply(Provision):
    """Who answers the complainant."""

    by: Replier
    feedback_to_department: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ComplaintRule(Provision):
    """首问责任: whoever is asked first is responsible, always or in the transition period only.

    `channels` are the text's own ways in, `local_channels` what the place has added (本地补充).
    """

    first_asked: FirstAsked
    channels: tuple[Channel, ...] = ()
    local_channels: tuple[Channel, ...] = ()
    transition_from: date | None = None
    transition_to: date | None = None
    management_problems_too: bool = False
    reply: Reply

    def first_asked_on(self, day: date) -> bool:
        """Whether first-asked responsibility holds on `day`; an end nobody has set is still open."""
        if self.first_asked == "always":
            return True
        begun = self.transition_from is None or self.transition_from <= day
        return begun and (self.transition_to is None or day <= self.transition_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class Share(Provision):
    """One category of information to be shared."""

    id: str = field(metadata=KEY)
    name: str
    direction: Direction
