"""What is planned, under way or cancelled is found without reading through all that is over, also where nothing is."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.desk.ledger.queries.lines import settings_for
from backend.field.patrols.queries.filtered import narrowed
from backend.field.patrols.rules.filters import Filters
from backend.foundation.database import engine_kind, row, rows
from tests.field.street import NOON, Street

OVER = 2000
_COPIED = ("township", "unit", "kind", "title", "started_at", "ended_at", "created_by", "received_at")
_EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgres": "EXPLAIN "}


async def over_and_never_filed(street: Street) -> None:
    """What fills a ledger whose township forgets to file."""
    first = await row(f"SELECT {', '.join(_COPIED)} FROM patrols WHERE id = ?", await street.ended())
    assert first is not None
    values: list[Any] = []
    for number in range(OVER):
        values += [uuid4(), *(first[name] for name in _COPIED), NOON - timedelta(hours=number)]
    marks = ", ".join([f"({', '.join('?' * (len(_COPIED) + 2))})"] * OVER)
    await rows(f"INSERT INTO patrols (id, {', '.join(_COPIED)}, sort_at) VALUES {marks}", *values)
    await rows("ANALYZE patrols")


@pytest.mark.parametrize(
    ("state", "index"),
    [
        ("planned", "patrols_under_way"),
        ("ready", "patrols_under_way"),
        ("overdue", "patrols_under_way"),
        ("active", "patrols_under_way"),
        ("paused", "patrols_under_way"),
        ("cancelled", "patrols_cancelled"),
    ],
)
async def test_a_state_that_is_rare_has_an_index_of_its_own(street: Street, state: str, index: str) -> None:
    await over_and_never_filed(street)
    leader, filters = await street.cast.person("lingdao"), Filters(state=state)
    condition, args = narrowed(leader, filters, NOON, await settings_for(leader, filters))
    page = f"SELECT p.id FROM patrols p WHERE {condition} ORDER BY p.sort_at DESC, p.id DESC LIMIT 51"
    plan = await rows(_EXPLAIN[engine_kind()] + page, *args)
    assert index in str(plan)
