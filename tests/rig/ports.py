"""Ports for the servers of the tests, several processes of which run beside each other."""

import random
import socket

# Systems give ports from 32768 up (or 49152, RFC 6335) to connections that go out.
BELOW_EPHEMERAL = (20_000, 32_000)

# Of the same number on UDP, where nothing of ours listens; the system takes them back when this process ends, however it ends.
_held: list[socket.socket] = []


def free_port() -> int:
    """One that no connection going out is given meanwhile, nor a server of another process of the tests: a server that starts
    late, or was killed, must find its port free. The next number is its too: there it shows the certificate it made."""
    while not (is_free(port := random.randrange(*BELOW_EPHEMERAL, 2)) and _hold(port)):
        pass
    return port


def is_free(port: int) -> bool:
    """Whether a server could listen there; what its connections left behind does not keep it from that."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return _binds(probe, port)


def _hold(port: int) -> bool:
    """Whether it was nobody's; it is ours then."""
    claim = socket.socket(type=socket.SOCK_DGRAM)
    if _binds(claim, port):
        _held.append(claim)
        return True
    claim.close()
    return False


def _binds(made: socket.socket, port: int) -> bool:
    try:
        made.bind(("127.0.0.1", port))
    except OSError:
        return False
    return True
