"""A form set in the press for whoever asked, off the request path."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from backend.foundation.letters.fonts.kit import own_faces
from backend.foundation.press import JobFailed, PressError, the_press
from backend.foundation.refusals import Refusal

JOB: Final = "letter.typeset"
SECONDS: Final = 60.0


async def printed(
    template: str,
    words: Mapping[str, Any],
    at: datetime,
    pictures: Mapping[str, bytes] | None = None,
    *,
    seconds: float = SECONDS,
) -> bytes:
    """The PDF (`typesetting.typeset`), made `at` that second. Refuses `paper_failed`, and `paper_not_ready` while the press
    cannot make it."""
    order = {
        "template": template,
        "data": dict(words),
        "made_at": at.replace(microsecond=0),
        "pictures": dict(pictures or {}),
        "font_dir": own_faces(),
    }
    try:
        paper: bytes = await the_press().run(JOB, order, urgent=True, seconds=seconds)
    except JobFailed as failure:
        raise Refusal("paper_failed", failure.words) from failure
    except PressError as failure:
        raise Refusal("paper_not_ready", extra={"retry_after": 5}) from failure
    return paper
