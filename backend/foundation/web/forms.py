"""Reading what a form sent.

Not by the framework's own parser: it remembers the last thousand bodies, passwords among them.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl

from backend.foundation.blank import is_blank
from backend.foundation.refusals import Refusal
from backend.foundation.web.request import AnyRequest

MOST_FIELDS = 500
NUMBER = re.compile(r"-?[0-9]{1,9}")


class Fields:
    """What was typed, by field name; what is missing reads as empty."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = list(pairs)

    def text(self, name: str) -> str:
        """The last value of that name without space around it; empty where it shows nothing."""
        text = self.raw(name).strip()
        return "" if is_blank(text) else text

    def raw(self, name: str) -> str:
        """The last value as typed (passwords)."""
        return next((value for key, value in reversed(self._pairs) if key == name), "")

    def several(self, name: str) -> list[str]:
        """All values of that name (checked boxes)."""
        return [value for key, value in self._pairs if key == name]

    def on(self, name: str) -> bool:
        return self.text(name) not in ("", "0")

    def number(self, name: str) -> int | None:
        """A whole number in plain figures that a database can hold, None for anything else."""
        text = self.text(name)
        return int(text) if NUMBER.fullmatch(text) else None


async def read_form(request: AnyRequest) -> Fields:
    """The fields of a posted form; refuses what is not one (`bad_request`, `media_type`)."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("", "application/x-www-form-urlencoded"):
        raise Refusal("media_type")
    try:
        body = (await request.body()).decode("utf-8")
        if "%00" in body or "\x00" in body:  # PostgreSQL keeps no such text
            raise Refusal("bad_request")
        return Fields(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"))
    except ValueError:
        raise Refusal("bad_request") from None
