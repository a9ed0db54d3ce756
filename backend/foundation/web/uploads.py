"""Reading a form that carries a file."""

from dataclasses import dataclass

from litestar.datastructures import UploadFile

from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import MOST_FIELDS, Fields
from backend.foundation.web.request import AnyRequest


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came; nothing about it is proven."""

    name: str
    data: bytes


async def read_upload(request: AnyRequest, name: str) -> tuple[Fields, SentFile | None]:
    """The fields, and the file sent as `name`, None where nobody chose one. Refuses `media_type`, `bad_request`.

    How large a body may be is said where the route is declared (`request_max_body_size`).
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise Refusal("media_type")
    try:
        form = await request.form()
    except (LookupError, ValueError):  # a part in an encoding nobody knows
        raise Refusal("bad_request") from None
    pairs = [(key, value) for key, value in form.multi_items() if isinstance(value, str)]
    if len(pairs) > MOST_FIELDS or any("\x00" in key + value for key, value in pairs):
        raise Refusal("bad_request")
    sent = form.get(name)
    if not isinstance(sent, UploadFile) or not sent.filename:
        return Fields(pairs), None
    return Fields(pairs), SentFile(_base(sent.filename), await sent.read())


def _base(name: str) -> str:
    """The last part of a path as any system writes it, at most 200 characters, without controls."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(character for character in last if character.isprintable())[-200:]
