"""What goes into a dossier, as the room that owns the record says it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.foundation.letters.official import Letter

MATERIALS, PHOTOS, LETTERS, ANSWERS = "材料", "照片", "函件", "对方盖章件"
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_LONGEST: Final = 80

ENDINGS: Final = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
    "video/mp4": "mp4",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}


@dataclass(frozen=True, slots=True)
class File:
    """Bytes that lie in storage under `sha256`; `folder` is MATERIALS, PHOTOS or ANSWERS (what the other side sealed
    and sent), `name` what people call it."""

    folder: str
    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """`records` are the records whose events are told, the first is the one it is about.

    `tells` says of which kinds of event the words may leave; of the others only the digest goes along, so that the
    chain still holds. Whoever calls has made sure that the reader may see all of it, and that nothing sealed is in it.
    """

    title: str
    records: Sequence[tuple[str, UUID]]
    letters: Sequence[Letter]
    files: Sequence[File]
    tells: Callable[[str], bool]


def file_name(at: int, name: str, media_type: str) -> str:
    """`01 现场检查笔录.pdf`: counted, so that two of the same name stand side by side, and fit for every system."""
    ending = ENDINGS.get(media_type, "bin")
    plain = "".join(sign for sign in name.translate(_FORBIDDEN) if sign.isprintable()).strip(" .")
    stem = plain.removesuffix(f".{ending}")[:_LONGEST].strip(" .") or "无名"
    return f"{at:02d} {stem}.{ending}"
