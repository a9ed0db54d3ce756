"""Signed heads kept outside the database: whoever rewrites the chain must also rewrite these files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.journal.links import canonical
from backend.foundation.journal.signing import sign
from backend.settings import settings


@dataclass(frozen=True)
class SignedHead:
    """Where a chain stood at one hour."""

    chain: UUID
    seq: int
    head: str
    at: str
    signature: str

    def signed_text(self) -> bytes:
        return canonical(
            {"chain": str(self.chain), "seq": self.seq, "head": self.head, "at": self.at}
        ).encode()


def signed_head(chain: UUID, seq: int, head: str, at: datetime) -> SignedHead:
    """The server's word, by its key, where the chain stands at `at`."""
    unsigned = SignedHead(chain, seq, head, at.astimezone(UTC).isoformat(timespec="seconds"), "")
    return replace(unsigned, signature=sign(unsigned.signed_text()))


def heads_folder() -> Path:
    return settings().data_dir / "heads"


async def keep_heads(at: datetime) -> list[Path]:
    """Write the signed head of every chain that moved, one file per chain and hour; twice is harmless."""
    chains = await rows("SELECT id, seq, head FROM chains WHERE seq > 0")
    return [path for chain in chains if (path := _keep(chain, at.astimezone(UTC)))]


def kept_heads() -> Iterator[tuple[Path, SignedHead | None]]:
    """All signed heads on disk, by chain and hour; None where the file cannot be read as one."""
    for path in sorted(heads_folder().glob("*/*.json")):
        try:
            yield path, _read(path)
        except (ValueError, KeyError, TypeError):
            yield path, None


def _keep(chain: dict[str, Any], at: datetime) -> Path | None:
    path = heads_folder() / str(chain["id"]) / f"{at:%Y%m%dT%H}.json"
    if path.exists():
        return None
    kept = signed_head(chain["id"], chain["seq"], chain["head"], at)
    path.parent.mkdir(parents=True, exist_ok=True)
    words = {"chain": str(kept.chain), "seq": kept.seq, "head": kept.head, "at": kept.at}
    draft = path.with_suffix(".draft")  # a power cut must not leave half a head behind
    draft.write_text(json.dumps(words | {"signature": kept.signature}))
    draft.replace(path)
    return path


def _read(path: Path) -> SignedHead:
    words = json.loads(path.read_text())
    return SignedHead(UUID(words["chain"]), words["seq"], words["head"], words["at"], words["signature"])
