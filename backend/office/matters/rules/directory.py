"""The bodies a list may name: those of the township and the county's. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.matter import Named


@dataclass(frozen=True, slots=True)
class Listed:
    """A body of the directory; `own`: of the township, and acting in its own name."""

    unit: UUID
    code: str
    name: str
    own: bool


@dataclass(frozen=True)
class Directory:
    """The bodies beside one township."""

    bodies: tuple[Listed, ...]

    @cached_property
    def own(self) -> frozenset[UUID]:
        return frozenset(body.unit for body in self.bodies if body.own)

    @cached_property
    def by_code(self) -> Mapping[str, Listed]:
        return {body.code: body for body in self.bodies}

    @cached_property
    def by_name(self) -> Mapping[str, Listed]:
        return {body.name: body for body in self.bodies}

    def code(self, body: Named) -> str:
        """Its code; nothing for a body the directory does not know."""
        return next((listed.code for listed in self.bodies if listed.unit == body.unit), "")

    def named(self, field: str, name: str, code: str) -> tuple[Named, list[Fault]]:
        """A body by name, code or both. A name alone may belong to a body that the directory does not know; a code must not."""
        if code and code not in self.by_code:
            return Named(name), [Fault(field, "invalid", f"没有代码是“{code}”的单位")]
        found = self.by_code[code] if code else self.by_name.get(name)
        return (Named(name or found.name, found.unit) if found else Named(name)), []
