"""What can be wrong with a body, told by its own description: each field missing, null, of another type, one beyond
its limits on either side. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

Schema = dict[str, Any]

MOMENTS = (
    "昨天",
    "2026-11-20",
    "2026-11-20T10:00:00",
    "2026-02-30T10:00:00+08:00",
    "0001-01-01T00:00:00+08:00",
)
DAYS = ("明天", "2026-02-30", "20261120", "2026-11-20T10:00:00+08:00")
WRONG: dict[str, tuple[Any, ...]] = {
    "string": (7, True, {}, []),
    "integer": ("7", 1.5, True, {}),
    "number": ("24", True, []),
    "boolean": ("true", 1, {}),
    "array": ("x", {}, 7),
    "object": ("x", [], 7),
}
CHOICES: tuple[Any, ...] = ("没有的", "", 7, [])


@dataclass(frozen=True)
class Change:
    """One value put at `path` of a body; `value` is Ellipsis where the field is left out."""

    path: tuple[str | int, ...]
    value: Any

    def __str__(self) -> str:
        shown = "left out" if self.value is ... else repr(self.value)
        return f"{'.'.join(map(str, self.path))} {shown[:40]}"

    def made_to(self, body: dict[str, Any]) -> dict[str, Any]:
        changed = msgspec.json.decode(msgspec.json.encode(body))
        place = changed
        for step in self.path[:-1]:
            place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
        if self.value is ...:
            place.pop(self.path[-1], None)
        else:
            place[self.path[-1]] = self.value
        return dict(changed)


def faults(struct: type[msgspec.Struct]) -> Iterator[Change]:
    """Every way to break a body of that shape which its description rules out."""
    described = msgspec.json.schema(struct)
    shapes = described["$defs"]
    yield from _of_object(shapes[described["$ref"].rsplit("/", 1)[1]], shapes, ())


def limits(struct: type[msgspec.Struct]) -> Iterator[Change]:
    """Texts and numbers that just fit."""
    described = msgspec.json.schema(struct)
    for name, field in described["$defs"][described["$ref"].rsplit("/", 1)[1]]["properties"].items():
        for shape in field.get("anyOf", [field]):
            if "maxLength" in shape:
                yield Change((name,), "长" * shape["maxLength"])
            yield from (Change((name,), shape[bound]) for bound in ("minimum", "maximum") if bound in shape)


def _of_object(shape: Schema, shapes: dict[str, Schema], path: tuple[str | int, ...]) -> Iterator[Change]:
    for name, field in shape.get("properties", {}).items():
        here = (*path, name)
        yield from _of_field(field, shapes, here)
        if name in shape.get("required", ()):
            yield Change(here, ...)
    if shape.get("additionalProperties") is False:
        yield Change((*path, "没有的字段"), 1)


def _of_field(field: Schema, shapes: dict[str, Schema], path: tuple[str | int, ...]) -> Iterator[Change]:
    kinds = field.get("anyOf", [field])
    if {"type": "null"} not in kinds:
        yield Change(path, None)
    for kind in kinds:
        if kind != {"type": "null"}:
            yield from _of_kind(kind, shapes, path)


def _of_kind(kind: Schema, shapes: dict[str, Schema], path: tuple[str | int, ...]) -> Iterator[Change]:
    if "$ref" in kind:
        yield from (Change(path, value) for value in WRONG["object"])
        yield from _of_object(shapes[kind["$ref"].rsplit("/", 1)[1]], shapes, path)
    elif "enum" in kind:
        yield from (Change(path, value) for value in CHOICES)
    else:
        yield from (Change(path, value) for value in (*WRONG[kind["type"]], *_beyond(kind)))
        if kind["type"] == "array":
            yield from (Change(path, [change.value]) for change in _of_field(kind["items"], shapes, ("x",))
                        if len(change.path) == 1)  # fmt: skip


def _beyond(kind: Schema) -> Iterator[Any]:
    """Just outside each limit."""
    if kind.get("minLength"):
        yield from ("", "\u3000\u200b")
    if "maxLength" in kind:
        yield "长" * (kind["maxLength"] + 1)
    if "maxItems" in kind:
        yield ["x"] * (kind["maxItems"] + 1)
    if kind["type"] == "string":
        yield from {"date-time": MOMENTS, "date": DAYS, "uuid": ("不是",)}.get(
            kind.get("format", ""), ("\0",)
        )
    if "pattern" in kind:
        yield "xyz"
    step = 1 if kind["type"] == "integer" else 0.001
    if "minimum" in kind:
        yield kind["minimum"] - step
    if "maximum" in kind:
        yield kind["maximum"] + step
