"""The exception every rule and command refuses with."""

from typing import Any

from backend.foundation.refusals.catalogue import CATALOGUE, Entry


class Refusal(Exception):
    """A refusal by `code` of the catalogue.

    `detail` adds what is particular to this case (Chinese), `clause` quotes the rule of the profile that
    refused, `fields` maps field names to what is wrong with them, `extra` goes into the problem document.
    """

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        clause: str = "",
        fields: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        self.entry: Entry = CATALOGUE[code]
        self.detail = detail
        self.clause = clause
        self.fields = fields or {}
        self.extra = extra or {}
        super().__init__(f"{code}: {detail or self.entry.title}")

    @property
    def code(self) -> str:
        return self.entry.code

    @property
    def status(self) -> int:
        return self.entry.status
