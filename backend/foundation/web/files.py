"""What an answer says of a file: its kind, its name, and whether it is looked at here or kept."""

import re
from typing import Final, Literal
from urllib.parse import quote

from litestar import Response

Form = Literal["pdf", "docx"]
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN: Final = re.compile(r"[A-Za-z0-9_.-]+")


def kept_as(name: str) -> str:
    """`Content-Disposition` (RFC 6266) of a file to keep; a name that is not ASCII in the form of RFC 8187."""
    return f"attachment; {_named(name)}"


def shown_as(name: str) -> str:
    """The same for a file the browser may show by itself."""
    return f"inline; {_named(name)}"


def paper_file(name: str, paper: bytes, form: Form) -> Response[bytes]:
    """A numbered paper or its draft, `name` without its ending: a PDF is looked at, a DOCX is kept.

    Kept by no cache: a draft changes, and who may read it too.
    """
    as_file, media_type = (shown_as, PDF) if form == "pdf" else (kept_as, DOCX)
    headers = {"Content-Disposition": as_file(f"{name}.{form}"), "Cache-Control": "no-store"}
    return Response(paper, media_type=media_type, headers=headers)


def _named(name: str) -> str:
    return f'filename="{name}"' if PLAIN.fullmatch(name) else f"filename*=UTF-8''{quote(name)}"
