"""The files of this folder as rows of the spreadsheet they could have come from."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from backend.office.matters.rules.matter import STANDINGS
from backend.office.matters.rules.sheet import Line

HERE = Path(__file__).parent
PARTS = ("town", "land", "safety")
NEIGHBOUR = "邻镇人民政府"
_DUTIES = ("source_duty", "follow_up_duty", "end_duty")
Told = dict[str, Any]


@cache
def _file(name: str) -> Told:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def history() -> Told:
    return _file("history")


def matters() -> dict[str, Told]:
    """Code → matter as it stands today in 示范镇, with the duties of its field."""
    return {
        told["code"]: _whole(told, _file(part)["duties"]) for part in PARTS for told in _file(part)["matters"]
    }


def neighbours() -> list[Told]:
    """The short list of 邻镇."""
    told, here = _file("neighbour"), matters()
    return [_moved(here[code], told["kept"]) for code in told["like"]]


def line(number: int, told: Told) -> Line:
    """A matter as a row."""
    cells = {name: "\n".join(text) if isinstance(text, list) else text for name, text in told.items()}
    return Line(number, cells | {"standing": STANDINGS[told["standing"]]})


def _whole(told: Told, duties: dict[str, dict[str, str]]) -> Told:
    """The sentences of the field's duties, with this matter's bodies in them."""
    by_field = duties[told["field"]]
    said = {duty: by_field[duty].format(**told) for duty in _DUTIES}
    return said | told


def _moved(told: Told, kept: dict[str, str]) -> Told:
    """The same in 邻镇, where the stationed offices of 示范镇 are none of the list's bodies."""
    here = {name: text for name, text in told.items() if not name.endswith("_code")}
    if told["standing"] != "granted":
        return here
    department = kept.get(told["code"])
    moved = {"standing": "kept", "punishing": department} if department else {"punishing": NEIGHBOUR}
    return here | moved | {"end_duty": told["end_duty"].replace(told["punishing"], moved["punishing"])}
