"""The handoffs the permission matrix asks for: one that 示范镇 sent to 县城市管理局, one that 邻镇 is drafting."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from backend.casework.handoffs.bodies.delegating import DelegationBody
from backend.casework.handoffs.commands.delegation import delegate
from backend.casework.handoffs.invitations.inviting import invite
from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import row
from backend.foundation.now import now
from backend.foundation.outbox import Device, Sender
from tests.casework.handoffs.offices import Offices
from tests.field.street import Street
from tests.rig.cast import Cast
from tests.rig.clock import Clock
from tests.rig.stage import stage

DAYS = (date(2026, 11, 20), date(2026, 11, 25))


async def handoff_names(cast: Cast, officer: str, unit: str) -> dict[str, str]:
    """Ids of a handoff, its material and its letter, and of a delegation, by the names of the path parameters."""
    offices = Offices(Street(cast, Clock(stage().folder / "data" / "clock")))
    at_home = unit != "lz"
    handoff = await offices.sent(officer) if at_home else await offices.draft(officer, to_unit="yjj")
    material = await row("SELECT id FROM handoff_materials LIMIT 1")
    letter = await row("SELECT letter FROM handoff_sendings LIMIT 1")
    assert material is not None
    assert letter is not None
    return {
        "handoff_id": handoff,
        "material_id": str(material["id"] if at_home else uuid4()),
        "letter_id": str(letter["letter"] if at_home else uuid4()),
        "step_id": str(uuid4()),
        "link": await _link(handoff),
        "copy_id": str(uuid4()),
        "delegation_id": await (_by_leader(offices) if at_home else _elsewhere(cast)),
    }


async def _link(handoff: str) -> str:
    """What stands on a letter behind /p/."""
    reply = await invite(UUID(handoff), 1, unit_id("slj"), at=now(), by=officer_id("duiyuan"))
    return reply.address.rpartition("/")[2]


async def _by_leader(offices: Offices) -> str:
    """`lingdao` lets `duizhang` approve."""
    delegation = str(uuid4())
    body = {"delegate": "duizhang", "from_day": "2026-11-20", "until_day": "2026-11-25"}
    answer = await offices.street.put("lingdao", f"/approval-delegations/{delegation}", body)
    assert answer.status_code == 201, answer.text
    return delegation


async def _elsewhere(cast: Cast) -> str:
    """Somebody leading 邻镇 lets `linzhen` approve: nobody of the cast has to do with it."""
    leader = replace(await cast.person("linzhen"), id=officer_id("linzhen2"), roles=frozenset({"leader"}))
    delegation, body = uuid4(), DelegationBody(delegate="linzhen", from_day=DAYS[0], until_day=DAYS[1])
    await delegate(Sender(leader, Device(), now()), delegation, body)
    return str(delegation)
