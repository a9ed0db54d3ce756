"""People and tokens from the command line: the first administrator, and integrations."""

import argparse
import asyncio
import secrets
from typing import Any
from uuid import UUID, uuid4

from backend.console.command import Command, Refused


def create_user(chosen: argparse.Namespace) -> None:
    """A new officer with a first password that must be changed; the password stands on the last line."""
    password = secrets.token_urlsafe(9)
    asyncio.run(_with_database(_insert(chosen, password)))
    print(f"{chosen.username} may sign in once with this password and then sets a new one:")
    print(password)


def create_token(chosen: argparse.Namespace) -> None:
    """A bearer token for scripts; it stands alone on the last line and is shown only now."""
    print(asyncio.run(_with_database(_issue(chosen.user, chosen.name))))


async def _with_database(work: Any) -> Any:
    from backend.foundation.database import close_database, open_database

    await open_database()
    try:
        return await work
    finally:
        await close_database()


async def _insert(chosen: argparse.Namespace, password: str) -> None:
    from backend.foundation.database import UniqueBroken, row
    from backend.foundation.people.passwords import hash_password
    from backend.foundation.people.permissions import ROLES
    from backend.foundation.people.tables import Officer

    unknown = set(chosen.role) - set(ROLES)
    if unknown:
        raise Refused(f"no such role: {', '.join(sorted(unknown))}; there are {', '.join(ROLES)}")
    unit = await row("SELECT id FROM units WHERE code = ?", chosen.unit)
    if unit is None:
        raise Refused(f"no unit has the code {chosen.unit!r}")
    officer = Officer(
        id=uuid4(),
        unit=unit["id"],
        username=chosen.username,
        name=chosen.name,
        roles=list(chosen.role),
        password_hash=await hash_password(password),
    )
    try:
        await officer.save()
    except Exception as error:
        if "unique" in str(error).lower():
            raise Refused(f"the username {chosen.username!r} is taken") from UniqueBroken()
        raise


async def _issue(username: str, name: str) -> str:
    from backend.foundation.database import row
    from backend.foundation.now import now
    from backend.foundation.people.tokens import issue_token

    found = await row("SELECT id FROM officers WHERE username = ? AND left_at IS NULL", username)
    if found is None:
        raise Refused(f"nobody has the username {username!r}")
    officer: UUID = found["id"]
    return await issue_token(officer, name, now())


COMMANDS = (
    Command(
        "user create",
        "make a sign-in with a first password",
        create_user,
        (
            (("--username",), {"required": True}),
            (("--name",), {"required": True, "help": "the person's name"}),
            (("--unit",), {"required": True, "help": "code of their unit"}),
            (
                ("--role",),
                {"required": True, "action": "append", "help": "once per role, e.g. administrator"},
            ),
        ),
    ),
    Command(
        "token create",
        "make a bearer token; it stands alone on the last line",
        create_token,
        (
            (("--user",), {"required": True, "metavar": "NAME"}),
            (("--name",), {"default": "script", "help": "what the token is for"}),
        ),
    ),
)
