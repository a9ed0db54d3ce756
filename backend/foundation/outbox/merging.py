"""Merging a change made on an older version of a record (PATCH with `base`). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backend.foundation.refusals import Refusal


@dataclass(frozen=True)
class Merge:
    """Which fields really change; whether somebody's newer words were written over without looking, or stand beside them."""

    changes: dict[str, Any]
    overwrote: bool
    beside: bool = False

    def told(self, before: Mapping[str, Any], base: int | None) -> dict[str, Any]:
        """What the journal keeps of it: each field before and after, by which attribution.py knows whose words stand."""
        fields = {name: [before[name], value] for name, value in self.changes.items()}
        return {"fields": fields, "base": base, "overwrote": self.overwrote, "beside": self.beside}


def merge(
    current: Mapping[str, Any],
    field_versions: Mapping[str, int],
    version: int,
    changes: Mapping[str, Any],
    base: int | None,
) -> Merge:
    """Apply `changes` made on version `base`.

    Different fields merge; the same field changed after `base` refuses with `changed_elsewhere` and the current
    values. Without `base` the last write wins, and `overwrote` says that it could not know better.
    """
    changes = {field: value for field, value in changes.items() if current[field] != value}
    if base is None:
        return Merge(dict(changes), overwrote=any(field_versions.get(field, 1) > 1 for field in changes))
    if base > version:
        raise Refusal("invalid", fields={"base": f"现在是第{version}版"})
    clashing = sorted(field for field in changes if field_versions.get(field, 1) > base)
    if clashing:
        raise Refusal(
            "changed_elsewhere",
            fields=dict.fromkeys(clashing, "别处已改成"),
            extra={"current": {field: current[field] for field in clashing}, "version": version},
        )
    return Merge(changes, overwrote=False, beside=any(stamp > base for stamp in field_versions.values()))


def bumped(field_versions: Mapping[str, int], fields: Iterable[str], version: int) -> dict[str, int]:
    """The field versions after `fields` were written in `version`."""
    return dict(field_versions) | dict.fromkeys(fields, version)
