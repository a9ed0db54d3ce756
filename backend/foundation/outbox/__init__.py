"""Receiving what devices made: the same thing twice, changed, late or gone."""

from backend.foundation.outbox.content import content_digest
from backend.foundation.outbox.device import TRUSTED_OFFSET, Device, is_trusted, read_device
from backend.foundation.outbox.envelope import check_envelope, understood
from backend.foundation.outbox.merging import Merge, bumped, merge
from backend.foundation.outbox.phone_key import phone_key
from backend.foundation.outbox.receiving import Received, receive_act, receive_put, received_before
from backend.foundation.outbox.sender import TOLERANCE, Sender
from backend.foundation.outbox.sequels import hang_on, hangs
from backend.foundation.outbox.writing import field_versions, lost_race, stamped, write_over

__all__ = [
    "TOLERANCE",
    "TRUSTED_OFFSET",
    "Device",
    "Merge",
    "Received",
    "Sender",
    "bumped",
    "check_envelope",
    "content_digest",
    "field_versions",
    "hang_on",
    "hangs",
    "is_trusted",
    "lost_race",
    "merge",
    "phone_key",
    "read_device",
    "receive_act",
    "receive_put",
    "received_before",
    "stamped",
    "understood",
    "write_over",
]
