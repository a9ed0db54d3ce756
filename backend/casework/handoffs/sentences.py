"""What happened to a handoff, told in sentences."""

from collections.abc import Callable
from typing import Final

from backend.foundation.clocks.sentences import SENTENCES as LIMITS
from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import ERASED, Payload, Sentences, with_merge
from backend.foundation.letters.official import KINDS

STEPS: Final[dict[str, str]] = {
    "submission": "送审",
    "approval": "批准",
    "revision": "退回修改",
    "refusal": "不予批准",
    "sealing": "用印",
    "dispatch": "移送",
    "receipt": "签收",
    "acceptance": "受理",
    "return": "不予受理（退回）",
    "settlement": "争议处理结果",
    "result": "处理结果反馈",
    "closure": "办结",
    "withdrawal": "撤回",
    "extension": "延长移送期限",
    "urgency": "转为紧急",
    "progress": "进展",
    "reminder": "催办",
    "consent": "部门同意",
    "stop_record": "制止",
    "notice_record": "告知对方",
    "late_material": "移送后补到材料",
    "sealed_copy": "上传盖章件",
    "link_opened": "打开函上链接",
    "link_revoked": "停用函上链接",
    "link_renewed": "换发函上链接",
}
FIELDS: Final = {
    "to_unit": "受移送单位",
    "matter_code": "事项",
    "discovered_at": "知道归对方管的时间",
    "discovered_reason": "晚于发现当天的原因",
    "urgent": "紧急",
    "ongoing": "正在发生",
    "major": "重大疑难",
    "stop_record": "制止记录",
    "notice_record": "告知记录",
    "facts": "基本违法事实",
    "address": "地点",
    "party": "当事人",
    "delegated_by": "以自己名义移送的依据",
    "finding": "来源发现",
    "complaint": "来源投诉",
    "result_days": "本案反馈期限",
}


def told(moment: Moment) -> str:
    """One sentence for one event; what retention erased says so."""
    if moment.payload is None:
        return ERASED
    tell = _SENTENCES.get(moment.kind)
    return tell(moment.payload) if tell else step_sentence(moment.kind, moment.payload)


def step_sentence(kind: str, payload: Payload) -> str:
    """方知秋批准：同意移送；委托审批的写明受谁委托, 逾期的写明原因."""
    name = STEPS.get(kind.removeprefix("handoff."), "")
    if not name:
        return kind
    parts = [_lead(name, payload), payload.get("text") or ""]
    sentence = "：".join(part for part in parts if part)
    return sentence + _competence(kind, payload) + _lateness(payload)


def _lead(name: str, payload: Payload) -> str:
    if payload.get("instead_of"):
        return f"受{payload['instead_of']}委托{name}"
    if payload.get("on_behalf"):
        return f"代录{payload.get('by', '')}{name}"
    if payload.get("channel") == "link":
        name = f"{_visitor(payload)}经函上链接{name}"
    if payload.get("result_days"):
        return f"{name}，反馈期限{payload['result_days']}个工作日"
    extra = payload.get("number") or ""
    return f"{name}，{extra}" if extra else name


def _visitor(payload: Payload) -> str:
    """冯水生（水政科科长）, where the event itself has to say it: such a person is no officer of ours."""
    by, position = payload.get("by") or "", payload.get("position") or ""
    return f"{by}（{position}）" if by and position else by


def _competence(kind: str, payload: Payload) -> str:
    """Whom a return believes competent, and whom a settlement made so."""
    if not payload.get("competent"):
        return ""
    return f"（{'确定' if kind.endswith('settlement') else '应'}由{payload['competent']}管）"


def _lateness(payload: Payload) -> str:
    if "late_reason" not in payload:
        return ""
    return f"（逾期，原因：{payload['late_reason']}）" if payload["late_reason"] else "（逾期，原因待补）"


def _changed(payload: Payload) -> str:
    names = "、".join(FIELDS.get(name, name) for name in payload["fields"])
    return with_merge(f"修改{names}", payload)


def _material(act: str) -> Callable[[Payload], str]:
    return lambda payload: f"{act}材料“{payload['title']}”"


def _mark(payload: Payload) -> str:
    """盖章 or 签名, as the paper of that kind bears it."""
    return KINDS[payload["kind"]].mark


_SENTENCES: Final[Sentences] = {
    **LIMITS,
    "handoff.created": lambda _: "起草移送",
    "handoff.changed": _changed,
    "handoff.explanation": lambda p: f"说明{STEPS.get(p['kind'], '')}逾期的原因：{p['text']}",
    "handoff.material_added": _material("加入"),
    "handoff.material_content": _material("收到"),
    "handoff.material_removed": _material("撤下"),
    "handoff.material_absent": lambda p: f"说明材料“{p['title']}”暂缺：{p['reason']}",
    "handoff.material_read": _material("查看"),
    "dossier.taken": lambda p: f"导出案卷包：{p['title']}",
    "letter.issued": lambda p: f"生成{p.get('number') or '函件'}",
    "letter.voided": lambda p: f"{p.get('number') or '函件'}作废：{p.get('reason', '')}",
    "letter.rendered": lambda p: f"{p.get('number') or '函件'}成文，校验值已登记",
    "letter.sealed": lambda p: f"{p.get('number') or '函件'}已用印",
    "letter.scanned": lambda p: f"{p.get('number') or '函件'}上传{_mark(p)}件",
}
