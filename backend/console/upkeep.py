"""Looking after an installation: migrate, verify, check."""

import argparse
import sys
from pathlib import Path
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


def verify(chosen: argparse.Namespace) -> None:
    """A dossier where one is named, else this installation; refused with the first fault when something was altered."""
    if chosen.dossier:
        _verify_dossier(Path(chosen.dossier), chosen.key)
    else:
        _verify_installation()


def _verify_dossier(path: Path, key: str) -> None:
    """Needs nothing but the file: no database, no network."""
    from backend.foundation.dossier.verification import verify_dossier

    try:
        checked = verify_dossier(path, key)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from None
    if fault := checked.fault:
        raise Refused(f"altered: {fault.where}: {fault.how}")
    print(f"{checked.files} files, {checked.events} events ({checked.withheld} without their words)")
    print(f"signed with {checked.key}")
    print("nothing was altered")


def _verify_installation() -> None:
    """Walk chains, receipts, kept heads, photo bytes, materials and letters.

    People may go on working: what they write meanwhile is left for the next time.
    """
    from backend.casework.handoffs.verification import verify_materials
    from backend.foundation.database import snapshot
    from backend.foundation.evidence.verification import verify_photos
    from backend.foundation.journal.verification import verify_journal
    from backend.foundation.letters.official.verification import verify_letters

    async def walked() -> tuple[Any, Any, Any, Any]:
        async with snapshot():
            return (
                await verify_journal(),
                await verify_photos(),
                await verify_materials(),
                await verify_letters(),
            )

    journal, photos, materials, letters = on_database(walked)
    print(
        f"{journal.events} events ({journal.erased} erased), {journal.receipts} receipts, "
        f"{journal.heads} kept heads, {photos.photos} photos, {materials.materials} materials, {letters.letters} letters"
    )
    if fault := journal.fault or photos.fault or materials.fault or letters.fault:
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
    Command(
        "verify",
        "walk journal, receipts, heads, photos, materials and letters, or one dossier; name the first thing altered",
        verify,
        (
            (("dossier",), {"nargs": "?", "default": "", "help": "a dossier (ZIP); needs no database"}),
            (("--key",), {"default": "", "help": "the public key it has to be signed with (64 digits)"}),
        ),
    ),
    Command("check", "say what stands in the way of running here", check),
)
