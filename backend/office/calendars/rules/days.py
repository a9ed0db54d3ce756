"""A local day as it is typed. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from backend.foundation.refusals import Refusal
from backend.foundation.workdays.festivals import first_year, last_year
from backend.office.calendars.change import DaySet

WORDS: Final = {"off": "放假", "work": "上班"}
MOST_WHY, MOST_SOURCE = 40, 200


def read_day(typed: Mapping[str, str]) -> DaySet:
    """Refuses `invalid` with a sentence for each field that cannot be taken."""
    day, kind = _date(typed["day"]), typed["kind"]
    why, source = typed["why"], typed["source"]
    faults = {
        "day": "" if day else f"填{first_year()}年到{last_year()}年的一天",
        "kind": "" if kind in WORDS else "选放假或上班",
        "why": "" if 0 < len(why) <= MOST_WHY else f"写明是什么日子，{MOST_WHY}字以内",
        "source": "" if 0 < len(source) <= MOST_SOURCE else f"写明依据的文件，{MOST_SOURCE}字以内",
    }
    told = {field: fault for field, fault in faults.items() if fault}
    if told or day is None:
        raise Refusal("invalid", fields=told)
    return DaySet(day, kind == "work", why, source)


def _date(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if first_year() <= found.year <= last_year() else None
