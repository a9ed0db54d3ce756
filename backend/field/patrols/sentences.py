"""What happened to a patrol, told in sentences."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from backend.field.patrols.rules.conduct import POINTS
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.patrol import KINDS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import ERASED, Payload, Sentences, with_merge
from backend.foundation.web.words import zh_datetime, zh_time

Names = Mapping[str, str]

PEOPLE = ("crew", "acting")  # fields that hold usernames
FIELDS = {
    "kind": "类型",
    "title": "名称",
    "crew": "参加人员",
    "planned_route": "计划路线",
    "planned_from": "计划开始",
    "planned_until": "计划结束",
    "started_at": "开始时间",
    "ended_at": "结束时间",
    "summary": "巡查小结",
    "category": "类别",
    "nothing_found": "未发现问题",
    "matter_code": "事项",
    "found_at": "发现时间",
    "position": "位置",
    "far_reason": "定位误差原因",
    "address": "地点",
    "facts": "情况",
    "disposition": "处置",
    "acting": "执法人员",
    "ongoing": "正在发生",
    "recheck_on": "复查日期",
    "party": "当事人",
}


def told(moment: Moment, names: Names) -> str:
    """One sentence for one event, people by their names; what retention erased says so."""
    if moment.payload is None:
        return ERASED
    tell = _SENTENCES.get(moment.kind)
    return tell(_named(moment.payload, names)) if tell else moment.kind


def usernames(payload: Payload) -> Iterator[str]:
    """Whom a payload speaks of by username: those a `told` needs names for."""
    for field in PEOPLE:
        yield from payload.get(field) or ()
        for values in payload.get("fields", {}).get(field) or ():
            yield from values or ()


def changed_words(fields: Mapping[str, Any], names: Names = MappingProxyType({})) -> str:
    """Fields with their new values, people by their names: 名称改为“早市”，巡查小结清空."""
    fields = dict(fields) | {name: _called(fields[name], names) for name in PEOPLE if name in fields}
    return "，".join(f"{FIELDS.get(name, name)}{_becomes(name, value)}" for name, value in fields.items())


def _named(payload: Payload, names: Names) -> Payload:
    """The payload with names where it has usernames."""
    called = dict(payload) | {field: _called(payload[field], names) for field in PEOPLE if field in payload}
    if "fields" in called:
        changes = called["fields"]
        people = {
            field: [_called(each, names) for each in changes[field]] for field in PEOPLE if field in changes
        }
        called["fields"] = changes | people
    return called


def _called(people: list[str] | None, names: Names) -> list[str] | None:
    return people and [names.get(username, username) for username in people]


def _becomes(name: str, value: Any) -> str:
    words = _value(name, value)
    return f"改为“{words}”" if words else "清空"


def _value(name: str, value: Any) -> str:
    named = {"kind": KINDS, "disposition": DISPOSITIONS}.get(name)
    if named is not None:
        return named.get(value, str(value))
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(str, value))
    if name in ("planned_from", "planned_until"):
        planned = _moment(value)
        return zh_datetime(planned, planned)  # the day may be another one than before
    return _clock(value) if name.endswith("_at") else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "，".join(str(inner) for inner in value.values() if inner not in (None, ""))
    return str(value)


def _clock(value: Any) -> str:
    """A moment by its time of day."""
    return zh_time(_moment(value))


def _moment(value: Any) -> datetime:
    """A moment as the journal keeps it (ISO text) or as it came."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _with_note(sentence: str, payload: Payload) -> str:
    return f"{sentence}：{payload['note']}" if payload.get("note") else sentence


def _at(payload: Payload) -> str:
    return f"{_clock(payload['at'])} " if payload.get("at") else ""


def _created(payload: Payload) -> str:
    crew = "、".join(payload["crew"])
    act = "登记" if payload.get("ended_at") else "开始" if payload.get("started_at") else "计划"
    return f"{act}{KINDS[payload['kind']]}“{payload['title']}”，{crew}参加"


def _changed(payload: Payload) -> str:
    return with_merge(changed_words({name: values[1] for name, values in payload["fields"].items()}), payload)


def conduct_words(points: Mapping[str, bool]) -> str:
    """Which points did not hold: 按规定着装、随身携带执法证未做到."""
    failed = [POINTS.get(name, name) for name, held in points.items() if not held]
    return f"{'、'.join(failed)}未做到" if failed else "都做到了"


def _finding(act: str) -> Callable[[Payload], str]:
    def tell(payload: Payload) -> str:
        what = "未发现问题" if payload.get("nothing_found") else payload.get("category", "")
        return f"{act}第{payload['number']}条发现：{what}"

    return tell


def _finding_changed(payload: Payload) -> str:
    return f"第{payload['number']}条发现：{_changed(payload)}"


_SENTENCES: Sentences = {
    "patrol.created": _created,
    "patrol.changed": _changed,
    "patrol.started": lambda p: _with_note(f"{_at(p)}出发", p),
    "patrol.paused": lambda p: _with_note(f"{_at(p)}暂停，原因：{p['reason']}", p),
    "patrol.resumed": lambda p: _with_note(f"{_at(p)}恢复巡查", p),
    "patrol.ended": lambda p: _with_note(f"{_at(p)}结束巡查", p),
    "patrol.cancelled": lambda p: f"取消巡查，原因：{p['reason']}",
    "patrol.joined": lambda p: f"{_at(p)}{p['name']}（{p['unit']}）加入",
    "patrol.left": lambda p: _with_note(f"{_at(p)}{p['name']}（{p['unit']}）离开", p),
    "patrol.attended": lambda p: _with_note(f"{p['unit']}确认到场", p),
    "patrol.conduct_checked": lambda p: f"着装与行为检查：{conduct_words(p['points'])}",
    "patrol.recording_entered": lambda p: f"登记执法记录仪{p['recorder']}的音像记录，存放于{p['kept_at']}",
    "patrol.place_passed": lambda p: f"{_at(p)}途经{p['name']}",
    "patrol.track_received": lambda p: f"收到轨迹{p['points']}个点",
    "patrol.filed": lambda p: _with_note(f"备案，编号{p['number']}", p),
    "patrol.addendum_written": lambda p: (
        f"补记：{p['text']}" + (f"（{p['reason']}）" if p.get("reason") else "")
    ),
    "patrol.late_addendum_kept": lambda p: f"迟到的补记：{p['text']}",
    "patrol.remarked": lambda p: f"批示：{p['text']}",
    "patrol.returned": lambda p: f"退回补正：{p['text']}",
    "patrol.printed": lambda p: "打印台账页" + ("（当事人姓名已隐去）" if p["masked"] else ""),
    "finding.created": _finding("记录"),
    "finding.changed": _finding_changed,
    "finding.removed": _finding("撤下"),
}
