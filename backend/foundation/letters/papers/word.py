"""A paper in words as DOCX, the form offices edit and print: Office Open XML from templates/letters/docx/.

Typefaces go by name (仿宋_GB2312, 方正小标宋简体…) and are those of the office's own machine. Runs in the press.
"""

import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader

from backend.foundation.letters.papers.scanning import code_png
from backend.foundation.letters.typesetting import TEMPLATES

STEP: Final = 316  # twips from character to character: 156 mm / 28
WIDTH: Final = 8844  # twips of 版心: 156 mm
_MARK_WIDTH_PT: Final = 481  # 170 mm
_MARK_LARGEST_PT: Final = 40
_LETTER_PARTS: Final = "officeDocument/2006/relationships"
_LINKS: Final = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId10", "header", "header-first.xml"),
    ("rId11", "header", "header.xml"),
    ("rId12", "footer", "footer-first.xml"),
    ("rId13", "footer", "footer-odd.xml"),
    ("rId14", "footer", "footer-even.xml"),
)
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def docx(paper: dict[str, Any], made_at: datetime, font_dir: str | None = None) -> bytes:  # noqa: ARG001
    """The same paper and moment give the same bytes. `font_dir` is for the other form: nothing is embedded here."""
    clean = _clean(paper)
    given = {
        "paper": clean,
        "step": STEP,
        "made_at": made_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "mark_half_points": _mark_half_points(clean["organisation"]),
        "columns": _columns(clean["grid"]["widths"]) if clean["grid"] else (),
        **_indents(clean["signature"], clean["date"]),
    }
    return _packed(_parts(given, clean["check"]), made_at)


def _parts(given: dict[str, Any], check: dict[str, str] | None) -> dict[str, bytes]:
    """Every file of the package by its name."""
    links = [(name, f"{_LETTER_PARTS}/{kind}", target) for name, kind, target in _LINKS]
    package = [
        ("rId1", f"{_LETTER_PARTS}/officeDocument", "word/document.xml"),
        ("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    parts = {
        "[Content_Types].xml": _drawn("content-types", given),
        "_rels/.rels": _drawn("rels", {"links": package}),
        "word/document.xml": _drawn("document", given),
        "word/_rels/document.xml.rels": _drawn("rels", {"links": links}),
        "word/footer-odd.xml": _drawn("footer", {"side": "right"}),
        "word/footer-even.xml": _drawn("footer", {"side": "left"}),
        "docProps/core.xml": _drawn("core", given),
        **{
            f"word/{name}.xml": _drawn(name, given)
            for name in ("styles", "settings", "header-first", "header", "footer-first")
        },
    }
    if check:
        picture = [("rId1", f"{_LETTER_PARTS}/image", "media/code.png")]
        parts |= {
            "word/media/code.png": code_png(check["address"]),
            "word/_rels/footer-first.xml.rels": _drawn("rels", {"links": picture}),
        }
    return parts


def _drawn(name: str, given: dict[str, Any]) -> bytes:
    return _templates().get_template(f"docx/{name}.xml").render(given).encode()


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def _packed(parts: dict[str, bytes], made_at: datetime) -> bytes:
    packed = BytesIO()
    moment = made_at.astimezone(UTC).timetuple()[:6]
    with ZipFile(packed, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return packed.getvalue()


def _mark_half_points(organisation: str) -> int:
    """发文机关标志 as large as 170 mm allow, at most 40 pt."""
    return 2 * min(_MARK_LARGEST_PT, _MARK_WIDTH_PT // max(1, len(organisation)))


def _columns(widths: tuple[int, ...]) -> list[int]:
    whole = sum(widths)
    return [WIDTH * width // whole for width in widths]


def _indents(signature: str, date: str) -> dict[str, int]:
    """The date four characters from the right, the name centred above it; a longer name changes places with it."""
    apart = (_width(date) - _width(signature)) / 2
    return {
        "signature_right": round((4 + max(apart, 0)) * STEP),
        "date_right": round((4 + max(-apart, 0)) * STEP),
    }


def _width(words: str) -> float:
    """In characters: Latin signs take half of one."""
    return sum(0.5 if sign.isascii() else 1 for sign in words)


def _clean(value: Any) -> Any:
    """Without what XML cannot carry."""
    match value:
        case str():
            return _NO_XML.sub("", value)
        case dict():
            return {key: _clean(each) for key, each in value.items()}
        case list() | tuple():
            return [_clean(each) for each in value]
        case _:
            return value
