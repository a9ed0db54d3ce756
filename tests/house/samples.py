"""One record of every kind in the township and one in the neighbouring township, made through the API.

A new path parameter gets its two samples here; the permission matrix asks for them by its name.
"""

import hashlib
import io
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
from PIL import Image

from backend.demo.organisation import officer_id, unit_id
from backend.desk.deadlines.links import issue
from backend.foundation.database import row, rows
from backend.foundation.now import now
from backend.foundation.people.sessions import digest_of
from backend.foundation.people.tokens import issue_token
from tests.casework.handoffs.samples import handoff_names
from tests.casework.hazards.desks import hazard_body
from tests.casework.requests.samples import request_names
from tests.field.assists.calls import call_body
from tests.field.campaigns.samples import campaign_names
from tests.field.checkins.visits import visit_body
from tests.field.emergencies.samples import emergency_names
from tests.field.incidents.reporting import WRITTEN, incident_body
from tests.field.street import finding_body, patrol_body
from tests.office.absences.samples import absence_names
from tests.office.calendars.samples import local_day
from tests.office.duty.samples import duty_names
from tests.office.duty.turnout.samples import turnout_names
from tests.office.equipment.samples import equipment_names
from tests.office.letters.samples import own_letter, stranger_letter
from tests.office.matters.samples import matter_names
from tests.office.personnel.samples import attachment_of
from tests.office.tasks.samples import sample_task
from tests.rig.cast import Cast

# Who plays which part in the cast.
PLAYERS = {
    "officer": "duiyuan", "auxiliary": "xieguan", "captain": "duizhang", "clerk": "neiqin", "police": "minjing",
    "police_chief": "suozhang", "traffic_police": "jiaojing", "station": "ziran", "legal": "fazhi", "leader": "lingdao",
    "mayor": "zhenzhang", "office": "dangban", "dispatcher": "zhihui", "liaison": "chengguan", "head": "chengguan2",
    "public_security": "gongan", "procuratorate": "jiancha", "court": "fayuan", "government": "xianban",
    "supervisor": "jiandu", "petitions": "xinfang", "administrator": "guanli",
}  # fmt: skip

Names = dict[str, str]


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(drawn, "JPEG")
    return drawn.getvalue()


PICTURE = _picture()


@dataclass
class Samples:
    """A browser for each role, and the records they ask for."""

    cast: Cast
    browsers: dict[str, httpx.AsyncClient] = field(default_factory=dict)
    own: dict[str, Names] = field(default_factory=dict)
    strange: Names = field(default_factory=dict)


async def gather(clients: AsyncExitStack) -> Samples:
    """Samples of everything, committed."""
    samples = Samples(Cast(clients))
    here = await _township(samples.cast, "duizhang", "duiyuan", ["duizhang", "duiyuan", "minjing"], "sfz-zfd")
    samples.strange = await _township(samples.cast, "linzhen", "linzhen", ["linzhen"], "lz")
    samples.strange |= await _of_a_person(samples.cast, "linzhen")
    samples.strange |= await stranger_letter(("patrol", UUID(samples.strange["patrol_id"])))
    here |= await own_letter(UUID(here["letter_id"]))
    # A county's calendars are one for all of its townships.
    samples.strange |= (day := await local_day(samples.cast))
    here |= day
    for role, username in PLAYERS.items():
        samples.browsers[role] = await samples.cast.browser(username)
        samples.own[role] = here | await _of_a_person(samples.cast, username)
    return samples


async def _township(cast: Cast, captain: str, officer: str, crew: list[str], unit: str) -> Names:
    patrol, finding, photo, hazard, assist, contact = (str(uuid4()) for _ in range(6))
    kind = "joint" if len(crew) > 1 else "routine"
    await _put(cast, captain, f"patrols/{patrol}", patrol_body(crew=crew, kind=kind))
    await _put(cast, officer, f"patrols/{patrol}/findings/{finding}", finding_body())
    await _put(cast, officer, f"photos/{photo}", _photo_body(finding))
    await (await cast.script(officer)).put(f"/api/v1/photos/{photo}/content", content=PICTURE)
    # Another body than the own township's: county bodies serve both.
    await _put(cast, officer, f"hazards/{hazard}", hazard_body(to_unit="cgj" if len(crew) > 1 else "yjj"))
    # Of no patrol that is known: it concerns nobody for walking along.
    await _put(cast, officer, f"assists/{assist}", call_body(patrol=str(uuid4())))
    incident, visit = await _incident(cast, officer), str(uuid4())
    await _put(cast, officer, f"checkins/{visit}", visit_body())
    await _contact(contact, unit)
    held = await row("SELECT id FROM certificates WHERE officer = ?", officer_id(officer))
    place = await row(
        "SELECT p.id FROM places p JOIN units u ON u.township = p.township WHERE u.code = ? LIMIT 1", unit
    )
    assert held is not None
    case = await handoff_names(cast, officer, unit)
    clock = await row("SELECT id FROM clocks WHERE record_id = ?", UUID(case["handoff_id"]))
    assert clock is not None
    place_id = str(place["id"]) if place else await _place(cast, captain)
    stands = ("lz", "linzhen", "linzhen2") if unit == "lz" else ("sfz", "duiyuan", "duiyuan2")
    duty = await duty_names(*stands)
    return {
        "unit_id": str(unit_id(unit)),
        "officer_id": str(officer_id(officer)),
        "certificate_id": str(held["id"]),
        "attachment_id": await attachment_of(officer_id(officer)),
        "place_id": place_id,
        "patrol_id": patrol,
        "patrol": patrol,
        "finding_id": finding,
        "photo_id": photo,
        "hazard_id": hazard,
        **await request_names(cast, officer, "cgj" if len(crew) > 1 else "yjj"),
        "assist_id": assist,
        **incident,
        **await emergency_names(cast, captain, officer),
        **await absence_names(cast, captain, officer),
        **await equipment_names(cast, captain, officer),
        "checkin_id": visit,
        "task_id": await sample_task(captain, officer),
        **await campaign_names(cast, captain, unit),
        "contact_id": contact,
        **await _notices(officer, unit, patrol),
        "username": officer,
        "problem": "filed",
        "clock_id": str(clock["id"]),
        **case,
        **duty,
        **await turnout_names(*stands[:2], duty["shift_id"], place_id),
        **await matter_names(
            cast, "lz" if unit == "lz" else "sfz", "yingji" if unit == "lz" else "chengguan"
        ),
    }


async def _of_a_person(cast: Cast, username: str) -> Names:
    browser = await cast.browser(username)
    await browser.post("/ledger/exports", data={"format": "csv"})
    export = await row("SELECT id FROM exports WHERE officer = ?", officer_id(username))
    secret = await issue(await cast.person(username), now())
    return {
        "export_id": str(export["id"] if export else uuid4()),
        "device": digest_of(browser.headers["Cookie"].removeprefix("session=")),
        "feed": f"{secret}.ics",
        "secret": secret,
        "token": digest_of(await issue_token(officer_id(username), "sample", now())),
    }


async def _put(cast: Cast, who: str, path: str, body: dict[str, Any]) -> None:
    answer = await (await cast.script(who)).put(f"/api/v1/{path}", json=body)
    assert answer.status_code == 201, answer.text


async def _incident(cast: Cast, officer: str) -> Names:
    """Reported to 县政府 by the own township, to 县应急管理局 by the neighbouring one; a written report waits for a signature."""
    incident, report = str(uuid4()), str(uuid4())
    to = ["yjj"] if officer == "linzhen" else ["xf", "cgj"]
    await _put(cast, officer, f"incidents/{incident}", incident_body(to=to))
    await _put(cast, officer, f"incidents/{incident}/reports/{report}", WRITTEN)
    return {"incident_id": incident, "report_id": report}


async def _contact(contact: str, unit: str) -> None:
    """By hand: nobody of the neighbouring township keeps its phone list."""
    await rows(
        "INSERT INTO alarm_contacts (id, township, name, phone) SELECT ?, u.township, '许南山', '0000-1' FROM units u "
        "WHERE u.code = ?",
        UUID(contact),
        unit,
    )


async def _notices(officer: str, unit: str, patrol: str) -> Names:
    """Something told about the patrol, an address of the officer's own, a group of the unit's, one on its way there."""
    names = {name: uuid4() for name in ("notice_id", "address_id", "group_id", "delivery_id")}
    told, body, at = officer_id(officer), unit_id(unit), now()
    await rows(
        "INSERT INTO notices (id, officer, topic, record_kind, record_id, title, created_at) VALUES (?, ?, 'handoff', 'patrol', ?, '有一件', ?)",
        names["notice_id"],
        told,
        UUID(patrol),
        at,
    )
    for name, owner, whose in (("address_id", "officer", told), ("group_id", "unit", body)):
        await rows(
            f"INSERT INTO notice_addresses (id, {owner}, kind, address, created_by, created_at) VALUES (?, ?, 'email', 'a@shifan.example', ?, ?)",
            names[name],
            whose,
            told,
            at,
        )
    await rows(
        "INSERT INTO notice_deliveries (id, notice, address, state, next_at, created_at) VALUES (?, ?, ?, 'failed', ?, ?)",
        names["delivery_id"],
        names["notice_id"],
        names["address_id"],
        at,
        at,
    )
    return {name: str(value) for name, value in names.items()}


async def _place(cast: Cast, who: str) -> str:
    place = str(uuid4())
    position = {"lat": 24.16, "lon": 102.39, "source": "map"}
    await _put(cast, who, f"places/{place}", {"name": "早市", "kind": "market", "position": position})
    return place


def _photo_body(finding: str) -> dict[str, Any]:
    return {
        "subject": {"kind": "finding", "id": finding},
        "taken_at": finding_body()["found_at"],
        "source": "camera",
        "sha256": hashlib.sha256(PICTURE).hexdigest(),
        "bytes": len(PICTURE),
        "media_type": "image/jpeg",
    }
