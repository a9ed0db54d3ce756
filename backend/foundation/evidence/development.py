"""Having copies made, off the request path; and what the making brings to light about a photo."""

from collections.abc import Callable, Coroutine
from functools import cache
from typing import Any

import msgspec

from backend.foundation.beside import Joined
from backend.foundation.database import row, transaction
from backend.foundation.evidence.copies import Copies, recipe
from backend.foundation.evidence.corroboration import Exif, corroborate
from backend.foundation.evidence.inscription import inscription
from backend.foundation.evidence.photo import Photo
from backend.foundation.evidence.queries import Sight, undeveloped
from backend.foundation.journal import record
from backend.foundation.press import JobFailed, PressClosed, PressError, the_press
from backend.foundation.refusals import CATALOGUE, Refusal
from backend.foundation.storage.place import storage
from backend.settings import settings

JOBS = {
    "photo.develop": "backend.foundation.evidence.darkroom.jobs:develop",
    "photo.copy": "backend.foundation.evidence.darkroom.jobs:copy",
}

Work = Callable[[], Coroutine[Any, Any, None]]

_under_way = Joined[str]("photo", expected=PressError)


@cache
def copies() -> Copies:
    """The copies of this deployment."""
    return Copies(settings().data_dir / "copies")


async def display(photo: Photo, size: str) -> bytes:
    """The copy for the screen: `display` (JPEG) or `thumb` (WebP), made now if it is not there yet.

    Refuses `photo_unreadable` where none can be made, `copy_not_ready` while the press is closed.
    """
    if photo.renditions == "failed":
        raise Refusal("photo_unreadable", photo.rendition_failure)
    name = recipe(photo.sha256, size)
    return await _copy(
        name, lambda: _under_way.wait_for(_developing(photo), lambda: _develop(photo, urgent=True))
    )


async def outside(sight: Sight) -> bytes:
    """The one copy that may leave (JPEG): with the inscription, and whatever is covered burnt out of it.

    Refuses `photo_unreadable`, `copy_not_ready`.
    """
    facts, boxes = inscription(sight.photo, sight.subject), msgspec.to_builtins(sight.photo.boxes)
    name = recipe(sight.photo.sha256, facts, boxes)
    return await _copy(
        name,
        lambda: _under_way.wait_for(
            name, lambda: _print(name, sight.photo, {"facts": facts, "boxes": boxes})
        ),
    )


def develop_later(photo: Photo) -> None:
    """Begin to make the copies of a photo whose content has come; nobody waits for it."""
    _under_way.begin(_developing(photo), lambda: _develop(photo, urgent=False))


async def resume() -> None:
    """After a start: whatever was left waiting when the server stopped."""
    for photo in await undeveloped():
        develop_later(photo)


async def settled() -> None:
    """Wait until nothing is under way."""
    await _under_way.settled()


async def stop() -> None:
    """Forget what is under way; it is waiting still when the server starts again."""
    await _under_way.end()


async def _copy(name: str, make: Work) -> bytes:
    found = await copies().read(name)
    if found is None:
        try:
            await make()
        except JobFailed as failure:
            raise Refusal("photo_unreadable", _reason(failure)) from failure
        except PressError as failure:
            raise Refusal("copy_not_ready", extra={"retry_after": 5}) from failure
        found = await copies().read(name)
    if found is None:
        raise Refusal("copy_not_ready", extra={"retry_after": 5})
    return found


async def _print(name: str, photo: Photo, args: dict[str, Any]) -> None:
    async with storage().blobs.as_file(photo.sha256) as path:
        given = {"source": str(path), "into": str(copies().path(name)), **args}
        await the_press().run("photo.copy", given, urgent=True)


def _developing(photo: Photo) -> str:
    return f"develop {photo.id}"


async def _develop(photo: Photo, *, urgent: bool) -> None:
    into = {size: str(copies().path(recipe(photo.sha256, size))) for size in ("display", "thumb")}
    try:
        async with storage().blobs.as_file(photo.sha256) as path:
            made = await the_press().run("photo.develop", {"source": str(path), **into}, urgent=urgent)
    except PressClosed:
        raise
    except PressError as failure:
        await _note(photo, {"renditions": "failed", "rendition_failure": _reason(failure)})
        raise
    await _note(photo, _findings(photo, made))


def _findings(photo: Photo, made: dict[str, Any]) -> dict[str, Any]:
    exif = msgspec.convert(made["exif"], Exif)
    return {
        "renditions": "ready",
        "exif": msgspec.json.encode({**made["exif"], "trailing": made["trailing"]}).decode(),
        "corroboration": corroborate(exif, photo.taken_at, photo.place).code,
        "width": made["width"],
        "height": made["height"],
    }


async def _note(photo: Photo, findings: dict[str, Any]) -> None:
    """Write what was found onto the photo and into the journal, once."""
    fields = ", ".join(f"{name} = ?" for name in findings)
    async with transaction():
        changed = await row(
            f"UPDATE photos SET {fields} WHERE id = ? AND renditions = 'waiting' RETURNING id",
            *findings.values(),
            photo.id,
        )
        if changed is None:
            return
        record("photo.developed", chain=photo.chain, record=("photo", photo.id), by=None, payload=findings)


def _reason(failure: PressError) -> str:
    known = CATALOGUE.get(failure.code) if isinstance(failure, JobFailed) else None
    return known.title if known else "图片处理失败"
