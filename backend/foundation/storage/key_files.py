"""Secrets this server made for itself: each in a file under `keys` in its data, made once, read ever after."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import get_ident

from backend.settings import settings


def key_file(name: str, make: Callable[[], bytes]) -> bytes:
    """What `keys/<name>` holds; the first asking makes it, and two asking at once agree on the file that came first."""
    return _made_once(settings().data_dir / "keys" / name, make)


def _made_once(path: Path, make: Callable[[], bytes]) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}")
        draft.write_bytes(make())
        draft.chmod(0o600)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
