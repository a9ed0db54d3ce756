"""Due dates counted by hand from the notices: each with the days that were counted."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from backend.foundation.workdays import Term, calendar_for, due, trace

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def term_of(case: dict[str, Any]) -> Term:
    return Term(case["rule"]["amount"], case["rule"]["unit"], case["rule"]["roll_forward"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_limit_ends_where_a_person_counted_it_to(case: dict[str, Any]) -> None:
    found = due(term_of(case), datetime.fromisoformat(case["start"]), calendar_for(case["region"]))
    assert found.at.isoformat() == case["expect_due"]
    assert found.provisional == case.get("provisional", False)


COUNTED = [case for case in CASES if "counted: " in case["why"]]


@pytest.mark.parametrize("case", COUNTED, ids=[case["id"] for case in COUNTED])
def test_the_trace_counts_the_days_a_person_counted(case: dict[str, Any]) -> None:
    days = trace(term_of(case), datetime.fromisoformat(case["start"]), calendar_for(case["region"]))
    by_hand = case["why"].partition("counted: ")[2].split()
    assert [f"{day.date:%m-%d}" for day in days if day.counted] == by_hand
    assert [day.number for day in days if day.counted] == list(range(1, len(by_hand) + 1))
