"""Drafting a handoff: from a finding, a complaint, a call for help, or from nothing."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.drafting import HandoffBody
from backend.casework.handoffs.commands import judging, limits, origins
from backend.casework.handoffs.commands.writing import insert, noted
from backend.casework.handoffs.queries.directory import Directory, directory
from backend.casework.handoffs.rules import access, sender, stationed, times
from backend.casework.handoffs.rules.handoff import Handoff, columns
from backend.casework.handoffs.rules.sender import Provision, Unit
from backend.foundation.database import row
from backend.foundation.journal import Entry
from backend.foundation.mechanism import Profile, load_profile
from backend.foundation.outbox import Received, Sender, receive_put
from backend.foundation.refusals import Refusal, demand

_PROFILE = "SELECT profile FROM townships WHERE id = ?"
FIELDS = (
    "discovered_at",
    "urgent",
    "ongoing",
    "major",
    "facts",
    "result_days",
)


async def create(by: Sender, handoff_id: UUID, body: HandoffBody) -> Received:
    """PUT: 201 the first time. The limit begins with the draft, for it runs from the discovery.

    Refuses `not_allowed`, `unit_unknown`, `sender_cannot_act`, `recipient_cannot_act`, `direction_mismatch`,
    `matter_unknown`, `matter_not_in_force`, `origin_unknown`, `time_in_future`, `discovery_before_finding`, `result_days_out_of_bounds` and as any PUT.
    """

    async def act() -> Entry:
        demand(access.may_write(by.person))
        handoff = await _compose(by, handoff_id, body)
        units = await directory(by.person.county_id)
        names = (units.units[handoff.from_unit].name, units.units[handoff.to_unit].name)
        await insert(handoff, names)
        await limits.begin_transfer(handoff)
        await origins.hang(by, handoff)
        return noted(by, handoff, "handoff.created", msgspec.to_builtins(body), body.made_at)

    return await receive_put(
        by.person, "handoff", handoff_id, body, create=act, state=lambda: _state(handoff_id)
    )


async def _compose(by: Sender, handoff_id: UUID, body: HandoffBody) -> Handoff:
    times.happened(by, {"discovered_at": body.discovered_at})
    units = await directory(by.person.county_id)
    mine = units.units[by.person.unit_id]
    leaving, addressee = _between(mine, body, units)
    home = mine.township or addressee.township
    if home is None:
        raise Refusal("direction_mismatch", "移送方和受移送方要有一方是乡镇（街道）")
    profile = await _profile_of(home)
    stationed.proposed(profile, body.direction, body.result_days)
    sender.in_own_name(profile, leaving, {mine.id, mine.body}, body.direction, _provision(body))
    sender.direction(leaving, addressee, body.direction)
    sender.competent(addressee, body.direction)
    township = addressee.township if body.direction == "in" else leaving.township
    assert township is not None  # the direction was judged
    values = await _values(by, profile, township, body)
    values |= {"from_unit": leaving.id, "from_body": units.government(leaving).id}
    return _draft(by, handoff_id, profile, body, values | {"township": township, "to_unit": addressee.id})


def _between(mine: Unit, body: HandoffBody, units: Directory) -> tuple[Unit, Unit]:
    """Who sends and to whom; without a word it is the caller's body that acts in its own name, for M06 the caller's unit."""
    addressee = units.named(body.to_unit, "to_unit")
    if body.from_unit:
        return units.named(body.from_unit, "from_unit"), addressee
    return (mine if body.direction == "stationed" else units.units[mine.body]), addressee


async def _profile_of(township: UUID) -> Profile:
    found = await row(_PROFILE, township)
    assert found is not None
    return load_profile(found["profile"])


async def _values(by: Sender, profile: Profile, township: UUID, body: HandoffBody) -> dict[str, Any]:
    """The columns that follow from what was said, once it is looked up."""
    sources = await origins.sources_of(by.person, body)
    said = {name: getattr(body, name) for name in FIELDS} | sources
    said["discovered_at"] = times.counted(by, body.discovered_at)
    said |= {
        "matter_code": body.matter_code or "",
        "discovered_reason": body.discovered_reason or "",
        "address": body.address or "",
        "party": msgspec.structs.asdict(body.party) if body.party else None,
        "delegated_by": msgspec.structs.asdict(body.delegated_by) if body.delegated_by else None,
        "stop_record": await judging.stop_of(by, profile, body.stop_record),
        "notice_record": judging.notice_of(by, body.notice_record),
    }
    records = {name: said[name] for name in ("stop_record", "notice_record")}
    await judging.near_discovery(by.person, sources["finding"], said["discovered_at"], records)
    name = await judging.matter_name(township, said["matter_code"], said["discovered_at"])
    return columns(said) | {"matter_name": name}


def _draft(
    by: Sender, handoff_id: UUID, profile: Profile, body: HandoffBody, values: dict[str, Any]
) -> Handoff:
    return Handoff(
        id=handoff_id,
        profile=profile.code,
        direction=body.direction,
        urgent_at=None,
        consent_record=None,
        state="draft",
        sending=1,
        returns=0,
        submitted_by=None,
        extended_at=None,
        number="",
        created_by=by.person.id,
        **by.stamps(body.made_at),
        overwritten=False,
        sort_at=by.at,
        version=1,
        field_versions="{}",
        **values,
    )


def _provision(body: HandoffBody) -> Provision | None:
    given = body.delegated_by
    return Provision(given.source, given.title, given.article) if given else None


async def _state(handoff_id: UUID) -> str:
    """What other content under an id already used is told."""
    found = await row("SELECT state FROM handoffs WHERE id = ?", handoff_id)
    if found is None:
        return "conflict"
    return {"withdrawn": "gone", "closed": "filed"}.get(found["state"], "conflict")
