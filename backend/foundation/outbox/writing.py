"""Writing over the version of a record that was judged: of two at the same instant one writes, the other is told."""

from collections.abc import Iterable, Mapping
from dataclasses import Field, replace
from typing import Any, ClassVar, NoReturn, Protocol, TypeVar
from uuid import UUID

import msgspec

from backend.foundation.database import row
from backend.foundation.outbox.merging import bumped
from backend.foundation.refusals import Refusal


class Versioned(Protocol):
    """A row read as a frozen dataclass, its columns as fields."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> UUID: ...

    @property
    def version(self) -> int: ...


class Mergeable(Versioned, Protocol):
    """One whose fields each keep the version they were last changed in."""

    @property
    def field_versions(self) -> str: ...


R = TypeVar("R", bound=Versioned)


async def write_over(table: str, judged: R, values: Mapping[str, Any]) -> R:
    """Write columns as the next version, over the one that was judged; refuses `conflict` when somebody was faster."""
    written = {**values, "version": judged.version + 1}
    sets = ", ".join(f"{name} = ?" for name in written)
    guarded = f"UPDATE {table} SET {sets} WHERE id = ? AND version = ? RETURNING version"
    if await row(guarded, *written.values(), judged.id, judged.version) is None:
        lost_race()
    return replace(judged, **written)


def field_versions(record: Mergeable) -> dict[str, int]:
    return msgspec.json.decode(record.field_versions, type=dict[str, int])


def stamped(judged: Mergeable, fields: Iterable[str]) -> dict[str, str]:
    """The column that says in which version each field was last changed, once `fields` are written."""
    stamps = bumped(field_versions(judged), fields, judged.version + 1)
    return {"field_versions": msgspec.json.encode(stamps).decode()}


def lost_race() -> NoReturn:
    raise Refusal("conflict", "同一时刻有人先办了，刷新后看现在的情况")
