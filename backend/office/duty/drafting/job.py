"""A draft as a job of a process apart: what goes over the pipe is text."""

import os

import msgspec

from backend.office.duty.drafting.given import Given
from backend.office.duty.drafting.made import Draft
from backend.office.duty.drafting.making import draft


def job(given: str, solver: bool) -> str:
    """`given` and what comes back as JSON."""
    # numpy comes with the solver, and asks for memory for each core of the machine before anybody multiplies anything.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return msgspec.json.encode(draft(msgspec.json.decode(given, type=Given), solver=solver)).decode()


def packed(given: Given) -> str:
    return msgspec.json.encode(given).decode()


def unpacked(drafted: str) -> Draft:
    return msgspec.json.decode(drafted, type=Draft)
