"""Which envelopes of a phone's outbox are understood. Pure."""

import re

from backend.foundation.refusals import Refusal

# Goes up when a body the outbox sends changes in a way the server would no longer take as it was.
CURRENT = 1
SPAN = 3  # a phone may have lain in a drawer through two versions of the product


def understood(current: int = CURRENT) -> range:
    """The versions that are taken: the present one and the two before it."""
    return range(max(1, current - SPAN + 1), current + 1)


def check_envelope(said: str | None, current: int = CURRENT) -> None:
    """`said` is the header `Liandong-Envelope`; what is not from an outbox says nothing.

    Refuses `envelope_older` for good: the phone shows it with the way out. `envelope_newer` only for now: the server is
    what is behind (a host not updated yet), so the phone keeps the envelope and tries again.
    """
    if said is None:
        return
    version = int(said) if re.fullmatch("[0-9]{1,4}", said) else 0
    if version > current:
        raise Refusal("envelope_newer")
    if version not in understood(current):
        raise Refusal("envelope_older")
