"""Everything that happened to a request, also in the chains of other bodies, as far as it is this person's to see."""

from backend.casework.requests.queries.visible import Named
from backend.casework.requests.sentences import told
from backend.foundation.journal import Line, across_chains, moments, told_lines

_WHOLE = "(e.record_kind = 'request' AND e.record_id = ?)"
_PARTS = "(e.record_kind = 'request_party' AND e.record_id IN ({marks}))"


async def history(named: Named) -> list[Line]:
    """Oldest first."""
    parts = [each.party.id for each in named.asked]
    condition = f"{_WHOLE} OR {_PARTS.format(marks=', '.join('?' * len(parts)))}"
    return told_lines(across_chains(await moments(condition, named.request.id, *parts)), told)
