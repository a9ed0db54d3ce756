"""What a finding must say to make sense. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from backend.foundation.now import local
from backend.foundation.refusals import Refusal


def coherent(finding: Mapping[str, Any]) -> None:
    """Refuse `invalid` for facts left out, for handling what was not found, and for a re-check before the finding."""
    if finding["nothing_found"]:
        if finding["disposition"] != "none" or finding["ongoing"]:
            raise Refusal("invalid", fields={"disposition": "未发现问题，就没有处置"})
    elif not finding["facts"].strip():
        raise Refusal("invalid", fields={"facts": "写明发现的情况"})
    _recheck(finding["recheck_on"], finding["found_at"])


def _recheck(day: date | None, found_at: datetime) -> None:
    if day is not None and day < local(found_at).date():
        raise Refusal("invalid", fields={"recheck_on": "复查日期早于发现日期"})
