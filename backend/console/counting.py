"""Questions put to `liandong due`, and their answers as the contract words them."""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from backend.console.command import Refused, in_one_line
from backend.foundation.mechanism import FileRefused, limit_basis, limit_sentence, load_profile
from backend.foundation.now import CHINA
from backend.foundation.workdays import (
    Term,
    Uncountable,
    Unit,
    amount_words,
    calendar_for,
    due,
    grounds,
    trace,
)


@dataclass(frozen=True)
class Question:
    """What is to be counted; `basis` is that of a profile's rule, empty for a bare figure. `id`: the case of a batch."""

    term: Term
    start: datetime
    region: str
    says: str
    basis: str
    id: str = ""


def by_figure(
    amount: int | None, unit: Unit, start: datetime, region: str | None, *, rolls: bool, case: str = ""
) -> Question:
    """So many of a unit; raises Refused."""
    try:
        term = Term(amount, unit, rolls)
    except Uncountable as problem:
        raise Refused(str(problem)) from None
    return Question(term, start, region or "CN", amount_words(term), "", case)


def by_rule(code: str, rule: str, start: datetime, region: str | None, case: str = "") -> Question:
    """The limit in force under a profile; raises Refused where it has none."""
    try:
        profile = load_profile(code)
    except FileRefused as problem:
        raise Refused(problem.reason) from None
    limit = profile.in_force(rule) if rule in profile.limits else None
    if limit is None:
        raise Refused(f"{profile.name}（{code}）没有 {rule} 这项期限")
    says, basis = limit_sentence(limit), limit_basis(limit, profile)
    return Question(limit.term, start, region or profile.region, says, basis, case)


def batch(path: str) -> list[Question]:
    """The questions of a file in the form of deadline_cases.json ("-": standard input); raises Refused by case."""
    try:
        cases = json.loads(sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise Refused(f"{path}: {in_one_line(problem)}") from None
    if not isinstance(cases, list) or not all(isinstance(case, dict) for case in cases):
        raise Refused(f"{path}: not a list of cases")
    return [_case(case, str(case.get("id", number))) for number, case in enumerate(cases, start=1)]


def answered(question: Question) -> dict[str, Any]:
    """When it ends and why; a case keeps its id. Raises Refused."""
    try:
        calendar = calendar_for(question.region)
        end = due(question.term, question.start, calendar)
        days = trace(question.term, question.start, calendar)
    except Uncountable as problem:
        raise Refused(f"case {question.id}: {problem}" if question.id else str(problem)) from None
    rests = (question.basis or question.says, grounds(question.term, question.start, calendar))
    return ({"id": question.id} if question.id else {}) | {
        "due": end.at.isoformat(),
        "provisional": end.provisional,
        "trace": [{"date": day.date.isoformat(), "counted": day.counted, "why": day.why} for day in days],
        "basis": "；".join(rests),
    }


def moment(text: str) -> datetime:
    """An ISO moment or day; without an offset it is read at +08:00."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=CHINA)


def _case(case: dict[str, Any], name: str) -> Question:
    """`rule` is a figure, or the name of a rule beside `profile`."""
    try:
        start, rule, region = moment(case["start"]), case["rule"], case.get("region")
        if isinstance(rule, str):
            return by_rule(case["profile"], rule, start, region, name)
        amount, unit = _figure(rule)
        return by_figure(amount, unit, start, region, rolls=rule.get("roll_forward") is True, case=name)
    except KeyError as missing:
        raise Refused(f"case {name}: no {missing.args[0]}") from None
    except (Refused, AttributeError, TypeError, ValueError) as problem:
        raise Refused(f"case {name}: {in_one_line(problem)}") from None


def _figure(rule: dict[str, Any]) -> tuple[int | None, Unit]:
    amount, unit = rule.get("amount"), rule["unit"]
    if unit not in get_args(Unit) or type(amount) not in (int, type(None)):
        raise Refused(f"no limit: {json.dumps(rule, ensure_ascii=False)}")
    return amount, unit
