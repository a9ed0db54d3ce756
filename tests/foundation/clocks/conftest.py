"""A record with limits, of the demo's county."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import township_id
from backend.foundation.clocks import Subject
from backend.foundation.clocks.windows import series
from backend.foundation.database import row
from tests.foundation.clocks.carrying_out import DUTY, carried_out
from tests.rig.cast import Cast


@dataclass(frozen=True)
class Case:
    """A case and the bodies it runs between."""

    subject: Subject
    town: UUID
    department: UUID


@pytest.fixture
async def case(cast: Cast) -> Case:
    """A case of 示范镇 that 县城市管理局 has to answer."""
    township, record = township_id("sfz"), ("handoff", uuid4())
    subject = Subject(
        record=record, title="振兴街占道一案", url=f"/handoffs/{record[1]}", township=township, chain=township
    )
    return Case(subject, await _unit("sfz"), await _unit("cgj"))


async def _unit(code: str) -> UUID:
    found = await row("SELECT id FROM units WHERE code = ?", code)
    assert found is not None
    unit: UUID = found["id"]
    return unit


@pytest.fixture
def duty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One recurring duty alone, whatever the rooms have registered."""
    monkeypatch.setattr(series, "_series", {DUTY.rule: DUTY})
    carried_out.clear()
    yield
    carried_out.clear()
