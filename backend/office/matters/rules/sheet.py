"""The spreadsheet of a list: its columns, and one of its rows as a draft. Written and read in the same form. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.lines import read_basis, read_sayings, read_tiers, write_basis, write_tiers
from backend.office.matters.rules.matter import STANDINGS, Content, Paper
from backend.office.matters.rules.versions import Draft

SHEET = "事项清单"
# Field, title, width in characters. The first seven that are needed stand first.
COLUMNS: tuple[tuple[str, str, float], ...] = (
    ("code", "事项编码", 14), ("name", "事项名称", 34), ("field", "领域", 14), ("standing", "状态", 10),
    ("basis", "法律依据", 44), ("supervising", "行业监管单位", 22), ("supervising_code", "监管单位代码", 12),
    ("punishing", "处罚实施主体", 22), ("punishing_code", "实施主体代码", 12), ("source_duty", "源头监管", 28),
    ("follow_up_duty", "后续监管", 28), ("end_duty", "末端执法", 28), ("standard", "认定标准", 34),
    ("tiers", "裁量基准", 44), ("prosecution", "追诉标准", 28), ("sayings", "常用说法", 28),
    ("effective_on", "生效日期", 12), ("paper_title", "依据文件", 34), ("paper_number", "文号", 20),
    ("paper_on", "文件日期", 12),
)  # fmt: skip
TITLES = {field: title for field, title, _ in COLUMNS}
NEEDED = ("code", "name", "field", "standing", "basis", "supervising", "punishing")
_PLAIN = ("name", "field", "source_duty", "follow_up_duty", "end_duty", "standard", "prosecution")
_STANDING_OF = {words: standing for standing, words in STANDINGS.items()}
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the spreadsheet: its number there, and what stands in it by field."""

    number: int
    cells: Mapping[str, str]

    def text(self, field: str) -> str:
        return self.cells.get(field, "").strip()


@dataclass(frozen=True, slots=True)
class Read:
    """A row as a draft, with everything in it that could not be read."""

    number: int
    draft: Draft
    sayings: tuple[str, ...]
    faults: list[Fault]


def read_line(line: Line, directory: Directory) -> Read:
    """What the row says; a date or paper that is not given stays open (the whole import has its own)."""
    supervising, unknown = directory.named(
        "supervising", line.text("supervising"), line.text("supervising_code")
    )
    punishing, strange = directory.named("punishing", line.text("punishing"), line.text("punishing_code"))
    tiers, unread = read_tiers(line.text("tiers"))
    effective_on, undated = read_day("effective_on", line.text("effective_on"))
    issued_on, unissued = read_day("paper_on", line.text("paper_on"))
    standing, unsaid = _standing(line.text("standing"))
    content = Content(
        **{
            field: line.text(field)
            for field in ("name", "field", "source_duty", "follow_up_duty", "end_duty")
        },
        **{field: line.text(field) for field in ("standard", "prosecution")},
        standing=standing,
        basis=read_basis(line.text("basis")),
        supervising=supervising,
        punishing=punishing,
        tiers=tiers,
    )
    paper = Paper(line.text("paper_title"), line.text("paper_number"), issued_on)
    draft = Draft(line.text("code"), content, effective_on, paper)
    faults = [*unsaid, *unknown, *strange, *unread, *undated, *unissued]
    return Read(line.number, draft, read_sayings(line.text("sayings")), faults)


def cells_of(code: str, content: Content, directory: Directory) -> dict[str, str]:
    """What `read_line` would read back, without sayings, day and paper."""
    plain = {field: getattr(content, field) for field in _PLAIN}
    return plain | {
        "code": code,
        "standing": STANDINGS[content.standing],
        "basis": write_basis(content.basis),
        "tiers": write_tiers(content.tiers),
        "supervising": content.supervising.name,
        "supervising_code": directory.code(content.supervising),
        "punishing": content.punishing.name,
        "punishing_code": directory.code(content.punishing),
    }


def read_day(field: str, text: str) -> tuple[date | None, list[Fault]]:
    """2026-12-01, 2026/12/1 or 2026年12月1日; nothing where nothing is written."""
    if not text:
        return None, []
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(text), []
    except ValueError:
        return None, [Fault(field, "invalid", f"“{text[:20]}”不是日期，写成2026-12-01")]


def _standing(text: str) -> tuple[str, list[Fault]]:
    if text in _STANDING_OF:
        return _STANDING_OF[text], []
    said = f"没有“{text[:12]}”这种状态" if text else "写上状态"
    return "", [Fault("standing", "invalid", f"{said}，从{'、'.join(STANDINGS.values())}里选")]
