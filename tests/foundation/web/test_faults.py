"""Faults of a body in the words of the person who filled it in."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
import pytest

from backend.foundation.web.bodies import Body
from backend.foundation.web.faults import refusal_of

Aware = Annotated[datetime, msgspec.Meta(tz=True)]


class Inner(Body, kw_only=True):
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)]


class Form(Body, kw_only=True):
    """One field of each sort."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=3)] = "甲"
    at: Aware | None = None
    day: date | None = None
    id: UUID | None = None
    kind: Literal["a", "b"] = "a"
    flag: bool = False
    inner: Inner | None = None
    crew: Annotated[list[str], msgspec.Meta(max_length=1)] = msgspec.field(default_factory=list)
    digest: Annotated[str, msgspec.Meta(pattern="^[0-9]$")] = "0"


@pytest.mark.parametrize(
    ("body", "code", "fields"),
    [
        ({"x": 1}, "unknown_field", {"x": "不认识这个字段"}),
        ({"inner": {"lat": 1, "x": 1}}, "unknown_field", {"inner.x": "不认识这个字段"}),
        ({"inner": {}}, "invalid", {"inner.lat": "必须填写"}),
        ({"inner": {"lat": 91}}, "invalid", {"inner.lat": "不大于90.0"}),
        ({"inner": {"lat": "24"}}, "invalid", {"inner.lat": "要填数字"}),
        ({"title": ""}, "invalid", {"title": "必须填写"}),
        ({"title": "甲乙丙丁"}, "invalid", {"title": "最多3个字"}),
        ({"title": 7}, "invalid", {"title": "要填文字"}),
        ({"title": "a\x00"}, "invalid", {"title": "有不能用的字符"}),
        ({"at": "2026-11-20T12:00:00"}, "invalid", {"at": "时间要带时区，如 2026-11-23T09:10:00+08:00"}),
        ({"at": "noon"}, "invalid", {"at": "时间写成 2026-11-23T09:10:00+08:00"}),
        ({"at": "0001-01-01T00:00:00Z"}, "invalid", {"at": "年份从1970到2200"}),
        ({"day": "2026-02-30"}, "invalid", {"day": "日期写成 2026-11-23"}),
        ({"id": "7"}, "invalid", {"id": "不是 UUID"}),
        ({"kind": "c"}, "invalid", {"kind": "没有 'c' 这一种"}),
        ({"flag": "yes"}, "invalid", {"flag": "要填true 或 false"}),
        ({"crew": ["a", "b"]}, "invalid", {"crew": "最多1项"}),
        ({"crew": ["a\x00"]}, "invalid", {"crew": "有不能用的字符"}),
        ({"digest": "z"}, "invalid", {"digest": "格式不对"}),
        ([], "invalid", {"body": "要填对象"}),
    ],
)
def test_each_fault_names_its_field(body: Any, code: str, fields: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError) as fault:
        msgspec.json.decode(msgspec.json.encode(body), type=Form)
    refusal = refusal_of(str(fault.value))
    assert (refusal.code, refusal.fields) == (code, fields)
