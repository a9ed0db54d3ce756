"""The recurring duties that campaigns and joint checks meet: 每月至少一次联合整治, 定期综合检查.

Both are met by what was done on the street, whenever the phone brings it in: a patrol of an approved campaign that ended within
the window; a patrol with the team and the police that did.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.field.campaigns.queries.belonging import BELONGS
from backend.foundation.clocks.windows import Done, Series, Window
from backend.foundation.database import rows

# A patrol lasts no longer than this before its end: what began earlier is not looked at.
_LONGEST: Final = timedelta(days=31)
_ENDED = "p.ended_at >= ? AND p.ended_at < ? AND p.sort_at >= ? AND p.township IN ({marks})"
# Said once more what belonging comes to, so that of a county's patrols only those of the kind are laid beside its campaigns.
_OF_THE_KIND = "(p.kind = 'campaign' OR p.id IN (SELECT d.patrol FROM campaign_patrols d WHERE d.belongs))"
_CAMPAIGNS = (
    f"SELECT p.township, p.ended_at, c.id FROM patrols p JOIN campaigns c ON {BELONGS} WHERE {_ENDED} AND {_OF_THE_KIND} "
    "AND p.sort_at >= c.begins_at AND p.sort_at < c.ends_at ORDER BY p.ended_at, c.begins_at, c.id"
)
_WITH = (
    "EXISTS (SELECT 1 FROM crew w JOIN units u ON u.id = w.unit JOIN officers o ON o.id = w.officer "
    "WHERE w.patrol = p.id AND u.township = p.township AND {who})"
)
_TEAM = _WITH.format(
    who="(CAST(o.roles AS TEXT) LIKE '%\"officer\"%' OR CAST(o.roles AS TEXT) LIKE '%\"captain\"%')"
)
_POLICE = _WITH.format(who="u.kind = 'police'")
_CHECKS = (
    f"SELECT p.township, p.ended_at, p.id FROM patrols p WHERE p.cancelled_at IS NULL AND {_ENDED} AND p.kind <> 'stand_by' "
    f"AND {_TEAM} AND {_POLICE} ORDER BY p.ended_at, p.id"
)


async def campaigns_carried_out(windows: Sequence[Window]) -> Mapping[UUID, Done]:
    """Of the windows those in which a patrol of a campaign ended: the campaign, and when the first one did."""
    return await _done(windows, _CAMPAIGNS, "campaign")


async def checks_carried_out(windows: Sequence[Window]) -> Mapping[UUID, Done]:
    """Those in which the team and the police were out together; standing by is a duty of its own."""
    return await _done(windows, _CHECKS, "patrol")


async def _done(windows: Sequence[Window], sql: str, kind: str) -> Mapping[UUID, Done]:
    towns = sorted({window.township for window in windows})
    since, until = min(each.begins_at for each in windows), max(each.ends_at for each in windows)
    marks = ", ".join("?" * len(towns))
    found = await rows(sql.format(marks=marks), since, until, since - _LONGEST, *towns)
    first = {window.id: _first(window, found) for window in windows}
    return {window: Done((kind, entry[0]), entry[1]) for window, entry in first.items() if entry}


def _first(window: Window, found: list[dict[str, Any]]) -> tuple[UUID, datetime] | None:
    return next(
        (
            (entry["id"], entry["ended_at"])
            for entry in found
            if entry["township"] == window.township and window.begins_at <= entry["ended_at"] < window.ends_at
        ),
        None,
    )


CAMPAIGN_WINDOWS = Series("campaign.regular", "cadence.campaign", "/campaigns", campaigns_carried_out)
JOINT_CHECK_WINDOWS = Series("joint_check.regular", "cadence.joint_check", "/campaigns", checks_carried_out)
RULES: Final = (CAMPAIGN_WINDOWS.rule, JOINT_CHECK_WINDOWS.rule)
