"""The tamper-evident journal and the receipts the server gives for every write."""

from backend.foundation.journal.receipts import Receipt, find_receipt, issue, latest_receipt
from backend.foundation.journal.recording import Entry, follow, record
from backend.foundation.journal.timeline import Line, Moment, across_chains, moments, timeline, told_lines

__all__ = [
    "Entry",
    "Line",
    "Moment",
    "Receipt",
    "across_chains",
    "find_receipt",
    "follow",
    "issue",
    "latest_receipt",
    "moments",
    "record",
    "timeline",
    "told_lines",
]
