"""`liandong serve --tls`: phones can be led to trust this server, and nobody but this server."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509

from backend.console.addresses import reachable
from backend.console.certificates import Credentials, credentials
from tests.rig.patience import PATIENCE_S
from tests.rig.server import Servers

pytestmark = pytest.mark.either

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
OFFICE = [ip_address("192.168.3.7"), ip_address("127.0.0.1")]


def served(made: Credentials) -> x509.Certificate:
    return x509.load_pem_x509_certificate(made.certificate.read_bytes())


def test_a_second_start_keeps_authority_and_certificate(tmp_path: Path) -> None:
    first, second = credentials(tmp_path, OFFICE, NOW), credentials(tmp_path, OFFICE, NOW)
    assert first.authority.fingerprint == second.authority.fingerprint
    assert served(first).serial_number == served(second).serial_number


def test_keys_are_for_the_server_alone(tmp_path: Path) -> None:
    made = credentials(tmp_path / "tls", OFFICE, NOW)
    assert made.key.stat().st_mode & 0o077 == 0
    assert (tmp_path / "tls" / "ca.key").stat().st_mode & 0o077 == 0


def test_a_new_address_gets_a_new_certificate_from_the_same_authority(tmp_path: Path) -> None:
    first = credentials(tmp_path, OFFICE, NOW)
    moved = credentials(tmp_path, [*OFFICE, ip_address("10.1.2.3")], NOW)
    names = served(moved).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert ip_address("10.1.2.3") in names.get_values_for_type(x509.IPAddress)
    assert moved.authority.fingerprint == first.authority.fingerprint


def test_a_certificate_is_renewed_before_it_runs_out(tmp_path: Path) -> None:
    first = served(credentials(tmp_path, OFFICE, NOW))
    later = served(credentials(tmp_path, OFFICE, NOW + timedelta(days=380)))
    assert later.not_valid_after_utc > first.not_valid_after_utc


def test_the_authority_speaks_for_private_networks_and_this_machine_only(tmp_path: Path) -> None:
    made = credentials(tmp_path, [*OFFICE, ip_address("203.0.113.9")], NOW)
    limits = made.authority.certificate.extensions.get_extension_for_class(x509.NameConstraints)
    permitted = {str(name.value) for name in limits.value.permitted_subtrees or []}
    assert limits.critical
    assert {"192.168.0.0/16", "203.0.113.9/32", socket.gethostname()} <= permitted
    assert "0.0.0.0/0" not in permitted


def test_a_machine_moved_to_a_foreign_network_gets_a_new_authority(tmp_path: Path) -> None:
    first = credentials(tmp_path, OFFICE, NOW)
    moved = credentials(tmp_path, [ip_address("203.0.113.9")], NOW)
    assert moved.authority.fingerprint != first.authority.fingerprint


def test_loopback_is_never_offered_to_phones() -> None:
    assert [str(address) for address in reachable("127.0.0.1")] == ["127.0.0.1"]
    assert str(reachable("0.0.0.0")[-1]) == "127.0.0.1"


def test_a_browser_that_trusts_the_authority_gets_in(servers: Servers) -> None:
    server = servers.prepare("tls", HOST="0.0.0.0")
    server.url = server.url.replace("http://", "https://")
    server.start("--tls")
    trusting = ssl.create_default_context(cafile=str(server.data / "tls" / "ca.crt"))
    with httpx.Client(verify=trusting, base_url=server.url, timeout=PATIENCE_S) as client:
        assert client.get("/healthz").status_code == httpx.codes.OK
        answer = client.get("/login")
        assert answer.status_code == httpx.codes.OK
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz", timeout=PATIENCE_S)
    server.kill()


def test_phones_find_authority_and_instructions_one_port_further(servers: Servers) -> None:
    server = servers.prepare("tls-phones", HOST="0.0.0.0")
    server.url = server.url.replace("http://", "https://")
    server.start("--tls")
    page = f"http://127.0.0.1:{int(server.environ['PORT']) + 1}"
    words = httpx.get(f"{page}/", timeout=PATIENCE_S).text
    authority = httpx.get(f"{page}/ca.crt", timeout=PATIENCE_S)
    assert authority.headers["content-type"] == "application/x-x509-ca-cert"
    assert authority.content == (server.data / "tls" / "ca.crt").read_bytes()
    fingerprint = next(line for line in server.log.read_text().splitlines() if "SHA-256" in line).split("）")[
        -1
    ]
    assert fingerprint in words
    assert httpx.get(f"{page}/ca.key", timeout=PATIENCE_S).status_code == httpx.codes.NOT_FOUND
    assert httpx.get(f"{page}/look.css", timeout=PATIENCE_S).headers["content-type"].startswith("text/css")
    server.kill()
