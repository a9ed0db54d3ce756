"""The calendars that ship with the product: one folder a region, one file a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from backend.foundation.datafiles import Fault, load_file
from backend.foundation.workdays.festivals import CALENDARS
from backend.foundation.workdays.hours import Region, read_region
from backend.foundation.workdays.terms import Uncountable
from backend.foundation.workdays.years import Year, read_year

PROVINCES: Final = frozenset(
    [
        "AH",
        "BJ",
        "CQ",
        "FJ",
        "GD",
        "GS",
        "GX",
        "GZ",
        "HA",
        "HB",
        "HE",
        "HI",
        "HK",
        "HL",
        "HN",
        "JL",
        "JS",
        "JX",
        "LN",
        "MO",
        "NM",
        "NX",
        "QH",
        "SC",
        "SD",
        "SH",
        "SN",
        "SX",
        "TJ",
        "TW",
        "XJ",
        "XZ",
        "YN",
        "ZJ",
    ]
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Region code → the region, and (region, year) → its file."""

    regions: Mapping[str, Region]
    years: Mapping[tuple[str, int], Year]


@cache
def load_calendars() -> Shelf:
    """Every calendar file, read once; raises FileRefused with line and reason."""
    regions: dict[str, Region] = {}
    years: dict[tuple[str, int], Year] = {}
    for folder in sorted(path for path in CALENDARS.iterdir() if path.is_dir()):
        regions[folder.name] = load_file(folder / "region.toml", read_region)
        for file in sorted(folder.glob("[0-9]*.toml")):
            years[folder.name, int(file.stem)] = _year(file)
    return Shelf(MappingProxyType(regions), MappingProxyType(years))


def chain(region: str) -> tuple[str, ...]:
    """A region and what it lies in, the widest first: CN, CN-YN, CN-YN-YX. Raises Uncountable for no region of ours."""
    parts = region.split("-")
    if parts[0] != "CN" or (len(parts) > 1 and parts[1] not in PROVINCES) or not all(parts):
        raise Uncountable(f"没有“{region}”这个地区；全国写 CN，省级写 CN-XJ 这样的代码")
    return tuple("-".join(parts[: end + 1]) for end in range(len(parts)))


def _year(file: Path) -> Year:
    def made(tables: dict[str, Any]) -> Year:
        year = read_year(tables)
        if (year.region, str(year.year)) != (file.parent.name, file.stem):
            raise Fault(("year",), f"文件写的是 {year.region} 的{year.year}年，放错了地方")
        return year

    return load_file(file, made)
