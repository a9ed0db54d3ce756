"""The server's Ed25519 key (RFC 8032): receipts and hourly heads are signed with it."""

from functools import cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from backend.foundation.storage.key_files import key_file


def sign(message: bytes) -> str:
    """Hexadecimal signature over `message`."""
    return _key().sign(message).hex()


def public_key() -> str:
    """The public key as 64 hexadecimal digits."""
    return _key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def is_signed(message: bytes, signature: str, key: str | None = None) -> bool:
    """Whether `signature` was made over `message` by `key` (hexadecimal; default: this server's)."""
    verifier = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key or public_key()))
    try:
        verifier.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@cache
def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key_file("receipts.key", _fresh))


def _fresh() -> bytes:
    fresh = Ed25519PrivateKey.generate()
    return fresh.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
