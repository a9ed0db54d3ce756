"""While it goes on: which patrols belong, what is said of a day."""

from uuid import UUID, uuid4

from backend.field.campaigns.bodies import DayNote, Decision
from backend.field.campaigns.commands.acting import act
from backend.field.campaigns.commands.writing import noted, write
from backend.field.campaigns.queries.visible import Named
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.access import township_of
from backend.field.patrols.queries import visible as patrols
from backend.field.patrols.rules.patrol import Patrol
from backend.foundation.clocks.windows import meet_windows, reopen_windows
from backend.foundation.database import row, rows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, needed

_STANDS = "SELECT belongs FROM campaign_patrols WHERE campaign = ? AND patrol = ?"
_DECIDE = (
    "INSERT INTO campaign_patrols (id, campaign, patrol, belongs, reason, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (campaign, patrol) DO UPDATE SET belongs = excluded.belongs, reason = excluded.reason, "
    "decided_by = excluded.decided_by, decided_at = excluded.decided_at"
)
_NOTE = (
    "INSERT INTO campaign_days (id, campaign, township, on_day, text, written_by, written_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (campaign, township, on_day) DO UPDATE SET text = excluded.text, written_by = excluded.written_by, "
    "written_at = excluded.written_at"
)
_SAID = "SELECT text FROM campaign_days WHERE campaign = ? AND township = ? AND on_day = ?"


async def decide(sender: Sender, campaign_id: UUID, body: Decision) -> Received:
    """归入、移出: said of the patrol by the campaign; the patrol itself stays as it is. Refuses `campaign_state`, `not_found`,
    `campaign_other_day`."""

    async def work(found: Named) -> Entry | None:
        town, campaign = township_of(sender.person), found.campaign
        states.must_be(campaign, "approved")
        patrol = await _patrol(sender.person, town, body.patrol)
        if patrol.started_at is None or not campaign.begins_at <= patrol.sort_at < campaign.ends_at:
            raise Refusal("campaign_other_day", f"这次整治是{campaign.days}")
        stands = await row(_STANDS, campaign_id, patrol.id)
        if stands is not None and bool(stands["belongs"]) == body.belongs:
            return None
        if not body.belongs:
            needed({"reason": (body.reason or "", "写明为什么不算")})
        await rows(
            _DECIDE,
            uuid4(),
            campaign_id,
            patrol.id,
            body.belongs,
            body.reason or "",
            sender.person.id,
            sender.at,
        )
        written = await write(campaign, {})
        await reopen_windows(sender.at, townships=[town])
        await meet_windows(sender.at, townships=[town])
        kind = "campaign.joined" if body.belongs else "campaign.parted"
        said = {"patrol": patrol.title, "patrol_id": patrol.id, "reason": body.reason or ""}
        return noted(sender, written, kind, said, body.when)

    return await act(sender, campaign_id, work, body, f"patrols {body.patrol}")


async def note_day(sender: Sender, campaign_id: UUID, body: DayNote) -> Received:
    """当日小结; said again, the last word stands and the journal keeps both. Refuses `campaign_state`, `campaign_other_day`."""

    async def work(found: Named) -> Entry | None:
        town, campaign = township_of(sender.person), found.campaign
        states.must_be(campaign, "approved")
        states.on_the_day(campaign, body.day)
        needed({"text": (body.text, "写几句当天的情况")})
        said = await row(_SAID, campaign_id, town, body.day)
        if said is not None and said["text"] == body.text:
            return None
        await rows(_NOTE, uuid4(), campaign_id, town, body.day, body.text, sender.person.id, sender.at)
        written = await write(campaign, {})
        day = f"{body.day.month}月{body.day.day}日"
        return noted(sender, written, "campaign.noted", {"day": day, "text": body.text}, body.when)

    return await act(sender, campaign_id, work, body, f"days {body.day}")


async def _patrol(person: Person, town: UUID, patrol_id: UUID) -> Patrol:
    found = await patrols.load(person, patrol_id)
    if found.patrol.township != town or found.patrol.cancelled_at is not None:
        raise Refusal("not_found")
    return found.patrol
