"""What happened moment by moment, as papers tell it: 16:20沈禾请求支援. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from backend.foundation.now import local


@dataclass(frozen=True, slots=True)
class Beat:
    """One moment: at 16:21, 周青岩 did 接警."""

    at: datetime
    who: str
    what: str

    @property
    def words(self) -> str:
        """16:21周青岩接警, without the full stop people may have typed."""
        return f"{local(self.at):%H:%M}{self.who}{self.what.strip().rstrip('。')}"


def in_order(beats: Iterable[Beat]) -> list[Beat]:
    """By when it was."""
    return sorted(beats, key=lambda beat: beat.at)


def chain_words(beats: Iterable[Beat]) -> str:
    """16:20沈禾请求支援；16:21周青岩接警；…, in order; who does several things at a time is named each time."""
    return "；".join(beat.words for beat in in_order(beats))


def sentences(beats: Iterable[Beat], most: int) -> tuple[str, int]:
    """16:20沈禾：三十人围住路口。16:31周青岩到场。…, in order: whole ones, as many as `most` characters hold; and how many are
    left over."""
    told, words = in_order(beats), ""
    for number, beat in enumerate(told):
        sentence = f"{beat.words}。"
        if len(words) + len(sentence) > most:
            return words, len(told) - number
        words += sentence
    return words, 0
