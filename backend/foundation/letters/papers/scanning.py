"""The QR on a paper, which leads to the page where it is verified or answered. Pure."""

from io import BytesIO
from typing import Any

import segno
from markupsafe import Markup


def code_svg(address: str) -> str:
    """For the PDF."""
    return _drawn(address, kind="svg", xmldecl=False, nl=False).decode()


def code_drawing(address: str) -> Markup:
    """For a page: as large as the box it stands in, with the quiet rim a camera needs."""
    drawn = _drawn(address, kind="svg", xmldecl=False, nl=False, omitsize=True, border=4)
    return Markup(drawn.decode())  # noqa: S704 — our own drawing


def code_png(address: str) -> bytes:
    """For the DOCX."""
    return _drawn(address, kind="png", scale=8)


def _drawn(address: str, **form: Any) -> bytes:
    """No more redundancy than fits into the dots that are needed anyway: on a poor copy few large ones are still read
    where many small ones are not."""
    drawing = BytesIO()
    segno.make(address, micro=False, error="l", boost_error=True).save(drawing, **{"border": 0, **form})
    return drawing.getvalue()
