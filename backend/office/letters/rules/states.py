"""Where an issued paper stands, in words. Pure."""

from dataclasses import dataclass

from backend.foundation.letters.official import Letter


@dataclass(frozen=True, slots=True)
class Standing:
    """`kind` is how the tag is coloured."""

    words: str
    kind: str


def standing(letter: Letter) -> Standing:
    """作废 goes before everything; the scan of the sealed copy is what counts."""
    if letter.void:
        return Standing("作废", "over")
    if letter.scan_sha256:
        return Standing("已存盖章件", "done")
    return Standing("已用印", "done") if letter.sealed_at else Standing("未用印", "soon")
