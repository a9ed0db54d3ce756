"""What happened to the superior command, in words. Pure."""

from typing import Final

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import Payload, Sentences, sentence


def told(moment: Moment) -> str:
    return sentence(moment, _SENTENCES)


def _changed(payload: Payload) -> str:
    said = "，".join(filter(None, [payload["name"], payload["phone"], payload["url"]]))
    return f"上级指挥改为：{said}" if said else "不再设上级指挥"


_SENTENCES: Final[Sentences] = {"superior.changed": _changed}
