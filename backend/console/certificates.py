"""A small certificate authority of our own: phones give camera, position and offline only to https."""

import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from backend.console.addresses import Address
from backend.console.vouching import may_vouch, own_ground

CA_LASTS = timedelta(days=3650)
CERTIFICATE_LASTS = timedelta(days=397)  # the most browsers accept
RENEWED_BEFORE = timedelta(days=30)
SLOW_CLOCK = timedelta(days=1)  # phones whose clock is behind must not find it "not yet valid"
NAME = "Liandong local CA"

Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Authority:
    """The certificate that phones are asked to trust, and its key."""

    certificate: x509.Certificate
    key: Key
    file: Path

    @property
    def fingerprint(self) -> str:
        """SHA-256 in pairs, as phones show it."""
        return self.certificate.fingerprint(hashes.SHA256()).hex(":").upper()


@dataclass(frozen=True)
class Credentials:
    """What the server is started with."""

    certificate: Path
    key: Path
    authority: Authority


def credentials(folder: Path, addresses: Iterable[Address], at: datetime) -> Credentials:
    """CA and server certificate under `folder`, made where missing, about to expire or for other addresses.

    The CA stays, so that phones trust it once. It can vouch for private networks, the machine's own name and the
    addresses it had when it was made, and for nothing else; a machine that moved elsewhere gets a new one.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    wanted = _names(addresses)
    authority = _authority(folder, wanted, at)
    certificate, key = folder / "server.crt", folder / "server.key"
    if not _serves(certificate, key, wanted, authority, at):
        _issue(authority, wanted, at, certificate, key)
    return Credentials(certificate, key, authority)


def _names(addresses: Iterable[Address]) -> list[x509.GeneralName]:
    hosts = dict.fromkeys(("localhost", socket.gethostname()))
    return [*map(x509.DNSName, hosts), *(x509.IPAddress(address) for address in addresses)]


def _authority(folder: Path, names: Iterable[x509.GeneralName], at: datetime) -> Authority:
    file, key_file = folder / "ca.crt", folder / "ca.key"
    if file.exists() and key_file.exists():
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
        if certificate.not_valid_after_utc > at + CERTIFICATE_LASTS and may_vouch(certificate, names):
            return Authority(certificate, _read_key(key_file), file)
    key = _new_key(key_file)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{NAME} {socket.gethostname()}"[:64])])
    builder = (
        _builder(name, name, key, at, CA_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(own_ground(names), None), critical=True)
    )
    certificate = builder.sign(key, hashes.SHA256())
    _write(file, certificate.public_bytes(Encoding.PEM))
    return Authority(certificate, key, file)


def _serves(
    file: Path, key: Path, wanted: list[x509.GeneralName], authority: Authority, at: datetime
) -> bool:
    """Whether the certificate at hand will do."""
    if not (file.exists() and key.exists()):
        return False
    certificate = x509.load_pem_x509_certificate(file.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return (
        certificate.issuer == authority.certificate.subject
        and set(wanted) <= set(names)
        and certificate.not_valid_after_utc > at + RENEWED_BEFORE
    )


def _issue(
    authority: Authority, names: list[x509.GeneralName], at: datetime, file: Path, key_file: Path
) -> None:
    key = _new_key(key_file)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Liandong")])
    issuer = authority.certificate.public_key()
    assert isinstance(issuer, ec.EllipticCurvePublicKey)
    certificate = (
        _builder(name, authority.certificate.subject, key, at, CERTIFICATE_LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    chain = (certificate, authority.certificate)
    _write(file, b"".join(link.public_bytes(Encoding.PEM) for link in chain))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, at: datetime, lasting: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - SLOW_CLOCK)
        .not_valid_after(at + lasting)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _new_key(file: Path) -> Key:
    key = ec.generate_private_key(ec.SECP256R1())
    _write(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), mode=0o600)
    return key


def _read_key(file: Path) -> Key:
    key = load_pem_private_key(file.read_bytes(), password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def _write(file: Path, body: bytes, mode: int = 0o644) -> None:
    """Never half a file, and a key readable by nobody else from its first byte."""
    beside = file.with_suffix(f".{os.getpid()}")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:  # noqa: PTH123
        out.write(body)
    beside.replace(file)
