"""Looking after an installation: migrate, verify, check."""

import argparse
import sys
from typing import Any

from backend.console.command import Command, Refused
from backend.console.opened import on_database
from backend.settings import settings


def migrate(_: argparse.Namespace) -> None:
    """Bring the schema up to date and say so in one line."""
    from backend.console.preparing import bring_up_to_date
    from backend.foundation.database import engine_kind

    bring_up_to_date()
    print(f"schema up to date ({engine_kind()})")


def verify(_: argparse.Namespace) -> None:
    """Walk chains, receipts, kept heads and photo bytes; refused with the first fault when something was altered.

    People may go on working: what they write meanwhile is left for the next time.
    """
    from backend.foundation.database import snapshot
    from backend.foundation.evidence.verification import verify_photos
    from backend.foundation.journal.verification import verify_journal

    async def walked() -> tuple[Any, Any]:
        async with snapshot():
            return await verify_journal(), await verify_photos()

    journal, photos = on_database(walked)
    print(
        f"{journal.events} events ({journal.erased} erased), {journal.receipts} receipts, "
        f"{journal.heads} kept heads, {photos.photos} photos"
    )
    if fault := journal.fault or photos.fault:
        raise Refused(f"altered: {fault.where}: {fault.how}")
    print("nothing was altered")


def check(_: argparse.Namespace) -> int:
    """What stands in the way of running here: folder, database, schema."""
    from backend.console.readiness import obstacles

    found = obstacles(settings())
    for obstacle in found:
        print(f"liandong check: {obstacle}", file=sys.stderr)
    print("ready" if not found else f"{len(found)} obstacle(s)")
    return 1 if found else 0


COMMANDS = (
    Command("migrate", "bring the database schema up to date", migrate),
    Command("verify", "walk journal, receipts, heads and photo bytes; name the first thing altered", verify),
    Command("check", "say what stands in the way of running here", check),
)
