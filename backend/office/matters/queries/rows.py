"""A row of a version, joined with its matter and its bodies, as values."""

from collections.abc import Mapping
from typing import Any

import msgspec

from backend.office.matters.rules.matter import Basis, Body, Content, Matter, Named, Paper, Tier

COLUMNS = (
    "m.id, m.township, m.code, m.sayings, m.version, v.number, v.standing, v.effective_on, v.starts_at, v.name, v.field, "
    "v.basis, v.supervising, v.supervising_name, v.punishing, v.punishing_name, v.source_duty, v.follow_up_duty, "
    "v.end_duty, v.standard, v.tiers, v.prosecution, v.paper_title, v.paper_number, v.paper_on, "
    "s.code AS supervising_code, s.name AS supervising_unit, s.kind AS supervising_kind, "
    "s.acts_in_own_name AS supervising_acts, s.phone AS supervising_phone, "
    "p.code AS punishing_code, p.name AS punishing_unit, p.kind AS punishing_kind, "
    "p.acts_in_own_name AS punishing_acts, p.phone AS punishing_phone"
)
JOINS = (
    "FROM matters m JOIN matter_versions v ON v.matter = m.id LEFT JOIN units s ON s.id = v.supervising "
    "LEFT JOIN units p ON p.id = v.punishing"
)
# Numbers rise with their beginnings, so the highest that has begun is the one in force.
IN_FORCE = (
    "v.withdrawn_at IS NULL AND v.starts_at <= ? AND NOT EXISTS (SELECT 1 FROM matter_versions n WHERE n.matter = v.matter "
    "AND n.number > v.number AND n.withdrawn_at IS NULL AND n.starts_at <= ?)"
)

_BASIS = msgspec.json.Decoder(tuple[Basis, ...])
_TIERS = msgspec.json.Decoder(tuple[Tier, ...])
_TEXTS = (
    "name", "field", "standing", "source_duty", "follow_up_duty", "end_duty", "standard", "prosecution",
)  # fmt: skip


def matter_from(found: Mapping[str, Any]) -> Matter:
    """A matter from a row of COLUMNS."""
    return Matter(
        id=found["id"],
        township=found["township"],
        code=found["code"],
        sayings=tuple(found["sayings"].splitlines()),
        number=found["number"],
        effective_on=found["effective_on"],
        starts_at=found["starts_at"],
        paper=Paper(found["paper_title"], found["paper_number"], found["paper_on"]),
        content=content_from(found),
        supervising=_body(found, "supervising"),
        punishing=_body(found, "punishing"),
        version=found["version"],
    )


def content_from(found: Mapping[str, Any]) -> Content:
    """What a version says, from its columns."""
    return Content(
        **{name: found[name] for name in _TEXTS},
        basis=_BASIS.decode(found["basis"]),
        tiers=_TIERS.decode(found["tiers"]),
        supervising=Named(found["supervising_name"], found["supervising"]),
        punishing=Named(found["punishing_name"], found["punishing"]),
    )


def _body(found: Mapping[str, Any], part: str) -> Body:
    return Body(
        name=found[f"{part}_name"],
        unit=found[part],
        code=found[f"{part}_code"] or "",
        unit_name=found[f"{part}_unit"] or "",
        kind=found[f"{part}_kind"] or "",
        acts_in_own_name=bool(found[f"{part}_acts"]),
        phone=found[f"{part}_phone"] or "",
    )
