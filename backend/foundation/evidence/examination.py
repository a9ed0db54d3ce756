"""The gate every file passes before it is kept: what it is, whether it is whole, whether it can be opened safely."""

from os import SEEK_END
from pathlib import Path

from backend.foundation.evidence.anatomy.findings import Anatomy, NotAllowed, Truncated
from backend.foundation.evidence.appendix import hidden_in
from backend.foundation.evidence.sniffing import anatomy_of, head_of, stranger
from backend.foundation.refusals import Refusal

MEGABYTE = 1024 * 1024
PHOTO_CEILING = 30 * MEGABYTE
MATERIAL_CEILING = 100 * MEGABYTE
MOST_PIXELS = 50_000_000

PHOTOS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "image/heic": "HEIC"}
MATERIALS = PHOTOS | {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "video/mp4": "MP4",
}
_ALIASES = {"image/jpg": "image/jpeg", "image/heif": "image/heic"}


def plain_type(media_type: str) -> str:
    """A media type under the one name used here: lower case, no parameters, no alias."""
    bare = media_type.partition(";")[0].strip().lower()
    return _ALIASES.get(bare, bare)


def examine(path: Path, allowed: dict[str, str], declared: str) -> Anatomy:
    """What the file is. Refuses `media_type_refused`, `photo_truncated` (`file_truncated` for papers and
    films), `photo_too_many_pixels` and `file_carries_another`.

    `declared` is the media type its sender named; bytes of another kind are refused even where both are allowed,
    because then somebody's record of this file is wrong.
    """
    anatomy = _walk(path, allowed, declared)
    if anatomy.media_type != declared:
        raise Refusal(
            "media_type_refused", f"登记的是{allowed[declared]}，内容是{allowed[anatomy.media_type]}"
        )
    if anatomy.pixels > MOST_PIXELS:
        raise Refusal("photo_too_many_pixels", f"{anatomy.width}×{anatomy.height}像素，最多5000万像素")
    if anatomy.trailing and (hidden := hidden_in(_tail(path, anatomy.trailing))):
        raise Refusal("file_carries_another", f"{allowed[declared]}的末尾之后接着{hidden}")
    return anatomy


def _tail(path: Path, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(-length, SEEK_END)
        return file.read()


def _walk(path: Path, allowed: dict[str, str], declared: str) -> Anatomy:
    try:
        anatomy = anatomy_of(path)
    except Truncated:
        raise Refusal("photo_truncated" if declared in PHOTOS else "file_truncated") from None
    except NotAllowed:
        raise _not_taken("压缩包或带宏的文件", allowed) from None
    if anatomy is None:
        raise _not_taken(stranger(head_of(path)), allowed)
    if anatomy.media_type not in allowed:
        raise _not_taken(MATERIALS[anatomy.media_type], allowed)
    return anatomy


def _not_taken(seen: str, allowed: dict[str, str]) -> Refusal:
    return Refusal("media_type_refused", f"内容是{seen}，只收{'、'.join(allowed.values())}")
