"""What the public page may show of a paper: an allow-list without any person in it."""

from dataclasses import dataclass

from backend.foundation.letters.official import Letter
from backend.foundation.letters.wording.phrases import day


@dataclass(frozen=True, slots=True)
class Digest:
    """A file that can be checked, by what it is, never by its title."""

    words: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Days with their year, for a paper is verified years later; `voided_on` is empty while it is in force."""

    words: str
    number: str
    issued_on: str
    body: str
    addressee: str
    voided_on: str
    digests: tuple[Digest, ...]
    sealing: str


async def shown(letter: Letter) -> Shown:
    """Enclosures are counted, for their titles may name people."""
    digests = [Digest("本函电子件（PDF）", letter.sha256)] if letter.sha256 else []
    if letter.scan_sha256:
        digests.insert(0, Digest(f"{letter.form.mark}扫描件（以此为准）", letter.scan_sha256))
    digests += [
        Digest(f"附件材料{at}（{each.kind}）", each.sha256)
        for at, each in enumerate(letter.enclosed(), start=1)
    ]
    return Shown(
        letter.words,
        letter.number,
        day(letter.issued_at),
        letter.body_name,
        letter.addressee_name,
        day(letter.voided_at) if letter.voided_at else "",
        tuple(digests),
        "已用印" if letter.sealed_at else "未登记" if letter.form.under_seal else "不用印，双方签名",
    )
