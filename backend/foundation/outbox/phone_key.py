"""The key a phone seals with what it has not sent yet."""

from secrets import token_bytes
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.foundation.storage.key_files import key_file

BYTES = 32  # AES-256-GCM


def phone_key(officer: UUID) -> bytes:
    """The officer's own, the same at each of their sign-ins: a phone forgets it when they sign out, and what lies there
    sealed is readable again once they are back (HKDF, RFC 5869, from a secret of this server)."""
    secret = key_file("phones.key", lambda: token_bytes(BYTES))
    return HKDF(SHA256(), BYTES, salt=None, info=b"outbox:" + officer.bytes).derive(secret)
