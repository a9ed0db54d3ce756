"""One line of the list."""

from datetime import datetime
from typing import Any

from backend.casework.handoffs.queries.lists import Item
from backend.casework.handoffs.showing.handoff import case_content, standing
from backend.foundation.clocks.wire import clock_json
from backend.foundation.web.api import iso

_SHORT = ("title", "heading", "matter_code", "matter_name", "discovered_at", "urgent")


def line_json(item: Item, at: datetime) -> dict[str, Any]:
    """As a page of one handoff begins, with every limit; `created_at` is what the list is ordered by."""
    content = case_content(item.case)
    return {
        **standing(item.case),
        **{name: content.get(name) for name in _SHORT},
        "created_at": iso(item.case.handoff.sort_at),
        "clocks": [clock_json(clock, at) for clock in item.limits],
    }
