"""What runs beside the answering: copies left waiting are made, broken-off uploads are cleared away."""

from datetime import timedelta

from backend.foundation.beside import Beside, keep_doing
from backend.foundation.evidence import development
from backend.foundation.now import now
from backend.foundation.storage.place import storage

TIDY_EVERY = timedelta(hours=6)
# A phone may be without a network for a long holiday; after that it begins the photo anew.
UPLOADS_KEPT = timedelta(days=14)

_upkeep = Beside("evidence upkeep")


async def open_evidence() -> None:
    """Begin; the press must be open."""
    await development.resume()
    _upkeep.begin(keep_doing(_tidy, TIDY_EVERY, "clearing away broken-off uploads"))


async def close_evidence() -> None:
    """Stop; what was under way is waiting still at the next start."""
    await _upkeep.end()
    await development.stop()


async def _tidy() -> None:
    await storage().sweep(now() - UPLOADS_KEPT)
