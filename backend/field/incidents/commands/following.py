"""What is done besides reporting: explained on the scene, said by telephone, read, the scene over, taken back."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from backend.field.incidents.bodies import Act, Ending, Explanation, Receipt, Telling, Withdrawal
from backend.field.incidents.commands.limits import fall_away, scene_over
from backend.field.incidents.commands.telling import tell_reported, tell_writer
from backend.field.incidents.commands.writing import Step, add_step, return_report, write
from backend.field.incidents.queries.course import Course, course
from backend.field.incidents.queries.visible import Named, load
from backend.field.incidents.rules.access import own_side
from backend.field.incidents.rules.states import still_open
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender, receive_act
from backend.foundation.refusals import Refusal, needed

Work = Callable[[Named, Course], Awaitable[Entry | None]]


async def explain(sender: Sender, incident_id: UUID, body: Explanation) -> Received:
    """现场释明: what was said to the people there; refuses `invalid`, `incident_state`."""

    async def work(found: Named, _: Course) -> Entry:
        own_side(found.side(sender.person))
        still_open(found.incident)
        needed({"text": (body.text, "写明说了什么")})
        at, person = _moment(sender, found, body), sender.person
        said = {"speaker": body.name or person.name, "head_count": body.head_count, "text": body.text}
        written = await write(found.incident, {})
        step = Step(noun="explanations", at=at, unit=person.unit_id, said=said)
        return await add_step(sender, written, step)

    return await _act(sender, incident_id, work, body, "explanations", adds=True)


async def say(sender: Sender, incident_id: UUID, body: Telling) -> Received:
    """电话、当面、纸质报告: a body without accounts is told so; said before the record, it is the moment of the first report.

    Refuses `incident_not_addressed`.
    """

    async def work(found: Named, told: Course) -> Entry:
        own_side(found.side(sender.person))
        to = next((each for each in told.addressees if each.code == body.to_unit), None)
        if to is None:
            raise Refusal("incident_not_addressed", fields={"to_unit": "从报送单位里选"})
        at = _moment(sender, found, body)
        said = {
            "channel": body.channel,
            "speaker": body.name,
            "speaker_position": body.position or "",
            "text": body.words or "",
        }
        written = await write(found.incident, {"told_at": min(found.incident.told_at, at)})
        return await add_step(sender, written, Step(noun="tellings", at=at, unit=to.id, said=said))

    return await _act(sender, incident_id, work, body, "tellings", adds=True)


async def receive(sender: Sender, incident_id: UUID, body: Receipt) -> Received:
    """签收 by a body that was told, perhaps with what it asks for; once for each body."""

    async def work(found: Named, told: Course) -> Entry | None:
        person = sender.person
        if found.side(person) != "addressee":
            raise Refusal("not_allowed", "由报送的上级单位签收")
        if any(step.unit == person.unit_id for step in told.of("receipt")):
            return None
        at = _moment(sender, found, body)
        written = await write(found.incident, {})
        title = f"{person.unit_name}已签收：{found.incident.category}"
        await tell_writer(found, found.incident.created_by, title)
        step = Step(noun="receipt", at=at, unit=person.unit_id, said={"text": body.note or ""})
        return await add_step(sender, written, step)

    return await _act(sender, incident_id, work, body, "receipt")


async def end_scene(sender: Sender, incident_id: UUID, body: Ending) -> Received:
    """现场处置结束: from here on the final report is owed."""

    async def work(found: Named, told: Course) -> Entry | None:
        own_side(found.side(sender.person))
        if found.incident.over_at is not None:
            return None
        still_open(found.incident)
        at = _moment(sender, found, body)
        written = await write(found.incident, {"over_at": at})
        await scene_over(found, told.addressees[0].id, at)
        step = Step(noun="ending", at=at, unit=sender.person.unit_id, said={"text": body.text or ""})
        return await add_step(sender, written, step)

    return await _act(sender, incident_id, work, body, "ending")


async def withdraw(sender: Sender, incident_id: UUID, body: Withdrawal) -> Received:
    """撤回: reported by mistake; who was told hears that too and keeps seeing it with the reason."""

    async def work(found: Named, told: Course) -> Entry | None:
        own_side(found.side(sender.person))
        if found.incident.state == "withdrawn":
            return None
        still_open(found.incident)
        needed({"reason": (body.reason, "写明为什么撤回")})
        at = _moment(sender, found, body)
        if told.waiting is not None:
            await return_report(sender, told.waiting.id, f"事件已撤回：{body.reason}"[:500])
        written = await write(found.incident, {"state": "withdrawn", "ended_at": at})
        await fall_away(found, at)
        await tell_reported(found, sender.person, "撤回", [each.id for each in told.addressees])
        step = Step(noun="withdrawal", at=at, unit=sender.person.unit_id, said={"text": body.reason})
        return await add_step(sender, written, step)

    return await _act(sender, incident_id, work, body, "withdrawal")


def _moment(sender: Sender, found: Named, body: Act) -> datetime:
    """When it was done: not in the future, not before it happened (by the minute: a form knows no seconds)."""
    sender.happened(body.when)
    at, happened = sender.acted_at(body.when), found.incident.happened_at
    if at.replace(second=0, microsecond=0) < happened.replace(second=0, microsecond=0):
        raise Refusal("times_crossed", fields={"at": "早于事件发生的时间"})
    return at


async def _act(
    sender: Sender, incident_id: UUID, work: Work, body: Act, noun: str, *, adds: bool = False
) -> Received:
    async def act() -> Entry | None:
        found = await load(sender.person, incident_id, lock=True)
        return await work(found, await course(incident_id))

    return await receive_act(
        sender.person,
        ("incident", incident_id),
        act,
        content=body,
        noun=noun,
        key=sender.key,
        key_required=adds,
    )
