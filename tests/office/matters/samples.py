"""The records of a list that addresses ask for: a matter, what is proposed about it, a spreadsheet that was read."""

from uuid import uuid4

from backend.demo.organisation import officer_id, township_id, unit_id
from backend.foundation.database import rows
from backend.foundation.now import local, now
from backend.office.matters.commands.proposals import propose
from backend.office.matters.commands.writing import Act
from backend.office.matters.queries.reach import list_of
from backend.office.matters.rules.matter import Named
from tests.office.matters.lists import CITY, act, draft, listed, listed_next_door
from tests.rig.cast import Cast

_READ = (
    "INSERT INTO matter_imports (id, township, file_name, digest, effective_on, whole, row_count, unchanged, made_at, made_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


async def matter_names(cast: Cast, township: str, liaison: str) -> dict[str, str]:
    """`liaison` proposes for their body, so that no county body sees the proposals of both townships."""
    keeper = "duizhang" if township == "sfz" else "linzhen"
    matter = await (listed() if township == "sfz" else listed_next_door())
    person = await cast.person(liaison)
    whose = await list_of(person, township)
    town = Named("镇人民政府", unit_id(township))
    wanted = draft(name="擅自摆摊设点", punishing=town, supervising=CITY)
    proposal = await propose(whose, matter, wanted, person, Act(whose.id, person.id, now()))
    read = uuid4()
    day = local(now()).date()
    await rows(
        _READ,
        read,
        township_id(township),
        "清单.xlsx",
        "0" * 64,
        day,
        False,
        0,
        0,
        act(township, keeper).at,
        officer_id(keeper),
    )
    return {"matter_id": str(matter), "proposal_id": str(proposal), "import_id": str(read)}
