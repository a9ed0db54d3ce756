"""What a blob is kept under."""

import hashlib
from pathlib import Path


def sha256_of(path: Path) -> str:
    """In hex. Reads the whole file: call it off the event loop."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
