"""What waits for an administrator: certificates that run out, units without a liaison, first passwords still in use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from backend.foundation.database import Dialogue, converse, listed
from backend.foundation.database.access import Row
from backend.foundation.people.certificates import Certificate
from backend.foundation.web.words import zh_date
from backend.office.personnel.reach import Reach

_NEWEST = (
    "SELECT o.id AS officer, o.name, u.name AS unit_name, c.id, c.number, c.issuer, c.valid_from, c.valid_until, "
    "s.started_at AS suspended_at FROM certificates c JOIN officers o ON o.id = c.officer JOIN units u ON u.id = o.unit "
    "LEFT JOIN suspensions s ON s.certificate = c.id AND s.ended_at IS NULL "
    "WHERE o.left_at IS NULL AND ({within}) AND NOT EXISTS (SELECT 1 FROM certificates later "
    "WHERE later.officer = c.officer AND later.valid_until > c.valid_until) ORDER BY c.valid_until, o.username"
)
_WITHOUT_LIAISON = "SELECT u.id, u.name FROM units u WHERE u.liaison IS NULL AND ({within}) ORDER BY u.code"
_FIRST_PASSWORDS = (
    "SELECT o.id, o.name, u.name AS unit_name FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE o.left_at IS NULL AND o.must_change_password AND ({within}) ORDER BY o.username"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to be done: what, whose, and where it is done."""

    title: str
    note: str
    url: str


async def pending(reach: Reach, at: datetime) -> list[Waiting]:
    """Certificates first, the one that ran out first at the top; then units, then passwords."""
    return await converse(waiting_within(reach, at), reading=True)


def waiting_within(reach: Reach, at: datetime) -> Dialogue[list[Waiting]]:
    """The same, in a trip with other questions."""
    within, args = reach.where()
    asked = (_NEWEST, _WITHOUT_LIAISON, _FIRST_PASSWORDS)
    papers, units, people = yield from listed((sql.format(within=within), args) for sql in asked)
    return [
        *_certificates(papers, at),
        *(Waiting(unit["name"], "没有联络人", f"/units/{unit['id']}/edit") for unit in units),
        *(
            Waiting(each["name"], f"{each['unit_name']} · 还没改初始密码", f"/officers/{each['id']}")
            for each in people
        ),
    ]


def _certificates(papers: list[Row], at: datetime) -> Iterator[Waiting]:
    for paper in papers:
        held = Certificate(
            paper["id"],
            paper["number"],
            paper["issuer"],
            paper["valid_from"],
            paper["valid_until"],
            paper["suspended_at"],
        )
        words = {
            "soon": f"执法证{zh_date(held.last_day, at)}到期，还剩{held.days_left(at)}天",
            "expired": f"执法证{zh_date(held.last_day, at)}到期，已过{-held.days_left(at)}天",
            "suspended": "执法证暂扣中",
        }.get(held.state(at))
        if words:
            yield Waiting(paper["name"], f"{paper['unit_name']} · {words}", f"/officers/{paper['officer']}")
