"""What the public page may show of a paper: an allow-list without any person in it."""

from dataclasses import dataclass
from datetime import datetime

from backend.foundation.letters.official import Letter


@dataclass(frozen=True, slots=True)
class Digest:
    """A file that can be checked, by what it is, never by its title."""

    words: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shown:
    """`counts` is what the holder should have in hand: the scan of the sealed copy where there is one."""

    words: str
    number: str
    issued_at: datetime
    body: str
    addressee: str
    voided_at: datetime | None
    digests: tuple[Digest, ...]
    sealed: bool


async def shown(letter: Letter) -> Shown:
    """Enclosures are counted, for their titles may name people."""
    digests = [Digest("本函电子件（PDF）", letter.sha256)] if letter.sha256 else []
    if letter.scan_sha256:
        digests.insert(0, Digest("盖章扫描件（以此为准）", letter.scan_sha256))
    digests += [
        Digest(f"附件材料{at}（{each.kind}）", each.sha256)
        for at, each in enumerate(letter.enclosed(), start=1)
    ]
    return Shown(
        letter.words,
        letter.number,
        letter.issued_at,
        letter.body_name,
        letter.addressee_name,
        letter.voided_at,
        tuple(digests),
        letter.sealed_at is not None,
    )
