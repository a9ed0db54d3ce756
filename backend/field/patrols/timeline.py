"""经过: what happened to a patrol, line by line. A phone sends its track in batches, a long patrol some hundreds of them:
those that follow one another are one line per person, with the batches inside. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from backend.field.patrols.sentences import Names, told
from backend.foundation.journal import Line, Moment
from backend.foundation.web.words import zh_count, zh_time

BATCH = "patrol.track_received"


def lines(moments: Iterable[Moment], names: Names) -> list[Line]:
    """Every moment told, in the order given."""
    found: list[Line] = []
    for is_track, run in groupby(moments, key=lambda moment: moment.kind == BATCH):
        single = [Line(moment, told(moment, names)) for moment in run]
        found += _by_person(single) if is_track else single
    return found


def _by_person(batches: Sequence[Line]) -> Iterator[Line]:
    senders = dict.fromkeys(line.moment.actor_name for line in batches)
    for sender in senders:
        sent = [line for line in batches if line.moment.actor_name == sender]
        yield _summed(sent) if len(sent) > 1 else sent[0]


def _summed(sent: Sequence[Line]) -> Line:
    points = sum(line.moment.payload["points"] for line in sent if line.moment.payload)
    first, last = (zh_time(line.moment.received_at) for line in (sent[0], sent[-1]))
    span = first if first == last else f"{first}—{last}"
    return Line(sent[0].moment, f"{span} 收到轨迹{len(sent)}批，{zh_count(points)}个点", tuple(sent))
