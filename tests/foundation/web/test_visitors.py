"""Whom the door takes a visitor for: proxies named in the settings are believed, nobody else."""

from ipaddress import ip_network

import pytest

from backend.foundation.web.visitors import asked_from

PROXIES = (ip_network("10.0.0.5"), ip_network("192.168.3.0/24"), ip_network("fd00::/8"))
STREET, PROXY = "203.0.113.7", "10.0.0.5"


def by(peer: str, *told: str, header: str = "x-forwarded-for") -> str:
    return asked_from(peer, told, PROXIES, header)


def test_without_a_proxy_it_is_the_address_of_the_connection() -> None:
    assert by(STREET) == STREET
    assert asked_from(STREET, ["198.51.100.1"], (), "x-forwarded-for") == STREET


def test_a_stranger_who_claims_another_address_is_taken_for_what_he_is() -> None:
    assert by(STREET, "198.51.100.1") == STREET


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (["203.0.113.7"], STREET),
        (["198.51.100.1, 203.0.113.7"], STREET),
        (["198.51.100.1", "203.0.113.7"], STREET),
        (["203.0.113.7, 192.168.3.9"], STREET),
        (["203.0.113.7:51234"], STREET),
        (["2001:db8::7"], "2001:db8::7"),
        (["[2001:db8::7]:443"], "2001:db8::7"),
        (["::ffff:203.0.113.7"], STREET),
        ([], PROXY),
        ([""], PROXY),
        (["unknown"], PROXY),
        (["203.0.113.7, unknown"], PROXY),
        (["198.51.100.1, nonsense, 192.168.3.9"], "192.168.3.9"),
        (["192.168.3.9, 10.0.0.5"], "192.168.3.9"),
    ],
)
def test_a_proxy_is_believed_as_far_as_the_first_stranger(told: list[str], address: str) -> None:
    assert by(PROXY, *told) == address


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (["for=203.0.113.7;proto=https;by=10.0.0.5"], STREET),
        (["for=198.51.100.1, proto=https; For=203.0.113.7"], STREET),
        (['for="[2001:db8::7]:443"'], "2001:db8::7"),
        (['for="_hidden"'], PROXY),
        (["proto=https"], PROXY),
    ],
)
def test_the_header_of_the_standard_is_read_where_it_is_asked_for(told: list[str], address: str) -> None:
    assert by(PROXY, *told, header="forwarded") == address


def test_what_a_connection_without_an_address_is_called() -> None:
    assert by("", STREET) == ""
