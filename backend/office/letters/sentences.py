"""What happened to a paper, in words. Pure."""

from backend.foundation.journal import Moment
from backend.foundation.letters.official import KINDS

_TOLD = {
    "letter.rendered": "{words}{number}排成PDF，SHA-256已封存",
    "letter.sealed": "{words}{number}已用印",
    "letter.scanned": "存入{words}{number}的{mark}扫描件",
    "dossier.taken": "导出案卷包：{title}",
}


def sentence(moment: Moment) -> str:
    """One line; rooms whose records have papers use it for their own timelines too. Empty for what it does not know."""
    told = moment.payload or {}
    form = KINDS.get(told.get("kind", ""))
    words = form.words if form else ""
    if moment.kind == "letter.issued":
        source = "（登记簿文号）" if told.get("by_register") else ""
        return f"发出{words}{told.get('number', '')}{source}，主送{told.get('addressee', '')}"
    if moment.kind == "letter.voided":
        return f"{words}{told.get('number', '')}作废：{told.get('reason', '')}"
    facts = {
        "words": words,
        "number": told.get("number", ""),
        "title": told.get("title", ""),
        "mark": form.mark if form else "",
    }
    return _TOLD.get(moment.kind, "").format(**facts)


def numbers_sentence(moment: Moment) -> str:
    """What was set about a body's numbers."""
    told = moment.payload or {}
    whose = KINDS[told["kind"]].words if told.get("kind") in KINDS else "各类函件"
    source = "用登记簿文号" if told.get("by_register") else "由系统编号"
    parts = [
        f"代字“{told['word']}”" if told.get("word") else "",
        f"格式“{told['pattern']}”" if told.get("pattern") else "",
    ]
    return "，".join([f"{whose}：{source}", *(part for part in parts if part)])
