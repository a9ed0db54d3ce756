"""What happened to a setting, in words. Pure."""

from backend.foundation.journal import Moment
from backend.foundation.journal.sentences import ERASED
from backend.foundation.preferences import DEFINITIONS


def told(moment: Moment) -> str:
    """Which setting, from which value to which; one that is no longer there keeps its name."""
    if moment.payload is None:
        return ERASED
    change = moment.payload
    known = DEFINITIONS.get(change["name"])
    words, unit = (known.words, known.unit) if known else (change["name"], "")
    return f"“{words}”从{change['from']}改为{change['to']}{unit}"
