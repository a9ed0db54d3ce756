"""Looking after an installation: migrate, verify, check."""

import argparse
import asyncio
import contextlib
import io
import sys

from backend.console.command import Command
from backend.settings import settings


def migrate(_: argparse.Namespace) -> None:
    """Bring the schema up to date and say so in one line."""
    from backend.foundation.database import engine_kind
    from backend.foundation.database import migrate as forwards

    with contextlib.redirect_stdout(io.StringIO()):
        asyncio.run(forwards())
    print(f"schema up to date ({engine_kind()})")


def verify(_: argparse.Namespace) -> int:
    """Walk chains, receipts, kept heads and photo bytes; 1 and the first fault when something was altered."""
    from backend.foundation.database import close_database, open_database
    from backend.foundation.evidence.verification import verify_photos
    from backend.foundation.journal.verification import verify_journal

    async def walk() -> int:
        await open_database()
        try:
            journal = await verify_journal()
            photos = await verify_photos()
        finally:
            await close_database()
        fault = journal.fault or photos.fault
        print(
            f"{journal.events} events ({journal.erased} erased), {journal.receipts} receipts, "
            f"{journal.heads} kept heads, {photos.photos} photos"
        )
        if fault:
            print(f"altered: {fault.what}: {fault.where}: {fault.how}", file=sys.stderr)
            return 1
        print("nothing was altered")
        return 0

    return asyncio.run(walk())


def check(_: argparse.Namespace) -> int:
    """What stands in the way of running here: settings, folder, database, schema, fonts."""
    from backend.console.readiness import obstacles

    found = obstacles(settings())
    for obstacle in found:
        print(obstacle, file=sys.stderr)
    print("ready" if not found else f"{len(found)} obstacle(s)")
    return 1 if found else 0


COMMANDS = (
    Command("migrate", "bring the database schema up to date", migrate),
    Command("verify", "walk journal, receipts, heads and photo bytes; name the first thing altered", verify),
    Command("check", "say what stands in the way of running here", check),
)
