"""Rows of an export, page by page of keyset, so that a hundred thousand neither fill memory nor hold up anybody."""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from backend.desk.ledger.cells import Row
from backend.desk.ledger.export.columns import Details, finding_row, patrol_row
from backend.desk.ledger.masking import Party, needs_names
from backend.desk.ledger.queries.lines import settings_for
from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.queries.findings import COUNTED_AT
from backend.field.patrols.queries.visible import FROM
from backend.field.patrols.rules.filters import Filters
from backend.field.patrols.showing import state_of
from backend.foundation.database import batch, row, rows
from backend.foundation.database.access import Row as Found
from backend.foundation.people.identity import Person
from backend.foundation.preferences import preferences

PAGE = 500
_FIRST_FIX = "(SELECT t.{axis} FROM track_points t WHERE t.patrol = p.id ORDER BY t.device, t.seq LIMIT 1)"
_COLUMNS = (
    "p.id, p.kind, p.title, p.planned_route, p.planned_from, p.started_at, p.ended_at, p.summary, p.cancelled_at, "
    "p.cancel_reason, p.filed_at, p.number, p.overlapping, p.overwritten, p.clock_offset_s, p.unit_names, "
    "p.finding_count, p.photo_count, p.length_m, p.review, p.sort_at, w.paused_at, "
    "(SELECT o.name FROM officers o WHERE o.id = p.filed_by) AS filed_by_name, "
    f"{_FIRST_FIX.format(axis='lat')} AS start_lat, {_FIRST_FIX.format(axis='lon')} AS start_lon"
)
_HANGING = {
    "crew": "SELECT c.patrol, o.name, c.unit FROM crew c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = c.unit "
    "WHERE c.patrol IN ({marks}) ORDER BY u.code, o.username, c.joined_at",
    "confirmed": "SELECT patrol, unit FROM attendances WHERE patrol IN ({marks})",
    "findings": "SELECT patrol, disposition, COUNT(*) AS found FROM findings WHERE patrol IN ({marks}) "
    "AND removed_at IS NULL AND NOT nothing_found GROUP BY patrol, disposition",
    "passed": "SELECT g.patrol, l.name FROM passings g JOIN places l ON l.id = g.place WHERE g.patrol IN ({marks}) "
    "ORDER BY g.at, l.name",
    "remarks": "SELECT r.patrol, r.at, r.text, r.returned, o.name AS by_name FROM remarks r JOIN officers o "
    "ON o.id = r.written_by WHERE r.patrol IN ({marks}) ORDER BY r.at, r.id",
    "addenda": "SELECT patrol, id FROM addenda WHERE patrol IN ({marks})",
    "checks": "SELECT patrol, id FROM conduct_checks WHERE patrol IN ({marks})",
    "recordings": "SELECT patrol, id FROM recordings WHERE patrol IN ({marks})",
    "parties": "SELECT patrol, party_name, party_kind, party_age FROM findings WHERE patrol IN ({marks}) "
    "AND removed_at IS NULL AND party_name <> ''",
}
_FINDINGS = (
    "SELECT f.id, f.patrol, f.number, f.found_at, f.category, f.nothing_found, f.matter_code, f.address, f.lat, f.lon, "
    "f.accuracy_m, f.position_source, f.facts, f.disposition, f.acting, f.ongoing, f.recheck_on, f.party_name, "
    "f.party_kind, f.party_age, f.late, f.clock_offset_s, o.name AS by_name, (SELECT COUNT(*) FROM photos h "
    "WHERE h.subject_id = f.id AND h.subject_kind = 'finding' AND h.township = f.township AND h.removed_at IS NULL) "
    "AS photos FROM findings f JOIN officers o ON o.id = f.created_by WHERE f.patrol IN ({marks}) "
    f"AND f.removed_at IS NULL ORDER BY f.patrol, {COUNTED_AT}, f.number"
)
_NAMES = "SELECT username, name FROM officers"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose export of what, as it stood at `at`: what reached the server later is not in it."""

    person: Person
    filters: Filters
    at: datetime


# Told how many patrols have been passed, after every page.
Turned = Callable[[int], Awaitable[None]]


async def count(asked: Asked) -> int:
    condition, args = await _condition(asked)
    found = await row(f"SELECT COUNT(*) AS patrols FROM patrols p WHERE {condition}", *args)
    return int(found["patrols"]) if found else 0


async def patrol_rows(asked: Asked, turned: Turned) -> AsyncIterator[Row]:
    """In the order and with the columns of PATROLS, newest first as the page lists them."""
    settings, named = await preferences(asked.person.township_id), needs_names(asked.person.roles)
    async for page in _pages(asked, turned):
        details = await _details([patrol["id"] for patrol in page])
        for patrol in page:
            state = state_of(SimpleNamespace(**patrol), asked.at, settings)
            yield patrol_row(patrol, state, details[patrol["id"]], named=named)


async def finding_rows(asked: Asked, turned: Turned) -> AsyncIterator[Row]:
    """One for each finding of the same patrols, in the same order."""
    named = needs_names(asked.person.roles)
    names = {entry["username"]: entry["name"] for entry in await rows(_NAMES)}
    async for page in _pages(asked, turned):
        found = _by_patrol(await _of(_FINDINGS, [patrol["id"] for patrol in page]))
        for patrol in page:
            for finding in found[patrol["id"]]:
                yield finding_row(patrol, finding, names, named=named)


async def _condition(asked: Asked) -> tuple[str, list[Any]]:
    settings = await settings_for(asked.person, asked.filters)
    condition, args = narrowed(asked.person, asked.filters, asked.at, settings)
    return f"{condition} AND p.received_at <= ?", [*args, asked.at]


async def _pages(asked: Asked, turned: Turned) -> AsyncIterator[list[Found]]:
    condition, args = await _condition(asked)
    last: Found | None = None
    passed = 0
    while True:
        older = " AND (p.sort_at, p.id) < (?, ?)" if last else ""
        page = await rows(
            f"SELECT {_COLUMNS} {FROM} WHERE {condition}{older} ORDER BY p.sort_at DESC, p.id DESC LIMIT ?",
            *args,
            *((last["sort_at"], last["id"]) if last else ()),
            PAGE,
        )
        if page:
            yield page
        passed += len(page)
        await turned(passed)
        if len(page) < PAGE:
            return
        last = page[-1]


async def _details(patrols: list[UUID]) -> dict[UUID, Details]:
    marks = ", ".join("?" * len(patrols))
    found = await batch([(sql.format(marks=marks), patrols) for sql in _HANGING.values()])
    hanging = dict(zip(_HANGING, map(_by_patrol, found), strict=True))
    return {
        patrol: Details(
            crew=list(dict.fromkeys(entry["name"] for entry in hanging["crew"][patrol])),
            units=len({entry["unit"] for entry in hanging["crew"][patrol]}),
            confirmed=len(hanging["confirmed"][patrol]),
            dispositions={entry["disposition"]: entry["found"] for entry in hanging["findings"][patrol]},
            passed=[entry["name"] for entry in hanging["passed"][patrol]],
            remarks=list(hanging["remarks"][patrol]),
            addenda=len(hanging["addenda"][patrol]),
            checked=bool(hanging["checks"][patrol]),
            recordings=len(hanging["recordings"][patrol]),
            parties=[
                Party(entry["party_name"], entry["party_kind"], entry["party_age"])
                for entry in hanging["parties"][patrol]
            ],
        )
        for patrol in patrols
    }


async def _of(sql: str, patrols: list[UUID]) -> list[Found]:
    return await rows(sql.format(marks=", ".join("?" * len(patrols))), *patrols)


def _by_patrol(found: Iterable[Found]) -> defaultdict[UUID, list[Found]]:
    held: defaultdict[UUID, list[Found]] = defaultdict(list)
    for entry in found:
        held[entry["patrol"]].append(entry)
    return held
