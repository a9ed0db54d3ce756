"""From the tables of a TOML file to frozen records: every key known, every type as declared."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from backend.foundation.datafiles.faults import Fault, Place

Record = TypeVar("Record")

KEY: Final[Mapping[str, Any]] = {"key": True}  # the field is the table's own key in the file
OUTSIDE: Final[Mapping[str, Any]] = {"outside": True}  # the field is not read from the file

_KINDS: Final[dict[object, str]] = {
    str: "文字",
    int: "整数",
    bool: "true 或 false",
    date: "日期（如 2026-01-01）",
    dict: "表",
    list: "数组",
}


def read(record: type[Record], table: Any, place: Place, outside: Mapping[str, Any] | None = None) -> Record:
    """The record that `table` at `place` describes; `outside` gives the fields that are not in the file. Raises Fault."""
    table = _of_kind(dict, table, place)
    hints = get_type_hints(record)
    known = {field.name: field for field in fields(cast("Any", record))}
    for key in table:
        if key not in known or _given(known[key]):
            raise Fault((*place, key), f"未知的键“{key}”")
    values = dict(outside or {})
    for name, field in known.items():
        if field.metadata.get("key"):
            values[name] = place[-1]
        elif name in table:
            values[name] = _value(hints[name], table[name], (*place, name))
        elif name not in values and field.default is MISSING and field.default_factory is MISSING:
            raise Fault(place, f"缺少键“{name}”")
    return record(**values)


def _given(field: Field[Any]) -> bool:
    return bool(field.metadata.get("key") or field.metadata.get("outside"))


def _value(hint: Any, raw: object, place: Place) -> Any:
    origin, parameters = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _value(next(kind for kind in parameters if kind is not type(None)), raw, place)
    if origin is Literal:
        return _word(parameters, raw, place)
    if origin is tuple:
        items = _of_kind(list, raw, place)
        return tuple(_value(parameters[0], item, (*place, index)) for index, item in enumerate(items))
    if origin is Mapping:
        tables = _of_kind(dict, raw, place)
        return types.MappingProxyType(
            {key: read(parameters[1], table, (*place, key)) for key, table in tables.items()}
        )
    if is_dataclass(hint):
        return read(cast("type[Any]", hint), raw, place)
    return _of_kind(hint, raw, place)


def _word(words: tuple[str, ...], raw: object, place: Place) -> str:
    if raw not in words:
        raise Fault(place, f"“{raw}”不在可用的词之内，可用：{'、'.join(words)}")
    return str(raw)


def _of_kind(kind: Any, raw: object, place: Place) -> Any:
    if type(raw) is not kind:
        name = f"“{place[-1]}”" if place else "文件"
        raise Fault(place, f"{name}应当是{_KINDS[kind]}")
    return raw.strip("\n") if isinstance(raw, str) else raw
