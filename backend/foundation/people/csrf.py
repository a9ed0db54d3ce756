"""The token that proves a write comes from a page we drew for this very session."""

import hashlib
import hmac
import secrets

_PAD = 16


def csrf_token(cookie: str) -> str:
    """A token bound to the session, masked anew each time so that compressed pages leak nothing (BREACH)."""
    pad = secrets.token_bytes(_PAD)
    return (pad + _masked(pad, _secret(cookie))).hex()


def is_csrf_token(cookie: str, shown: str) -> bool:
    try:
        raw = bytes.fromhex(shown)
    except ValueError:
        return False
    pad, masked = raw[:_PAD], raw[_PAD:]
    return len(raw) == 2 * _PAD and hmac.compare_digest(_masked(pad, masked), _secret(cookie))


def _secret(cookie: str) -> bytes:
    return hashlib.sha256(f"csrf:{cookie}".encode()).digest()[:_PAD]


def _masked(pad: bytes, text: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(pad, text, strict=True))
