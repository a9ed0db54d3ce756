"""For whom a CA of ours may speak (name constraints, RFC 5280 4.2.1.10). Pure.

It is installed on officers' own phones: whoever stole its key must not be able to stand in for the world.
"""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network

from cryptography import x509

PRIVATE = tuple(
    ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7", "::1/128")
)


def own_ground(names: Iterable[x509.GeneralName]) -> list[x509.GeneralName]:
    """Private networks, and exactly those of this machine's names that lie outside them."""
    ground: list[x509.GeneralName] = [x509.IPAddress(network) for network in PRIVATE]
    return ground + [_exactly(name) for name in names if not _is_within(name, ground)]


def may_vouch(authority: x509.Certificate, names: Iterable[x509.GeneralName]) -> bool:
    """Whether the CA covers all these names: the machine is still where it was made for."""
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    return all(_is_within(name, limits.permitted_subtrees or []) for name in names)


def _exactly(name: x509.GeneralName) -> x509.GeneralName:
    return x509.IPAddress(ip_network(str(name.value))) if isinstance(name, x509.IPAddress) else name


def _is_within(name: x509.GeneralName, ground: Iterable[x509.GeneralName]) -> bool:
    if not isinstance(name, x509.IPAddress):
        return name in ground
    networks = (place.value for place in ground if isinstance(place, x509.IPAddress))
    return any(
        name.value in network for network in networks if isinstance(network, IPv4Network | IPv6Network)
    )
