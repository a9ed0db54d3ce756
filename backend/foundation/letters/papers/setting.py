"""A paper in words set as PDF. Plain arguments and no database: it runs in the press."""

from datetime import datetime
from typing import Any, Final

from backend.foundation.letters.papers.scanning import code_svg
from backend.foundation.letters.typesetting import drawn, typeset

TEMPLATES: Final = {"letter": "letter", "form": "form"}


def pdf(paper: dict[str, Any], made_at: datetime, font_dir: str | None = None) -> bytes:
    """PDF/A-2b; the same paper and moment give the same bytes. Raises PaperFailed."""
    return typeset(TEMPLATES[paper["layout"]], printable(paper), made_at, font_dir=font_dir)


def pages(paper: dict[str, Any], made_at: datetime, font_dir: str | None = None) -> list[bytes]:
    """The same as pictures for the screen: one SVG a page. Raises PaperFailed."""
    return drawn(TEMPLATES[paper["layout"]], printable(paper), made_at, font_dir=font_dir)


def printable(paper: dict[str, Any]) -> dict[str, Any]:
    """With its codes drawn."""
    return {**paper, "check": _with_drawing(paper.get("check")), "reply": _with_drawing(paper.get("reply"))}


def _with_drawing(check: dict[str, str] | None) -> dict[str, str] | None:
    return {**check, "drawing": code_svg(check["address"])} if check else None
