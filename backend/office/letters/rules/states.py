"""Where an issued paper stands, in words. Pure."""

from dataclasses import dataclass

from backend.foundation.letters.official import Letter


@dataclass(frozen=True, slots=True)
class Standing:
    """`kind` is how the tag is coloured."""

    words: str
    kind: str


def standing(letter: Letter) -> Standing:
    """作废 goes before everything; the scan of the sealed or signed copy is what counts."""
    if letter.void:
        return Standing("作废", "over")
    if letter.scan_sha256:
        return Standing(f"已存{letter.form.mark}件", "done")
    if letter.sealed_at:
        return Standing("已用印", "done")
    return Standing("未用印", "soon") if letter.form.under_seal else Standing("不用印", "")
