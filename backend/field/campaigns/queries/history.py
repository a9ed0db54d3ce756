"""Everything that happened to a campaign; the caller has made sure it may be seen."""

from uuid import UUID

from backend.field.campaigns.rules.access import Side
from backend.field.campaigns.sentences import told
from backend.foundation.journal import Line, across_chains, moments, told_lines

# How the leading side came to its plan, and what other townships noted, is theirs.
_FOR_ALL = "AND e.kind IN ('campaign.approved', 'campaign.cancelled', 'campaign.closed')"


async def history(campaign_id: UUID, side: Side) -> list[Line]:
    """Oldest first."""
    kept = _FOR_ALL if side == "part" else ""
    found = await moments(f"e.record_kind = 'campaign' AND e.record_id = ? {kept}", campaign_id)
    return told_lines(across_chains(found), told)
