"""`liandong township create`: the first thing a real installation needs, before anybody can sign in."""

import argparse
from uuid import uuid4

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
    from backend.foundation.database import UniqueBroken, row, rows, transaction
    from backend.foundation.journal import record

    if await holds_demo():
        raise Refused("this database holds the demo; real townships get an empty one (DATABASE_URL)")
    township, unit = uuid4(), uuid4()
    unit_name = chosen.unit_name or f"{chosen.name}人民政府"
    kind = "street" if chosen.name.endswith("街道") else "township"
    try:
        async with transaction():
            county = await row(
                "INSERT INTO counties (id, code, name, demo) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING id",
                uuid4(),
                chosen.county_code,
                chosen.county,
                False,
            )
            assert county is not None
            await rows(
                "INSERT INTO townships (id, county, code, name, profile, number_word, demo) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                township,
                county["id"],
                chosen.code,
                chosen.name,
                chosen.profile,
                chosen.number_word,
                False,
            )
            await rows(
                "INSERT INTO units (id, county, township, code, name, kind, acts_in_own_name) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                unit,
                county["id"],
                township,
                chosen.code,
                unit_name,
                kind,
                True,
            )
            payload = {"code": chosen.code, "name": chosen.name, "profile": chosen.profile}
            record(
                "township.founded", chain=township, record=("township", township), by=None, payload=payload
            )
    except UniqueBroken:
        raise Refused(f"the code {chosen.code!r} is taken") from None


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
