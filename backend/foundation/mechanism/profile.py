"""A place's mechanism, and the national law beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from backend.foundation.datafiles import OUTSIDE, Place
from backend.foundation.mechanism.instrument import Clause, Document, Provision
from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.provisions import (
    Approval,
    ComplaintRule,
    Duty,
    Ladder,
    MaterialRule,
    SenderRule,
    Share,
    StationedRule,
    StopRule,
)
from backend.foundation.mechanism.wording import Wording

_FULL_WIDTH = str.maketrans("()", "（）")


@dataclass(frozen=True, kw_only=True, slots=True)
class Instrument:
    """Documents cut into clauses, and the provisions that stand on them."""

    documents: Mapping[str, Document]
    clauses: Mapping[str, Clause]
    limits: Mapping[str, Limit]
    duties: Mapping[str, Duty]
    ladder: Ladder

    def document_of(self, clause_id: str) -> Document:
        """The document a clause id begins with."""
        found = [name for name in self.documents if clause_id.startswith(name)]
        return self.documents[max(found, key=len)]

    def cite(self, clause_id: str) -> str:
        """The clause as a page or a refusal names it, e.g. 协调联动机制 二（四）; "" stays ""."""
        if not clause_id:
            return ""
        document = self.document_of(clause_id)
        place = clause_id.removeprefix(document.id).translate(_FULL_WIDTH)
        return f"{document.cited_as} {place}".strip()

    def provisions(self) -> Iterator[tuple[Place, Provision]]:
        """Every provision with its place in the file."""
        for part in fields(self):
            value = getattr(self, part.name)
            if isinstance(value, Provision):
                yield (part.name,), value
            elif isinstance(value, Mapping):
                yield from (
                    ((part.name, key), item) for key, item in value.items() if isinstance(item, Provision)
                )

    def duty(self, name: str) -> Duty | None:
        """The duty, or None where the text does not have it."""
        return self.duties.get(name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Law(Instrument):
    """What binds every place alike and is shown beside its own rules."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile(Instrument):
    """The rules one place has issued for itself. `region` names the calendar its bodies count by (CN, CN-XJ)."""

    code: str
    name: str
    region: str
    region_name: str
    wording: Wording
    cadences: Mapping[str, Cadence]
    sender: SenderRule
    stop: StopRule
    materials: MaterialRule
    approval: Approval
    stationed: StationedRule
    complaints: ComplaintRule
    sharing: Mapping[str, Share]
    law: Law = field(metadata=OUTSIDE)

    def provisions(self) -> Iterator[tuple[Place, Provision]]:
        """Every provision with its place in the file."""
        yield from Instrument.provisions(self)
        yield ("complaints", "reply"), self.complaints.reply

    def limit(self, rule: str) -> Limit:
        """The place's own limit, with or without a figure. KeyError for a rule the catalogue does not know."""
        return self.limits[rule]

    def in_force(self, rule: str) -> Limit | None:
        """The limit a clock is started with: the text's own figure, else the law's, else the local one; else None."""
        own, national = self.limits[rule], self.law.limits.get(rule)
        if own.countable and not own.local:
            return own
        if national is not None:
            return national
        return own if own.countable else None

    def series(self, rule: str) -> tuple[Cadence, ...]:
        """Every series of a recurring duty such as `meeting.regular`."""
        return tuple(cadence for cadence in self.cadences.values() if cadence.rule == rule)

    def dispute_ladder(self) -> Ladder:
        """The place's own ladder, else the law's."""
        return self.ladder if self.ladder.steps else self.law.ladder

    def cite_limit(self, limit: Limit) -> str:
        """The clause behind a limit, whether it is the place's or the law's."""
        return self.cite(limit.clause) if limit.clause in self.clauses else self.law.cite(limit.clause)
