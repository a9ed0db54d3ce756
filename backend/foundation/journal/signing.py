"""The server's Ed25519 key (RFC 8032): receipts and hourly heads are signed with it."""

import os
from functools import cache, lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from backend.settings import settings


def sign(message: bytes) -> str:
    """Hexadecimal signature over `message`."""
    return _key(_key_file()).sign(message).hex()


def public_key() -> str:
    """The public key as 64 hexadecimal digits."""
    return _key(_key_file()).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def is_signed(message: bytes, signature: str, key: str | None = None) -> bool:
    """Whether `signature` was made over `message` by `key` (hexadecimal; default: this server's)."""
    verifier = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key or public_key()))
    try:
        verifier.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@cache
def _key_file() -> Path:
    return settings().data_dir / "keys" / "receipts.key"


@lru_cache(maxsize=4)
def _key(path: Path) -> Ed25519PrivateKey:
    """Read the key; the first start makes it, and two starting at once agree on the file that came first."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{os.getpid()}")
        fresh = Ed25519PrivateKey.generate()
        draft.write_bytes(fresh.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
        draft.chmod(0o600)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
