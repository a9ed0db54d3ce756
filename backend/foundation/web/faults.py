"""Faults of a body as msgspec words them, in the words of the person who filled it in. Pure."""

import re

from backend.foundation.refusals import Refusal

_UNKNOWN_FIELD = re.compile(r"unknown field `([^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `([^`]*)`")
_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<at>[^`]*)`)?$", re.DOTALL)

_OURS = re.compile(r"^(\w+)：(.*)$", re.DOTALL)  # from Body.__post_init__

_TYPES = {
    "str": "文字",
    "int": "整数",
    "float": "数字",
    "bool": "true 或 false",
    "array": "列表",
    "object": "对象",
    "null": "空值",
    "datetime": "时间",
    "date": "日期",
    "uuid": "UUID",
}
_WORDS = (
    (re.compile(r"`str` of length <= (\d+)"), "最多{}个字"),
    (re.compile(r"`str` of length >= 1\b"), "必须填写"),
    (re.compile(r"`str` of length >= (\d+)"), "至少{}个字"),
    (re.compile(r"`array` of length <= (\d+)"), "最多{}项"),
    (re.compile(r"`array` of length >= (\d+)"), "至少{}项"),
    (re.compile(r"`(?:int|float)` <= (\S+)"), "不大于{}"),
    (re.compile(r"`(?:int|float)` >= (\S+)"), "不小于{}"),
    (re.compile(r"with a timezone component"), "时间要带时区，如 2026-11-23T09:10:00+08:00"),
    (re.compile(r"Invalid RFC3339 encoded datetime"), "时间写成 2026-11-23T09:10:00+08:00"),
    (re.compile(r"Invalid RFC3339 encoded date"), "日期写成 2026-11-23"),
    (re.compile(r"Invalid UUID"), "不是 UUID"),
    (re.compile(r"Invalid enum value (.*)"), "没有 {} 这一种"),
    (re.compile(r"matching regex"), "格式不对"),
    (re.compile(r"Integer value out of range"), "数字太大"),
)
_EXPECTED = re.compile(r"^Expected `([^`]*)`, got `([^`]*)`")


def refusal_of(fault: str) -> Refusal:
    """`unknown_field` or `invalid`, with the field that is meant by its path."""
    place = _PLACE.match(fault)
    where = ((place["at"] if place else None) or "$").removeprefix("$").removeprefix(".")
    unknown = _UNKNOWN_FIELD.search(fault)
    if unknown:
        name = ".".join(filter(None, (where, unknown[1])))
        return Refusal("unknown_field", f"不认识字段“{name}”", fields={name: "不认识这个字段"})
    missing = _MISSING_FIELD.search(fault)
    if missing:
        return Refusal("invalid", fields={".".join(filter(None, (where, missing[1]))): "必须填写"})
    what = place["what"] if place else fault
    ours = _OURS.match(what)
    if ours:
        return Refusal("invalid", fields={".".join(filter(None, (where, ours[1]))): ours[2]})
    return Refusal("invalid", fields={where or "body": worded(what)})


def worded(fault: str) -> str:
    """One fault in Chinese; what is already in our words stays as it is."""
    for pattern, words in _WORDS:
        found = pattern.search(fault)
        if found:
            return words.format(*found.groups())
    kinds = _EXPECTED.match(fault)
    if kinds:
        return "要填" + "或".join(_TYPES.get(kind.strip(), kind.strip()) for kind in kinds[1].split("|"))
    return fault
