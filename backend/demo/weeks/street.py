"""What happens on the street: begin, attendance, conduct, recorders, track, end."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256

from backend.demo.weeks.people import phone, sending
from backend.demo.weeks.story import Act, Story
from backend.demo.weeks.words import words
from backend.field.patrols import bodies
from backend.field.patrols.commands.attendance import confirm
from backend.field.patrols.commands.change import change
from backend.field.patrols.commands.conduct import check
from backend.field.patrols.commands.creation import create
from backend.field.patrols.commands.end import end
from backend.field.patrols.commands.measuring import measure
from backend.field.patrols.commands.pauses import pause, resume
from backend.field.patrols.commands.recordings import enter
from backend.field.patrols.commands.start import start
from backend.field.patrols.commands.track import receive
from backend.field.patrols.rules.conduct import POINTS
from backend.foundation.now import local

PLANNED = frozenset({"pre_event", "campaign", "stand_by"})
NOT_CONFIRMED, NOT_CHECKED, NOT_RECORDED, PAUSED = 0.12, 0.15, 0.2, 0.1
IMPERFECT = 0.12


def planning(story: Story, at: datetime) -> Act:
    """Enter the plan."""
    outing = story.outing
    body = bodies.PatrolBody(
        kind=outing.kind,  # type: ignore[arg-type]
        title=outing.title,
        crew=list(outing.crew),
        planned_route=" — ".join(outing.route),
        planned_from=outing.begins,
        planned_until=outing.ends,
        made_at=at,
    )
    return Act(at, partial(create, sending(story.maker, at, story.id), story.id, body))


def beginning(story: Story) -> list[Act]:
    """Plans are started; the rest begins at once."""
    outing, at = story.outing, story.outing.begins
    if outing.kind in PLANNED:
        started = partial(start, sending(story.maker, at, "start", story.id), story.id, bodies.Act(at=at))
        return [planning(story, at - timedelta(hours=20)), Act(at, started)]
    body = bodies.PatrolBody(
        kind=outing.kind,  # type: ignore[arg-type]
        title=outing.title,
        crew=list(outing.crew),
        planned_route=" — ".join(outing.route),
        started_at=at,
        made_at=at,
    )
    return [Act(at, partial(create, sending(story.maker, at, story.id), story.id, body))]


def on_the_way(story: Story) -> Iterator[Act]:
    """Attendance by each unit, the conduct check, and now and then a pause."""
    chance, outing = story.outing.chance("street"), story.outing
    first_of = {person.unit_id: person for person in reversed(story.crew)}
    for number, person in enumerate(first_of.values()):
        at = outing.begins + timedelta(minutes=3 + 2 * number)
        if chance.random() >= NOT_CONFIRMED:
            sender = sending(person, at, "attendance", story.id)
            yield Act(at, partial(confirm, sender, story.id, bodies.AttendanceBody(at=at)))
    if chance.random() >= NOT_CHECKED:
        yield _conduct(story, outing.begins + timedelta(minutes=2), imperfect=chance.random() < IMPERFECT)
    if chance.random() < PAUSED:
        reason, at = chance.choice(words("pauses")), story.walk.visits[-1].begins
        pausing = sending(story.maker, at, "pause", story.id)
        yield Act(at, partial(pause, pausing, story.id, bodies.Pause(at=at, reason=reason)))
        on = at + (story.walk.visits[-1].ends - at) / 2
        resuming = sending(story.maker, on, "resumption", story.id)
        yield Act(on, partial(resume, resuming, story.id, bodies.Act(at=on)))


def track(story: Story, until: datetime) -> Act:
    """The fixes of the maker's phone up to a moment, in one batch."""
    points = [
        bodies.Point(seq=seq, at=fix.at, lat=fix.lat, lon=fix.lon, accuracy_m=fix.accuracy_m)
        for seq, fix in enumerate(fix for fix in story.walk.fixes if fix.at <= until)
    ]
    body = bodies.TrackBody(points=points, device=phone(story.maker), made_at=until)
    return Act(until, partial(receive, sending(story.maker, until, "track", story.id), story.id, body))


def ending(story: Story) -> list[Act]:
    """The end, then what is written down right after it."""
    at = story.outing.ends
    ended = partial(end, sending(story.maker, at, "end", story.id), story.id, bodies.Act(at=at))
    summed_up = at + timedelta(minutes=4)
    summary = bodies.PatrolChange(summary=story.outing.summary, made_at=summed_up)
    sender = sending(story.maker, summed_up, "summary", story.id)
    acts = [Act(at, ended), Act(summed_up, partial(change, sender, story.id, summary))]
    if story.outing.chance("recorder").random() >= NOT_RECORDED:
        acts.append(_recording(story, at + timedelta(minutes=6)))
    return acts


def measuring(story: Story, at: datetime) -> Act:
    """Length and places passed of a patrol that is not filed; filing does the same."""
    return Act(at, partial(measure, story.id))


def _conduct(story: Story, at: datetime, *, imperfect: bool) -> Act:
    chance = story.outing.chance("conduct")
    points, note = dict.fromkeys(POINTS, True), None
    if imperfect:
        points[chance.choice(list(POINTS))] = False
        note = chance.choice(words("conduct_notes"))
    body = bodies.ConductBody(points=points, note=note, at=at)
    return Act(at, partial(check, sending(story.maker, at, "conduct", story.id), story.id, body))


def _recording(story: Story, at: datetime) -> Act:
    """One line of the recorder register; the file is invented, and so is its digest."""
    outing = story.outing
    recorder = f"JLY-{outing.chance('number').randint(1, 8):02d}"
    file_name = f"{recorder.replace('-', '')}_{local(outing.begins):%Y%m%d_%H%M}.mp4"
    body = bodies.RecordingBody(
        recorder=recorder,
        from_at=outing.begins,
        until_at=outing.ends,
        kept_at="执法队音像资料柜3号盘",
        file_name=file_name,
        sha256=sha256(f"{outing.name} {file_name}".encode()).hexdigest(),
        at=at,
    )
    return Act(at, partial(enter, sending(story.maker, at, "recording", story.id), story.id, body))
