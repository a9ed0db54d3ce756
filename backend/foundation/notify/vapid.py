"""The server's key towards push services (VAPID, RFC 8292): made at the first asking, kept beside the others."""

from base64 import urlsafe_b64encode
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from backend.foundation.storage.key_files import key_file


def public_key() -> str:
    """What a browser is given as applicationServerKey: the uncompressed point, base64url without padding."""
    point = _key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def vapid() -> Any:
    """The key as pywebpush takes it."""
    from py_vapid import Vapid02

    return Vapid02(_key())


@cache
def _key() -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(key_file("push.pem", _fresh), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def _fresh() -> bytes:
    fresh = ec.generate_private_key(ec.SECP256R1())
    return fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
