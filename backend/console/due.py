"""`liandong due`: when a limit ends and why. Needs no database and no server."""

import argparse
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from backend.console.command import Command

if TYPE_CHECKING:
    from backend.console.counting import Question

USAGE = 2
UNITS = ("working_day", "calendar_day", "hour", "same_day")
WEEKDAYS = "一二三四五六日"
NAME_WIDTH = 24


def answer_due(chosen: argparse.Namespace) -> int:
    """Print the answer to one question or to a batch; 2 where it is not clear what is asked."""
    from backend.console.counting import answered, batch

    if wrong := _misuse(chosen):
        print(f"liandong due: {wrong}", file=sys.stderr)
        return USAGE
    if chosen.batch:
        told = [answered(question) for question in batch(chosen.batch)]
        print(_json(told) if chosen.json else "\n".join(_line(entry) for entry in told))
        return 0
    question = _asked(chosen)
    answer = answered(question)
    print(_json(answer) if chosen.json else "\n".join(_table(question, answer)))
    return 0


def _misuse(chosen: argparse.Namespace) -> str:
    """What does not go together, or ""."""
    figure, rule = chosen.amount is not None or chosen.unit, chosen.profile or chosen.rule
    if chosen.batch:
        return "--batch stands alone" if figure or rule or chosen.start else ""
    if chosen.start is None:
        return "--start says from which moment"
    if bool(figure) == bool(rule):
        return "either --amount and --unit, or --profile and --rule"
    if rule and not (chosen.profile and chosen.rule):
        return "--profile and --rule go together"
    if figure and (not chosen.unit or (chosen.amount is None) != (chosen.unit == "same_day")):
        return "--amount and --unit go together; same_day has no amount"
    return ""


def _asked(chosen: argparse.Namespace) -> "Question":
    from backend.console.counting import by_figure, by_rule

    if chosen.profile:
        return by_rule(chosen.profile, chosen.rule, chosen.start, chosen.region)
    return by_figure(chosen.amount, chosen.unit, chosen.start, chosen.region, rolls=chosen.roll_forward)


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)


def _line(told: dict[str, Any]) -> str:
    name = told["id"]
    taken = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in name)
    return f"{name}{' ' * max(1, NAME_WIDTH - taken)}{_ends(told)}"


def _table(question: "Question", told: dict[str, Any]) -> list[str]:
    return [
        f"期限  {question.says}",
        f"起算  {_read(question.start)}",
        f"到期  {_ends(told)}",
        f"依据  {told['basis']}",
        f"地区  {question.region}",
        "",
        *_rows(told["trace"], numbered=question.term.unit != "hour"),
    ]


def _rows(days: list[dict[str, Any]], *, numbered: bool) -> list[str]:
    """A day a line: date, the how-manieth counted one, why."""
    lines, number = [], 0
    for day in days:
        number += day["counted"]
        count = number if day["counted"] and numbered else "—"
        weekday = WEEKDAYS[datetime.fromisoformat(day["date"]).weekday()]
        lines.append(f"{day['date']} 周{weekday}  {count:>3}  {day['why']}")
    return lines


def _ends(told: dict[str, Any]) -> str:
    return f"{_read(datetime.fromisoformat(told['due']))}{'（暂定）' if told['provisional'] else ''}"


def _read(moment: datetime) -> str:
    """2026-10-08 周四 24:00: a limit in days ends with its last day."""
    from backend.foundation.now import local

    found = local(moment)
    clock = "24:00" if f"{found:%H:%M:%S}" == "23:59:59" else f"{found:%H:%M}"
    return f"{found:%Y-%m-%d} 周{WEEKDAYS[found.weekday()]} {clock}"


def _amount(text: str) -> int:
    found = int(text)
    if found < 0:
        raise ValueError(text)
    return found


def _moment(text: str) -> datetime:
    from backend.console.counting import moment

    return moment(text)


COMMANDS = (
    Command(
        "due",
        "say when a limit ends and why, day by day; needs no database",
        answer_due,
        (
            (("--amount",), {"type": _amount, "help": "how many"}),
            (("--unit",), {"choices": UNITS, "help": "of what"}),
            (("--roll-forward",), {"action": "store_true", "help": "a last natural day off moves on"}),
            (("--profile",), {"help": "a place's mechanism, e.g. changjiang"}),
            (("--rule",), {"help": "one of its limits, e.g. handoff.transfer"}),
            (("--start",), {"type": _moment, "metavar": "ISO", "help": "the moment it runs from"}),
            (("--region",), {"help": "whose calendar: CN, CN-XJ, …; default: the place's, else CN"}),
            (("--batch",), {"metavar": "FILE", "help": "a JSON list of cases; - for standard input"}),
            (("--json",), {"action": "store_true", "help": "print JSON"}),
        ),
    ),
)
