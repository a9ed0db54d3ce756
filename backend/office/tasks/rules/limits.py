"""By when a task is to be done, as a limit that stands on the board with all others. Pure."""

from datetime import datetime, timedelta
from typing import Final

from backend.foundation.clocks.named import span
from backend.foundation.mechanism import Limit

RULE: Final = "task.report"
NAME: Final = "派单"


def limit_until(since: datetime, due: datetime) -> Limit:
    """The moment somebody named as a limit in minutes: at night and on holidays it runs as well."""
    return Limit(
        rule=RULE,
        amount=span(since, due) // timedelta(minutes=1),
        unit="minute",
        basis="per_case",
        note="派单人定的期限",
        owed_by="addressee",
        start="派单",
        finish="办完并报告",
    )
