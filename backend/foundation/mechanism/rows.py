"""The rules of a profile as rows to print: sentence, citation, quotation, marks, and the law beside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from backend.foundation.mechanism.capabilities import CAPABILITIES
from backend.foundation.mechanism.catalogue import CADENCES, DUTIES, LIMITS
from backend.foundation.mechanism.instrument import Provision
from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.profile import Law, Profile
from backend.foundation.mechanism.sentences import (
    approval_sentence,
    cadence_sentence,
    complaint_sentence,
    condition_sentence,
    ladder_sentence,
    limit_sentence,
    material_sentence,
    reply_sentence,
    sender_sentence,
    share_sentence,
    stationed_sentence,
    stop_sentence,
)
from backend.foundation.mechanism.words import Basis

_BASIS_MARKS: Final[dict[Basis, tuple[str, ...]]] = {"local": ("本地约定",), "per_case": ("逐案确定",)}


@dataclass(frozen=True, kw_only=True, slots=True)
class National:
    """The law's own rule on the same matter."""

    sentence: str
    citation: str
    quotation: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One rule as the page prints it; `sentence` is "" where the quotation says it all."""

    rule: str
    capability: str
    name: str
    sentence: str = ""
    clause: str = ""
    citation: str = ""
    quotation: str = ""
    note: str = ""
    marks: tuple[str, ...] = ()
    law: National | None = None
    series: str = ""

    @property
    def anchor(self) -> str:
        """The row's address on a page; one rule may run several series."""
        return f"{self.rule}.{self.series}" if self.series else self.rule

    @property
    def capability_name(self) -> str:
        """The capability in Chinese."""
        return CAPABILITIES[self.capability]


class _Heading(NamedTuple):
    rule: str
    capability: str
    name: str


def rows(profile: Profile) -> Iterator[Row]:
    """Every rule of the place, limits first."""
    yield from (_limit_row(profile, limit) for limit in profile.limits.values())
    yield from _handoff_rows(profile)
    yield from _complaint_rows(profile)
    yield from (_cadence_row(profile, cadence) for cadence in profile.cadences.values())
    for share in profile.sharing.values():
        heading = _Heading(f"sharing.{share.id}", "M15", share.name)
        yield _row(profile, share, heading, share_sentence(share, profile.wording))
    for name, duty in profile.duties.items():
        heading = _Heading(name, DUTIES[name].capability, DUTIES[name].name)
        yield _row(profile, duty, heading, law=_national(profile.law, profile.law.duties.get(name)))


def law_rows(profile: Profile) -> Iterator[Row]:
    """What the law demands and the place's text does not speak of."""
    law = profile.law
    for name, duty in law.duties.items():
        if name not in profile.duties:
            yield Row(
                rule=name,
                capability=DUTIES[name].capability,
                name=DUTIES[name].name,
                clause=duty.clause,
                citation=law.cite(duty.clause),
                quotation=duty.quote,
                marks=("国家规定",),
            )


def _limit_row(profile: Profile, limit: Limit) -> Row:
    known, national = LIMITS[limit.rule], profile.law.limits.get(limit.rule)
    heading = _Heading(limit.rule, known.capability, known.name)
    beside = _national(profile.law, national, limit_sentence(national)) if national else None
    condition = condition_sentence(limit)
    sentence = f"{limit_sentence(limit)}；{condition}" if condition else limit_sentence(limit)
    return _row(profile, limit, heading, sentence, marks=_limit_marks(limit), law=beside)


def _handoff_rows(profile: Profile) -> Iterator[Row]:
    sender, stop, materials = profile.sender, profile.stop, profile.materials
    yield _row(profile, sender, _Heading("handoff.sender", "M05", "移送名义"), sender_sentence(sender))
    yield _row(profile, stop, _Heading("handoff.stop", "M05", "制止正在进行的违法行为"), stop_sentence(stop))
    yield _row(
        profile, materials, _Heading("handoff.materials", "M05", "移送材料"), material_sentence(materials)
    )
    stationed = profile.stationed
    yield _row(
        profile,
        stationed,
        _Heading("stationed.limit", "M06", "派驻机构反馈期限"),
        stationed_sentence(stationed),
    )
    approval, ladder, national = profile.approval, profile.ladder, profile.law.ladder
    yield _row(
        profile, approval, _Heading("handoff.approval", "M05", "移送审批"), approval_sentence(approval)
    )
    beside = _national(profile.law, national, ladder_sentence(national))
    yield _row(
        profile, ladder, _Heading("dispute.ladder", "M11", "争议协调"), ladder_sentence(ladder), law=beside
    )


def _complaint_rows(profile: Profile) -> Iterator[Row]:
    rule, reply = profile.complaints, profile.complaints.reply
    yield _row(profile, rule, _Heading("complaint.first_asked", "M07", "首问责任"), complaint_sentence(rule))
    yield _row(
        profile, reply, _Heading("complaint.reply", "M07", "答复"), reply_sentence(reply, profile.wording)
    )


def _cadence_row(profile: Profile, cadence: Cadence) -> Row:
    heading = _Heading(cadence.rule, CADENCES[cadence.rule].capability, cadence.name)
    marks = _strength_marks(cadence.strength) if cadence.per else ()
    return replace(_row(profile, cadence, heading, cadence_sentence(cadence), marks=marks), series=cadence.id)


def _row(
    profile: Profile,
    provision: Provision,
    heading: _Heading,
    sentence: str = "",
    *,
    marks: tuple[str, ...] = (),
    law: National | None = None,
) -> Row:
    return Row(
        rule=heading.rule,
        capability=heading.capability,
        name=heading.name,
        sentence=sentence,
        clause=provision.clause,
        citation=profile.cite(provision.clause),
        quotation=provision.quote,
        note=provision.note,
        marks=_BASIS_MARKS.get(provision.basis, ()) + marks,
        law=law,
    )


def _limit_marks(limit: Limit) -> tuple[str, ...]:
    marks = _strength_marks(limit.strength) if limit.countable else ()
    return marks if limit.start_stated else (*marks, "起算点为本地约定")


def _strength_marks(strength: str) -> tuple[str, ...]:
    return (strength,) if strength in {"原则上", "一般应"} else ()


def _national(law: Law, provision: Provision | None, sentence: str = "") -> National | None:
    if provision is None:
        return None
    return National(sentence=sentence, citation=law.cite(provision.clause), quotation=provision.quote)
