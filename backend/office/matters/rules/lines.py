"""Laws, tiers and sayings as people write them: one a line, in a form field and in a cell of a spreadsheet alike. Pure."""

import re
from collections.abc import Iterable

from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.matter import Basis, Tier

_TITLED = re.compile(r"《(?P<law>.+)》\s*(?P<article>.*)")
_PLAIN = re.compile(r"(?P<law>.+?)\s*(?P<article>第[〇零一二三四五六七八九十百千\d]+条.*)?")
_BAR = re.compile(r"\s*[｜|]\s*")
PARTS = 3


def read_basis(text: str) -> tuple[Basis, ...]:
    """《中华人民共和国水法》第六十五条, one a line; the marks around the title may be left out."""
    found = (_TITLED.fullmatch(line) or _PLAIN.fullmatch(line) for line in _lines(text))
    return tuple(Basis(line["law"].strip(), (line["article"] or "").strip()) for line in found if line)


def read_tiers(text: str) -> tuple[tuple[Tier, ...], list[Fault]]:
    """较轻｜初次发生且及时改正｜警告, one a line; what cannot be read is a fault with its line."""
    tiers: list[Tier] = []
    faults: list[Fault] = []
    for number, line in enumerate(_lines(text), 1):
        parts = _BAR.split(line)
        if len(parts) == PARTS and parts[0] and parts[2]:
            tiers.append(Tier(*parts))
        else:
            faults.append(Fault("tiers", "invalid", f"裁量基准第{number}行要写成：档次｜情形｜处罚"))
    return tuple(tiers), faults


def read_sayings(text: str) -> tuple[str, ...]:
    """One a line, or with 、 ； ， between; each once."""
    return tuple(
        dict.fromkeys(
            said for line in _lines(text) for part in re.split(r"[、；;，,]", line) if (said := part.strip())
        )
    )


def write_basis(basis: Iterable[Basis]) -> str:
    return "\n".join(map(str, basis))


def write_tiers(tiers: Iterable[Tier]) -> str:
    return "\n".join(f"{tier.name}｜{tier.when}｜{tier.penalty}" for tier in tiers)


def _lines(text: str) -> list[str]:
    return [line for part in text.splitlines() if (line := part.strip())]
