"""What happened to a campaign, in words. Pure."""

from typing import Any, Final

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Sentences, sentence


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _with(sentence: str, text: Any) -> str:
    return f"{sentence}：{text}" if text else sentence


_SENTENCES: Final[Sentences] = {
    "campaign.submitted": lambda p: f"提交方案：{p['title']}，{p['days']}",
    "campaign.replanned": lambda p: f"改好方案再提交：{p['title']}，{p['days']}",
    "campaign.approved": lambda p: f"批准方案，通知{'、'.join(p['units'])}",
    "campaign.returned": lambda p: f"方案退回修改：{p['reason']}",
    "campaign.cancelled": lambda p: f"取消：{p['reason']}",
    "campaign.joined": lambda p: f"归入巡查：{p['patrol']}",
    "campaign.parted": lambda p: _with(f"移出巡查：{p['patrol']}", p["reason"]),
    "campaign.noted": lambda p: f"{p['day']}小结：{p['text']}",
    "campaign.reported": lambda p: f"总结送签：{p['summary']}",
    "campaign.report_returned": lambda p: f"总结退回修改：{p['reason']}",
    "campaign.closed": lambda p: f"签发总结，文号{p['number']}：{p['results']}",
    "letter.issued": lambda p: f"印发文件，文号{p['number']}",
    "letter.rendered": lambda _: "文件排印完成，摘要已存",
}
