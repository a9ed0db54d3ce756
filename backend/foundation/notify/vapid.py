"""The server's key towards push services (VAPID, RFC 8292): made at the first asking, kept beside the others."""

import os
from base64 import urlsafe_b64encode
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from backend.settings import settings


def public_key() -> str:
    """What a browser is given as applicationServerKey: the uncompressed point, base64url without padding."""
    point = _key(_file()).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def vapid() -> Any:
    """The key as pywebpush takes it."""
    from py_vapid import Vapid02

    return Vapid02(_key(_file()))


def _file() -> Path:
    return settings().data_dir / "keys" / "push.pem"


@cache
def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    """Read the key; the first asking makes it, and two asking at once agree on the file that came first."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{os.getpid()}")
        fresh = ec.generate_private_key(ec.SECP256R1())
        draft.write_bytes(fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        draft.chmod(0o600)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    key = load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key
