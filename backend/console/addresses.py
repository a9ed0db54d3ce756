"""Under which addresses this machine can be reached."""

import fcntl
import socket
import struct
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

Address = IPv4Address | IPv6Address

ANY_IPV4, ANY_IPV6 = "0.0.0.0", "::"  # noqa: S104 - compared with, never bound here
_SIOCGIFADDR = 0x8915
_IPV6_ADDRESSES = Path("/proc/net/if_inet6")


def reachable(host: str) -> list[Address]:
    """What a server bound to `host` answers on: that one address, or all of the machine, loopback last."""
    if host not in (ANY_IPV4, ANY_IPV6):
        return sorted(_named(host), key=_by_use)
    found = _interfaces() | {ip_address("127.0.0.1")}
    if host == ANY_IPV6:
        found |= _ipv6_addresses()
    return sorted((address for address in found if not address.is_link_local), key=_by_use)


def for_phones(host: str) -> Address | None:
    """The address a phone on the same network would take; None where only this machine is served."""
    return next((address for address in reachable(host) if not address.is_loopback), None)


def in_url(address: Address | str) -> str:
    """IPv6 addresses stand in brackets."""
    return f"[{address}]" if ":" in str(address) else str(address)


def _by_use(address: Address) -> tuple[bool, int, str]:
    return address.is_loopback, address.version, str(address)


def _named(host: str) -> set[Address]:
    with suppress(OSError):
        return {ip_address(str(found[4][0]).partition("%")[0]) for found in socket.getaddrinfo(host, None)}
    return set()


def _interfaces() -> set[Address]:
    """The IPv4 address of each network interface (Linux)."""
    found: set[Address] = set()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            request = struct.pack("256s", name.encode()[:15])
            with suppress(OSError):
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, request)
                found.add(IPv4Address(answer[20:24]))
    return found


def _ipv6_addresses() -> set[Address]:
    if not _IPV6_ADDRESSES.exists():
        return set()
    lines = _IPV6_ADDRESSES.read_text().splitlines()
    return {IPv6Address(bytes.fromhex(line.split()[0])) for line in lines}
