"""The four kinds of request, on which clause of the place each rests, and who can be asked. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from backend.foundation.mechanism import Profile
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal

KindName = Literal["police", "notice", "guidance", "coordination"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`says` is one line about it; `duty` what it rests on in a profile; `several`: asked of more than one body at once;
    `asked` the kinds of unit it goes to."""

    name: KindName
    words: str
    says: str
    duty: str
    asked: frozenset[str]
    several: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind(
            "police",
            "警力保障",
            "行动前请派出所、公安机关派人",
            "request.police",
            frozenset({"police", "public_security"}),
        ),
        Kind(
            "coordination",
            "吹哨协调",
            "综合性事项，请几家单位一起来",
            "request.coordination",
            frozenset({"department", "stationed", "police", "public_security"}),
            several=True,
        ),
        Kind(
            "guidance",
            "业务指导",
            "请县级部门上门、座谈、答疑",
            "request.guidance",
            frozenset({"department", "public_security"}),
        ),
        Kind(
            "notice",
            "书面通知",
            "请乡镇（街道）参加部门的执法",
            "request.notice",
            frozenset({"township", "street"}),
        ),
    )
}
NOTICE: Final = "notice"  # the only one a department sends; the others are the township's


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a kind rests; without a clause of the text it is 本地约定."""

    local: bool
    cite: str = ""
    quote: str = ""

    @property
    def clause(self) -> str:
        """As a refusal and the wire quote it."""
        return "本地约定" if self.local else f"{self.cite}：“{self.quote}”"


def basis(profile: Profile, kind: str) -> Basis:
    duty = profile.duty(KINDS[kind].duty)
    if duty is None or duty.local:
        return Basis(local=True)
    return Basis(local=False, cite=profile.cite(duty.clause), quote=duty.quote)


def kinds_for(person: Person) -> list[Kind]:
    """What somebody can ask for from where they serve."""
    at_home = person.township_id is not None
    return [kind for kind in KINDS.values() if (kind.name != NOTICE) == at_home]


def may_ask(person: Person, kind: str) -> None:
    """Refuses `not_allowed`."""
    if KINDS[kind] not in kinds_for(person):
        raise Refusal(
            "not_allowed",
            "书面通知由县级部门发给乡镇（街道）；警力保障、吹哨协调、业务指导由乡镇（街道）提出",
        )


def may_be_asked(kind: str, units: list[str]) -> None:
    """`units` are the kinds of the units it goes to. Refuses `request_addressee`."""
    chosen = KINDS[kind]
    if not chosen.several and len(units) > 1:
        raise Refusal("request_addressee", f"{chosen.words}一次只找一个单位", fields={"to": "只选一个"})
    if any(unit not in chosen.asked for unit in units):
        raise Refusal("request_addressee", f"{chosen.words}不找这个单位", fields={"to": "从名单里选"})
