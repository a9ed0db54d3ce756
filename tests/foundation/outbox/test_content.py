"""The digest of what a device sent is over values, not over bytes."""

from datetime import datetime
from uuid import UUID

import msgspec
import pytest

from backend.field.findings.bodies import FindingBody
from backend.field.patrols.bodies import PatrolChange
from backend.foundation.outbox import content_digest

BODY = {
    "category": "占道经营",
    "found_at": "2026-11-20T10:30:00+08:00",
    "position": {"lat": 24.1, "lon": 102.4, "source": "gps"},
    "facts": "摊点",
    "disposition": "none",
}


def digest(**changes: object) -> str:
    return content_digest(msgspec.convert(BODY | changes, FindingBody))


@pytest.mark.parametrize(
    "changes",
    [
        {"address": None},
        {"ongoing": False},
        {"found_at": "2026-11-20T02:30:00Z"},
        {"found_at": "2026-11-20T10:30:00.000+08:00"},
        {"position": {"source": "gps", "lon": 102.4, "lat": 24.1, "accuracy_m": None}},
    ],
)
def test_the_same_values_have_one_digest(changes: dict[str, object]) -> None:
    assert digest(**changes) == digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"address": ""},
        {"ongoing": True},
        {"found_at": "2026-11-20T10:30:01+08:00"},
        {"position": {"lat": 24.1, "lon": 102.4, "source": "map"}},
        {"acting": ["b", "a"]},
    ],
)
def test_other_values_have_another(changes: dict[str, object]) -> None:
    assert digest(**changes) != digest()


def test_the_order_of_a_list_is_content() -> None:
    assert digest(acting=["a", "b"]) != digest(acting=["b", "a"])


def test_a_field_left_out_of_a_change_is_no_content() -> None:
    assert content_digest(PatrolChange(title="甲")) != content_digest(PatrolChange(title="甲", summary=""))


def test_null_in_a_change_is_content_for_it_clears() -> None:
    assert content_digest(PatrolChange(title="甲")) != content_digest(PatrolChange(title="甲", summary=None))


def test_ids_and_moments_inside_are_values_too() -> None:
    class Inner(msgspec.Struct):
        at: datetime
        id: UUID

    moment = datetime.fromisoformat("2026-11-20T10:30:00+08:00")
    utc = datetime.fromisoformat("2026-11-20T02:30:00+00:00")
    assert content_digest(Inner(moment, UUID(int=1))) == content_digest(Inner(utc, UUID(int=1)))
