"""Setting a paper: data into a template of templates/letters/, out comes PDF/A-2b (ISO 19005-2).

Data goes in as JSON and never becomes Typst source, so nothing typed by anyone can be a command.
The same data and moment give the same bytes, so a paper made again has the digest it had.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from backend.foundation.letters.fonts.kit import font_folders
from backend.foundation.letters.glyphs import code, covered, mark_missing
from backend.foundation.letters.pictures import picture
from backend.settings import ROOT

TEMPLATES = ROOT / "templates" / "letters"
STANDARD: Final = "a-2b"  # also makes typst refuse a missing glyph instead of printing a blank

_alone = Lock()  # a Compiler is borrowed for the length of a compilation; a second borrower is an error


class PaperFailed(RuntimeError):
    """The template could not be set; the message is the compositor's own."""

    code = "paper_failed"


def typeset(
    template: str,
    data: Mapping[str, Any],
    made_at: datetime,
    pictures: Mapping[str, bytes] | None = None,
    font_dir: str | None = None,
) -> bytes:
    """The PDF of `template` (a name without `.typ`) filled with `data`. Plain arguments: it runs in the press.

    The template finds the data as `data`, each picture as SVG text under `data.pictures.<name>`, and the codes of
    characters that no typeface shows under `data.missing`. `font_dir` holds the office's own typefaces.
    Raises PaperFailed.
    """
    form = {"format": "pdf", "pdf_standards": [STANDARD]}
    (paper,) = _set(template, data, made_at, form, pictures=pictures or {}, font_dir=font_dir)
    return paper


def drawn(
    template: str, data: Mapping[str, Any], made_at: datetime, font_dir: str | None = None
) -> list[bytes]:
    """The same for the screen: one SVG a page, letters as outlines. Raises PaperFailed."""
    return _set(template, data, made_at, {"format": "svg"}, pictures={}, font_dir=font_dir)


def _set(
    template: str,
    data: Mapping[str, Any],
    made_at: datetime,
    form: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes],
    font_dir: str | None,
) -> list[bytes]:
    own = Path(font_dir) if font_dir else None
    printable, missing = mark_missing(dict(data), covered(own))
    printable["missing"] = [code(each) for each in missing]
    printable["pictures"] = _shown(pictures)
    try:
        return _compile(template, json.dumps(printable, ensure_ascii=False), made_at, own, form)
    except typst.TypstError as failure:
        raise PaperFailed(f"{template}: {failure.message}") from failure


def _shown(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """Those that can be shown; for the others the template says in their place that they cannot."""
    drawn = {}
    for name, photo in pictures.items():
        with suppress(OSError):  # Pillow's word for every broken picture
            drawn[name] = picture(photo)
    return drawn


def _compile(
    template: str, data: str, made_at: datetime, own: Path | None, form: Mapping[str, Any]
) -> list[bytes]:
    """One whole file, or one a page: a paper of one page comes by itself."""
    with _alone:
        made = _compiler(own).compile(
            str(TEMPLATES / f"{template}.typ"), sys_inputs={"data": data}, timestamp=made_at, **form
        )
    return [made] if isinstance(made, bytes) else list(made or ())


@cache
def _compiler(own: Path | None) -> typst.Compiler:
    """One per process and folder: it keeps the typefaces and what was compiled before."""
    folders = [str(folder) for folder in font_folders(own)]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True)
