"""What happened to a unit or a person, told in sentences."""

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.foundation.people.permissions import ROLES
from backend.foundation.people.units import UNIT_KINDS


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _unit(payload: Payload) -> str:
    own = "以自己名义执法" if payload["acts_in_own_name"] else "不以自己名义执法"
    return (
        f"{payload['name']}（{payload['code']}），{UNIT_KINDS.get(payload['kind'], payload['kind'])}，{own}"
    )


def _officer(payload: Payload) -> str:
    roles = "、".join(words for role, words in ROLES.items() if role in payload["roles"])
    position = f"，{payload['position']}" if payload["position"] else ""
    return f"{payload['name']}（{payload['username']}）{position}，职责：{roles}"


def _certificate(payload: Payload) -> str:
    return f"{payload['number']}，{payload['first_day']}到{payload['last_day']}"


def _attachment(payload: Payload) -> str:
    until = f"到{payload['last_day']}" if payload["last_day"] else "起"
    paper = f"（{payload['paper']}）" if payload["paper"] else ""
    return f"{payload['department']}派驻{paper}，{payload['first_day']}{until}"


_SENTENCES: Sentences = {
    "unit.created": lambda payload: f"建立：{_unit(payload)}",
    "unit.changed": lambda payload: f"改为：{_unit(payload)}",
    "officer.created": lambda payload: f"建立：{_officer(payload)}",
    "officer.changed": lambda payload: f"改为：{_officer(payload)}",
    "officer.left": lambda _: "离岗，所有设备已退出",
    "officer.returned": lambda _: "复岗",
    "officer.password_reset": lambda _: "重设了初始密码，所有设备已退出",
    "officer.password_changed": lambda _: "本人改了密码",
    "attachment.added": lambda payload: f"登记派驻：{_attachment(payload)}",
    "attachment.corrected": lambda payload: f"更正派驻：{_attachment(payload)}",
    "certificate.added": lambda payload: f"登记执法证：{_certificate(payload)}",
    "certificate.corrected": lambda payload: f"更正执法证：{_certificate(payload)}",
    "certificate.suspended": lambda payload: f"暂扣执法证：{payload['reason']}",
    "certificate.restored": lambda _: "恢复执法证",
}
