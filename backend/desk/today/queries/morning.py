"""What a leader's morning shows: this month against the last, and what waits to be read."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from backend.field.patrols.cards import Card, card
from backend.field.patrols.queries.visible import COLUMNS, FROM
from backend.field.patrols.rules.patrol import Patrol
from backend.field.patrols.rules.review import WAITING
from backend.foundation.database import Dialogue, listed
from backend.foundation.now import CHINA, local
from backend.foundation.preferences import ASKED, in_force

UNREAD_MOST = 12
WEEKS = 6


@dataclass(frozen=True)
class Month:
    """Figures of the running month at +08:00."""

    patrols: int
    findings: int
    unfiled: int
    length_m: float


@dataclass(frozen=True)
class Morning:
    """The leader's page: figures, patrols per week (Monday's date → count), unread and returned pages."""

    month: Month
    weeks: list[tuple[str, int]]
    unread: list[Card]
    unread_count: int


_MONTH = (
    "SELECT COUNT(*) AS patrols, COALESCE(SUM(finding_count), 0) AS findings, COALESCE(SUM(length_m), 0) AS length_m, "
    "COALESCE(SUM(CASE WHEN filed_at IS NULL AND ended_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS unfiled "
    "FROM patrols WHERE township = ? AND started_at >= ? AND cancelled_at IS NULL"
)
_STARTS = "SELECT started_at FROM patrols WHERE township = ? AND started_at >= ? AND cancelled_at IS NULL"
_UNREAD = f"{FROM} WHERE p.township = ? AND p.filed_at IS NOT NULL AND p.review IN {WAITING}"


def morning(township: UUID, now: datetime) -> Dialogue[Morning]:
    """The leader's own part of the page."""
    monday = _monday(now)
    counted, starts, unread, waiting, changed = yield from listed(
        [
            (_MONTH, [township, _first_of_month(now)]),
            (_STARTS, [township, monday - timedelta(weeks=WEEKS - 1)]),
            (f"SELECT {COLUMNS} {_UNREAD} ORDER BY p.sort_at DESC LIMIT ?", [township, UNREAD_MOST]),
            (f"SELECT COUNT(*) AS waiting {_UNREAD}", [township]),
            (ASKED, [township]),
        ]
    )
    settings = in_force(changed)
    return Morning(
        Month(**counted[0]),
        by_week([found["started_at"] for found in starts], monday),
        [card(Patrol(**found), settings, now) for found in unread],
        waiting[0]["waiting"],
    )


def by_week(starts: list[datetime], monday: datetime) -> list[tuple[str, int]]:
    """How many of `starts` fall into each of the last weeks, the running one last."""
    begins = [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return [
        (
            f"{local(week).month}-{local(week).day:02d}",
            sum(week <= start < week + timedelta(weeks=1) for start in starts),
        )
        for week in begins
    ]


def _monday(now: datetime) -> datetime:
    today = local(now).date()
    return datetime.combine(today - timedelta(days=today.weekday()), time(), CHINA)


def _first_of_month(now: datetime) -> datetime:
    return datetime.combine(local(now).date().replace(day=1), time(), CHINA)
