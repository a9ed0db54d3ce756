"""经过 of a call, oldest first; positions that follow one another are one line a person, with the batches inside."""

from itertools import groupby
from uuid import UUID

from backend.field.assists.sentences import told
from backend.foundation.journal import Line, Moment, timeline, told_lines
from backend.foundation.web.words import zh_time

MOVED = "assist.moved"


async def history(assist_id: UUID) -> list[Line]:
    """The caller has made sure that the call may be seen."""
    return lines(await timeline("assist", assist_id))


def lines(moments: list[Moment]) -> list[Line]:
    """Every moment told, in the order given."""
    found: list[Line] = []
    for (kind, _), run in groupby(moments, key=lambda moment: (moment.kind, moment.actor_name)):
        single = told_lines(run, told)
        found += [_summed(single)] if kind == MOVED and len(single) > 1 else single
    return found


def _summed(sent: list[Line]) -> Line:
    points = sum(line.moment.payload["points"] for line in sent if line.moment.payload)
    first, last = (zh_time(line.moment.received_at) for line in (sent[0], sent[-1]))
    span = first if first == last else f"{first}—{last}"
    return Line(sent[0].moment, f"{span} 位置更新{points}个点", tuple(sent))
