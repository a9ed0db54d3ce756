"""An event in the words of the room it happened in. Pure."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from backend.foundation.journal.timeline import Moment

Payload = Mapping[str, Any]
Sentences = Mapping[str, Callable[[Payload], str]]
ERASED: Final = "内容已按保存期限清除"


def sentence(moment: Moment, sentences: Sentences) -> str:
    """By its kind; what retention erased says so, and what has no words is called by its kind."""
    if moment.payload is None:
        return ERASED
    tell = sentences.get(moment.kind)
    return tell(moment.payload) if tell else moment.kind


def with_merge(words: str, payload: Payload) -> str:
    """Marked where the change met another one: made without having seen it, or laid beside it (`Merge.told`)."""
    if payload.get("overwrote"):
        return f"{words}（未见到他人的改动）"
    return f"{words}（与同时的其他改动合并）" if payload.get("beside") else words


def in_a_drill(words: str, payload: Payload | None) -> str:
    """Marked where the event says that it was one."""
    return f"【演练】{words}" if payload and payload.get("exercise") else words
