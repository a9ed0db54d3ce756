"""People and tokens from the command line: the first administrator of a township, and integrations."""

import argparse
from uuid import UUID

from backend.console.command import Command, Refused
from backend.console.opened import on_database


def create_user(chosen: argparse.Namespace) -> None:
    """A new officer with a first password that must be changed; the password stands alone on the last line."""

    async def work() -> str:
        return await _add_officer(chosen)

    password = on_database(work)
    print(f"{chosen.username} signs in once with this password and then sets a new one:")
    print(password)


def create_token(chosen: argparse.Namespace) -> None:
    """A bearer token for scripts; it stands alone on the last line and is shown only now."""

    async def work() -> str:
        return await _issue(chosen.user, chosen.name)

    print(on_database(work))


async def _add_officer(chosen: argparse.Namespace) -> str:
    from backend.foundation.database import row
    from backend.foundation.refusals import Refusal
    from backend.office.personnel.commands.officers import add_officer
    from backend.office.personnel.queries.units import unit_by_code
    from backend.office.personnel.rules.officers import OfficerDraft

    unit = await unit_by_code(chosen.unit)
    if unit is None:
        known = await row("SELECT 1 AS there FROM units LIMIT 1")
        raise Refused(f"no unit has the code {chosen.unit!r}{_FOUND_FIRST if known is None else ''}")
    draft = OfficerDraft(
        chosen.username, chosen.name, unit.id, chosen.position, chosen.phone, tuple(chosen.role)
    )
    try:
        _, password = await add_officer({unit.id: unit}, draft, None)
    except Refusal as refusal:
        raise Refused(_in_words(refusal)) from None
    return password


async def _issue(username: str, name: str) -> str:
    from backend.foundation.database import row
    from backend.foundation.now import now
    from backend.foundation.people.tokens import issue_token

    found = await row("SELECT id FROM officers WHERE username = ? AND left_at IS NULL", username)
    if found is None:
        raise Refused(f"nobody has the username {username!r}")
    officer: UUID = found["id"]
    return await issue_token(officer, name, now())


def _in_words(refusal: object) -> str:
    from backend.foundation.refusals import Refusal

    assert isinstance(refusal, Refusal)
    fields = "; ".join(f"{field}: {fault}" for field, fault in refusal.fields.items())
    return f"{refusal.code}: {fields or refusal.detail or refusal.entry.title}"


_FOUND_FIRST = "; there is no unit at all yet: found the township first (`liandong township create`)"

COMMANDS = (
    Command(
        "user create",
        "make a sign-in with a first password; it stands alone on the last line",
        create_user,
        (
            (("--username",), {"required": True}),
            (("--name",), {"required": True, "help": "the person's name"}),
            (("--unit",), {"required": True, "help": "code of their unit"}),
            (
                ("--role",),
                {"required": True, "action": "append", "help": "once per role, e.g. administrator"},
            ),
            (("--position",), {"default": "", "help": "what people call them"}),
            (("--phone",), {"default": ""}),
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
