"""What a request must say. Pure."""

from datetime import datetime

from backend.casework.requests.bodies import RequestBody
from backend.casework.requests.rules.kinds import NOTICE
from backend.casework.requests.rules.limits import span
from backend.foundation.refusals import Refusal, needed


def judge(body: RequestBody, at: datetime) -> None:
    """Refuses `invalid` with every part that is missing or does not hold."""
    asked = {
        "title": (body.title, "写明是什么事"),
        "words": (body.words, "写明为什么、要对方做什么"),
        "to": ("".join(body.to), "选找哪个单位"),
    }
    if body.kind == "police":
        asked |= {
            "address": (body.address or "", "写明在哪里集合"),
            "starts_at": (str(body.starts_at or ""), "写明几时开始"),
            "head_count": (str(body.head_count or ""), "写明要几个人"),
        }
    needed(asked)
    _times(body, at)
    _of_notice(body)


def _times(body: RequestBody, at: datetime) -> None:
    span(at, body.due_at)
    faults = {}
    if body.starts_at is not None and body.starts_at <= at:
        faults["starts_at"] = "要晚于现在；现在就要人，用紧急支援或打110"
    elif body.starts_at is not None and body.due_at > body.starts_at:
        faults["due_at"] = "要在开始之前答复"
    if body.ends_at is not None and (body.starts_at is None or body.ends_at <= body.starts_at):
        faults["ends_at"] = "要晚于开始时间"
    if faults:
        raise Refusal("invalid", fields=faults)


def _of_notice(body: RequestBody) -> None:
    """Only the 书面通知 has a paper, and a call before it."""
    if body.kind == NOTICE:
        return
    said = {"call": body.call, "signed_by": body.signed_by, "number": body.number}
    faults = {name: "只有书面通知才有" for name, value in said.items() if value is not None}
    if faults:
        raise Refusal("invalid", fields=faults)
