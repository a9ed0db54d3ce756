"""What happened to posts, rosters and swaps, in words. Pure."""

from collections.abc import Callable
from typing import Final

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence

HOW: Final = {"solver": "尽量公平", "rotation": "按轮换", "hand": "手工"}


def told(moment: Moment) -> str:
    """One sentence for one event."""
    return sentence(moment, _SENTENCES)


def _noted(words: Callable[[Payload], str]) -> Callable[[Payload], str]:
    """With the note behind it, and what was overruled."""

    def tell(payload: Payload) -> str:
        note = f"：{payload['note']}" if payload.get("note") else ""
        despite = f"（仍然这样排：{'；'.join(payload['despite'])}）" if payload.get("despite") else ""
        return f"{words(payload)}{note}{despite}"

    return tell


_SENTENCES: Final[Sentences] = {
    "duty_post.added": lambda p: f"设岗位：{p['name']}（{p['kind']}，{p['days']}）",
    "duty_post.changed": lambda p: f"改岗位：{p['name']}（{p['days']}）" if p["active"] else "停用岗位",
    "roster.begun": lambda p: f"开始排{int(p['month'][5:])}月，按岗位生成{p['shifts']}个班次",
    "roster.made": lambda p: f"按岗位补齐班次：增{p['came']}个、减{p['went']}个、改{p['changed']}个",
    "roster.drafted": lambda p: (
        f"起草（{HOW[p['how']]}）：{p['people']}人排了{p['placed']}个席位，缺{p['empty']}个"
    ),
    "roster.published": lambda p: f"发布，{p['shifts']}个班次，缺{p['empty']}个席位",
    "roster.imported": _noted(lambda p: f"按表格改{p['changes']}个席位：{p['file']}"),
    "roster.assigned": _noted(lambda p: f"{p['shift']}：排上{p['officer_name']}"),
    "roster.released": _noted(lambda p: f"{p['shift']}：撤下{p['officer_name']}"),
    "roster.substituted": _noted(lambda p: f"{p['shift']}：{p['by_name']}替{p['officer_name']}"),
    "roster.shift_added": lambda p: f"{p['shift']}：加一个班次",
    "roster.shift_cancelled": _noted(lambda p: f"{p['shift']}：取消班次"),
    "roster.called_in": lambda p: f"{p['shift']}：{p['officer_name']}来不了",
    "roster.returned": lambda p: f"{p['shift']}：{p['officer_name']}能来了",
    "roster.taken": lambda p: f"{p['shift']}：{p['officer_name']}顶班",
    "roster.swapped": lambda p: (
        f"{p['shift']}：{p['officer_name']}换给{p['by_name']}"
        + (f"，换回{p['back']}" if p.get("back") else "")
    ),
    "swap.asked": lambda p: (
        f"请{p['other_name']}换：{p['words']}" + (f"（{p['reason']}）" if p["reason"] else "")
    ),
    "swap.agreed": lambda _: "对方同意",
    "swap.approved": _noted(lambda _: "批准"),
    "swap.refused": _noted(lambda _: "没有同意"),
    "swap.withdrawn": lambda _: "撤回",
}
