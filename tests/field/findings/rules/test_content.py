"""What a finding must say to make sense."""

from datetime import date, datetime
from typing import Any

import pytest

from backend.field.findings.rules.content import coherent
from backend.foundation.refusals import Refusal

FOUND_AT = datetime.fromisoformat("2026-11-20T23:30:00+08:00")


def finding(**changes: Any) -> dict[str, Any]:
    said = {"facts": "摊点", "nothing_found": False, "disposition": "ordered", "ongoing": True}
    return said | {"found_at": FOUND_AT, "recheck_on": None} | changes


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"recheck_on": date(2026, 11, 20)},
        {"nothing_found": True, "facts": "", "disposition": "none", "ongoing": False},
    ],
)
def test_it_makes_sense(changes: dict[str, Any]) -> None:
    coherent(finding(**changes))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"facts": ""}, "facts"),
        ({"facts": " \n\t"}, "facts"),
        ({"nothing_found": True}, "disposition"),
        ({"nothing_found": True, "disposition": "none"}, "disposition"),
        ({"recheck_on": date(2026, 11, 19)}, "recheck_on"),
    ],
)
def test_it_does_not(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        coherent(finding(**changes))
    assert list(refused.value.fields) == [field]
