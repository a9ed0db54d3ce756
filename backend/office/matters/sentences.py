"""What happened to a matter, a proposal or the list, in words. Pure."""

from collections.abc import Callable

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence
from backend.office.matters.rules.matter import STANDINGS


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _version(verb: str) -> Callable[[Payload], str]:
    def sentence(payload: Payload) -> str:
        paper = f"，依据{payload['paper']}" if payload["paper"] else ""
        changed = f"：{'、'.join(payload['changed'])}" if payload["changed"] else ""
        body = f"，由{payload['punishing']}处罚"
        return f"第{payload['number']}版：{verb}{changed}{body}{paper}，{payload['effective_on']}起"

    return sentence


def _proposed(payload: Payload) -> str:
    changed = f"，改：{'、'.join(payload['changed'])}" if payload["changed"] else ""
    paper, standing = payload["paper"], STANDINGS.get(payload["standing"], "")
    return (
        f"{paper}提出：{payload['code']} {payload['name']}，{standing}{changed}，{payload['effective_on']}起"
    )


_SENTENCES: Sentences = {
    "matter.listed": _version("列入清单"),
    "matter.granted": _version("赋权乡镇"),
    "matter.taken_back": _version("收回"),
    "matter.dropped": _version("移出清单"),
    "matter.changed": _version("调整"),
    "matter.sayings_changed": lambda payload: f"常用说法改为：{'、'.join(payload['sayings']) or '无'}",
    "matter.version_withdrawn": lambda payload: f"第{payload['number']}版未生效，撤回：{payload['why']}",
    "matter_proposal.proposed": _proposed,
    "matter_proposal.accepted": lambda payload: f"采纳，{payload['effective_on']}起",
    "matter_proposal.declined": lambda payload: f"不采纳：{payload['words']}",
    "matter_proposal.withdrawn": lambda _: "提出的单位撤回",
}
