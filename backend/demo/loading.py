"""Loading the demo, once, whole or not at all."""

from datetime import datetime
from itertools import chain

from backend.demo.organisation import found, shared_hash
from backend.demo.townships import draw
from backend.foundation.database import row, rows
from backend.foundation.database.engines import DB
from backend.foundation.mechanism import profile_codes
from backend.foundation.now import now
from backend.settings import BadSetting, Settings

DEFAULT_PROFILE = "eshan"


async def holds_demo() -> bool:
    """Whether this database was made by the demo."""
    return await row("SELECT 1 AS there FROM counties WHERE demo LIMIT 1") is not None


async def load_if_empty(given: Settings) -> bool:
    """Load everything in one transaction; False when the database already holds a county.

    Raises BadSetting for a profile that does not exist.
    """
    profile = given.profile or DEFAULT_PROFILE
    if profile not in profile_codes():
        raise BadSetting("LIANDONG_PROFILE", f"{profile!r} is none of {', '.join(profile_codes())}")
    if await row("SELECT 1 AS there FROM counties LIMIT 1") is not None:
        return False
    moment = now()
    # A bare transaction around the commands' own: each links its journal, and nothing waits for a disk until the end.
    async with DB.transaction():
        await found(profile, moment, await shared_hash())
        await draw()
        await _live_through(moment)
    return True


async def _live_through(moment: datetime) -> None:
    """Everything that happened until then."""
    # Only where there is something to tell: they bring every command of the field with it.
    from backend.demo.absences.telling import absences
    from backend.demo.assists.telling import calls
    from backend.demo.campaigns.telling import campaigns
    from backend.demo.checkins.telling import visits
    from backend.demo.duty.telling import rosters
    from backend.demo.emergencies.telling import emergencies
    from backend.demo.equipment.telling import equipment
    from backend.demo.handoffs.telling import cases
    from backend.demo.hazards.telling import dangers
    from backend.demo.incidents.telling import incidents
    from backend.demo.matters.telling import lists
    from backend.demo.requests.telling import requests
    from backend.demo.tasks.telling import tasks
    from backend.demo.turnout.telling import turnouts
    from backend.demo.weeks.telling import tell

    told = (
        lists, dangers, calls, incidents, visits, campaigns, tasks, requests, absences, equipment, rosters, turnouts, emergencies,
    )  # fmt: skip
    beside = chain(*(each(moment) for each in told), await cases(moment))
    await tell(moment, beside=beside)


async def profile_warning(given: Settings) -> str:
    """One line when LIANDONG_PROFILE names another mechanism than the townships run on; empty otherwise."""
    in_force = {found["profile"] for found in await rows("SELECT DISTINCT profile FROM townships")}
    if not given.profile or not in_force or given.profile in in_force:
        return ""
    return f"LIANDONG_PROFILE={given.profile} changes nothing: this database runs on {', '.join(sorted(in_force))}"
