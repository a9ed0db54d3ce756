"""`liandong township create`: the first thing a real installation needs, before anybody can sign in."""

import argparse
from uuid import UUID, uuid4

from backend.console.command import Command, Refused
from backend.console.opened import on_database


def create_township(chosen: argparse.Namespace) -> None:
    """A township with its government as the first unit, in a county that is made where it is missing."""
    from backend.foundation.mechanism import profile_codes

    if chosen.profile not in profile_codes():
        raise Refused(f"--profile: {chosen.profile!r} is none of {', '.join(profile_codes())}")

    async def work() -> None:
        await _found(chosen)

    on_database(work)
    print(f"{chosen.name} is founded; its first unit has the code {chosen.code}")


async def _found(chosen: argparse.Namespace) -> None:
    from backend.demo import holds_demo
    from backend.foundation.database import UniqueBroken, transaction
    from backend.foundation.journal import record

    if await holds_demo():
        raise Refused("this database holds the demo; real townships get an empty one (DATABASE_URL)")
    township = uuid4()
    try:
        async with transaction():
            await _settle(chosen, await _county(chosen), township)
            payload = {"code": chosen.code, "name": chosen.name, "profile": chosen.profile}
            record(
                "township.founded", chain=township, record=("township", township), by=None, payload=payload
            )
    except UniqueBroken:
        raise Refused(f"the code {chosen.code!r} is taken") from None


async def _county(chosen: argparse.Namespace) -> UUID:
    """The county by its code, made where it is missing; one that is there keeps its name."""
    from backend.foundation.database import row, rows

    await rows(
        "INSERT INTO counties (id, code, name, demo) VALUES (?, ?, ?, FALSE) ON CONFLICT (code) DO NOTHING",
        uuid4(),
        chosen.county_code,
        chosen.county,
    )
    found = await row("SELECT id, name FROM counties WHERE code = ?", chosen.county_code)
    assert found is not None
    if found["name"] != chosen.county:
        raise Refused(
            f"the county code {chosen.county_code!r} belongs to {found['name']}; "
            f"say --county {found['name']}, or another --county-code"
        )
    county: UUID = found["id"]
    return county


async def _settle(chosen: argparse.Namespace, county: UUID, township: UUID) -> None:
    """The township, and its government as its first unit."""
    from backend.foundation.database import rows

    await rows(
        "INSERT INTO townships (id, county, code, name, profile, number_word, demo) "
        "VALUES (?, ?, ?, ?, ?, ?, FALSE)",
        township,
        county,
        chosen.code,
        chosen.name,
        chosen.profile,
        chosen.number_word,
    )
    await rows(
        "INSERT INTO units (id, county, township, code, name, kind, acts_in_own_name) VALUES (?, ?, ?, ?, ?, ?, TRUE)",
        uuid4(),
        county,
        township,
        chosen.code,
        chosen.unit_name or f"{chosen.name}人民政府",
        "street" if chosen.name.endswith("街道") else "township",
    )


COMMANDS = (
    Command(
        "township create",
        "found a township, its county where missing, and its government as the first unit",
        create_township,
        (
            (("--code",), {"required": True, "help": "short code, e.g. sfz"}),
            (("--name",), {"required": True, "help": "e.g. 示范镇"}),
            (("--county-code",), {"required": True}),
            (("--county",), {"required": True, "help": "the county's name"}),
            (("--profile",), {"required": True, "help": "the mechanism in force, e.g. eshan"}),
            (("--number-word",), {"required": True, "help": "机关代字 of filing numbers, e.g. 示执巡"}),
            (("--unit-name",), {"default": "", "help": "of its government; default: NAME人民政府"}),
        ),
    ),
)
