"""Office hours as they are typed: one or two seasons, each from a day of the year. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from backend.foundation.refusals import Refusal
from backend.foundation.workdays import Season
from backend.office.calendars.change import HoursSet

SEASONS: Final = (1, 2)
FIELDS: Final = ("name", "since", "spans")
MOST_NAME, MOST_SPANS, MOST_SOURCE = 20, 60, 200
LEAP_YEAR: Final = 2024  # 02-29 is a day to begin on
_SINCE: Final = re.compile(r"(0?[1-9]|1[0-2])[-月](0?[1-9]|[12]\d|3[01])日?")
_SPAN: Final = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)\s*[-—–~至到]+\s*([01]?\d|2[0-3])[:：]([0-5]\d)")


def read_hours(typed: Mapping[str, str]) -> HoursSet:
    """Refuses `invalid` with a sentence for each field. The second season may be left out whole."""
    source, faults = typed["source"], dict[str, str]()
    if not 0 < len(source) <= MOST_SOURCE:
        faults["source"] = f"写明依据的文件，{MOST_SOURCE}字以内"
    asked = [number for number in SEASONS if number == 1 or any(typed[f"{name}{number}"] for name in FIELDS)]
    found = [_season(typed, number, source, faults) for number in asked]
    if not faults and len({season.since for season in found}) < len(found):
        faults["since2"] = "两个季节从同一天起"
    if faults:
        raise Refusal("invalid", fields=faults)
    return HoursSet(tuple(sorted(found, key=lambda season: season.since)))


def _season(typed: Mapping[str, str], number: int, source: str, faults: dict[str, str]) -> Season:
    name, since = typed[f"name{number}"], _since(typed[f"since{number}"])
    spans = _spans(typed[f"spans{number}"])
    if not 0 < len(name) <= MOST_NAME:
        faults[f"name{number}"] = f"写个名称，{MOST_NAME}字以内，如 夏季作息"
    if not since:
        faults[f"since{number}"] = "写月-日，如 05-01"
    if not spans:
        faults[f"spans{number}"] = "写成 08:30-12:00，14:30-18:00，先早后晚，不重叠"
    return Season(name=name, since=since, spans=spans, source=source)


def _since(text: str) -> str:
    """05-01; empty where it is no day of the year."""
    found = _SINCE.fullmatch(text)
    if found is None:
        return ""
    since = f"{int(found[1]):02d}-{int(found[2]):02d}"
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{since}")
    except ValueError:
        return ""
    return since


def _spans(text: str) -> tuple[str, ...]:
    """In order and without overlap; empty where they are not."""
    parts = [part for part in re.split(r"[，,、；;\s]+", text) if part] if len(text) <= MOST_SPANS else []
    found = [_SPAN.fullmatch(part) for part in parts]
    read = [(f"{int(m[1]):02d}:{m[2]}", f"{int(m[3]):02d}:{m[4]}") for m in found if m]
    moments = [moment for span in read for moment in span]
    in_order = all(before < after for before, after in pairwise(moments))
    return (
        tuple(f"{opens}-{closes}" for opens, closes in read) if in_order and len(read) == len(parts) else ()
    )
