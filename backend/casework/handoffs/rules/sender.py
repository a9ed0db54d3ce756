"""In whose name a case leaves, and to whom. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from backend.casework.handoffs.rules.clauses import quoted
from backend.foundation.mechanism import Profile
from backend.foundation.mechanism.words import DELEGATIONS, Delegation
from backend.foundation.people.units import UNIT_KINDS
from backend.foundation.refusals import Refusal

Direction = Literal["out", "in", "stationed"]

DIRECTIONS: Final[dict[Direction, str]] = {
    "out": "移送部门",
    "in": "部门移送乡镇",
    "stationed": "交派驻机构",
}
TOWNSHIPS: Final = frozenset({"township", "street"})
STATIONED: Final = frozenset({"stationed", "police"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the rules see it; `body` is the 执法主体 it belongs to, itself where there is none above."""

    id: UUID
    code: str
    name: str
    kind: str
    acts: bool
    township: UUID | None
    body: UUID

    @property
    def is_township(self) -> bool:
        return self.kind in TOWNSHIPS


@dataclass(frozen=True, slots=True)
class Provision:
    """The provision of a law, regulation or rule that lets a part of a body send in its own name."""

    source: Delegation
    title: str
    article: str

    @property
    def words(self) -> str:
        return f"《{self.title}》{self.article}"


def direction(sender: Unit, addressee: Unit, asked: Direction) -> None:
    """Refuse `direction_mismatch` where sender and addressee do not stand to each other as `asked` says."""
    if addressee.id in (sender.id, sender.body):
        raise Refusal("direction_mismatch", "移送方和受移送方是同一个单位")
    fits = {
        "out": sender.township is not None,
        "in": sender.township is None and addressee.is_township,
        "stationed": sender.township is not None
        and sender.kind not in STATIONED
        and addressee.kind in STATIONED
        and addressee.township == sender.township,
    }
    if not fits[asked]:
        raise Refusal("direction_mismatch", _EXPECTED[asked], fields={"direction": _EXPECTED[asked]})


_EXPECTED: Final[dict[Direction, str]] = {
    "out": "out 由乡镇（街道）移送部门",
    "in": "in 由部门移送乡镇（街道）政府",
    "stationed": "stationed 由执法队交给本乡镇的派驻机构",
}


def in_own_name(
    profile: Profile,
    unit: Unit,
    own: Collection[UUID],
    asked: Direction,
    provision: Provision | None = None,
) -> None:
    """A handoff between bodies leaves in the name of a body that acts in its own name, or under a recorded provision.

    `own`: the caller's unit and the body it belongs to. The hand-over to a stationed office is internal and leaves in
    anybody's own name. Refuses `sender_cannot_act` with the place's clause.
    """
    rule = profile.sender
    clause = quoted(profile, rule)
    if unit.id not in own:
        raise Refusal("sender_cannot_act", f"你不是{unit.name}的人", clause=clause)
    if unit.acts or asked == "stationed":
        return
    kind = UNIT_KINDS.get(unit.kind, unit.kind)
    if provision is None:
        raise Refusal("sender_cannot_act", f"{unit.name}（{kind}）没有行政执法主体资格", clause=clause)
    if provision.source not in rule.delegated_by:
        allowed = "、".join(DELEGATIONS[source] for source in rule.delegated_by)
        detail = f"例外只认{allowed}，{provision.words}是{DELEGATIONS[provision.source]}"
        raise Refusal("sender_cannot_act", detail, clause=clause)


def competent(addressee: Unit, asked: Direction) -> None:
    """Refuse `recipient_cannot_act` where the addressee between bodies does not act in its own name."""
    if asked != "stationed" and not addressee.acts:
        raise Refusal("recipient_cannot_act", f"{addressee.name}没有行政执法主体资格")


def redirected(sender: Unit, addressee: Unit, asked: Direction, township: UUID) -> None:
    """Another addressee for a case that is there. Refuses as `direction` and `competent`; also where it would leave its
    township, whose journal and limits it stands in."""
    direction(sender, addressee, asked)
    competent(addressee, asked)
    if asked == "in" and addressee.township != township:
        raise Refusal("direction_mismatch", "换乡镇的，另起一件移送", fields={"to_unit": "换了乡镇"})


def never_forwards(is_addressee: bool) -> None:
    """Refuse `recipient_never_forwards`: what came to the wrong body goes back, not on to a third one."""
    if is_addressee:
        raise Refusal("recipient_never_forwards")
