"""批准、退回、取消: the leader decides on the plan; approved, it is announced to everybody who takes part."""

from uuid import UUID

from backend.field.campaigns.bodies import Act, Cancelled, Returned
from backend.field.campaigns.commands.acting import act
from backend.field.campaigns.commands.telling import tell_author, tell_units
from backend.field.campaigns.commands.writing import noted, write
from backend.field.campaigns.queries.belonging import how_many
from backend.field.campaigns.queries.course import course
from backend.field.campaigns.queries.visible import Named
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.access import may_approve, own_side
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import needed


async def approve(sender: Sender, campaign_id: UUID, body: Act) -> Received:
    """批准: from here on it is seen by whoever takes part, and patrols belong to it. Refuses `campaign_own`, `campaign_state`."""

    async def work(found: Named) -> Entry | None:
        own_side(found.side(sender.person))
        may_approve(sender.person, found.campaign)
        if found.campaign.approved_at is not None:
            return None
        states.must_be(found.campaign, "submitted")
        changes = {"state": "approved", "approved_at": sender.at, "approved_by": sender.person.id}
        campaign, told = await write(found.campaign, changes), await course(campaign_id)
        await tell_units(sender.person, campaign, told, f"联合整治：{campaign.title}")
        units = [each.name for each in told.units]
        return noted(sender, campaign, "campaign.approved", {"units": units}, body.when)

    return await act(sender, campaign_id, work, body, "approval")


async def send_back(sender: Sender, campaign_id: UUID, body: Returned) -> Received:
    """退回修改. Refuses `campaign_own`, `campaign_state`."""

    async def work(found: Named) -> Entry | None:
        own_side(found.side(sender.person))
        may_approve(sender.person, found.campaign)
        if found.campaign.state == "returned":
            return None
        states.must_be(found.campaign, "submitted")
        needed({"reason": (body.reason, "写明改哪里")})
        campaign = await write(found.campaign, {"state": "returned", "return_reason": body.reason})
        await tell_author(campaign, campaign.created_by, f"联合整治方案退回修改：{campaign.title}")
        return noted(sender, campaign, "campaign.returned", {"reason": body.reason}, body.when)

    return await act(sender, campaign_id, work, body, "refusal")


async def call_off(sender: Sender, campaign_id: UUID, body: Cancelled) -> Received:
    """取消: nothing was done yet. Refuses `campaign_state`, `campaign_carried_out`."""

    async def work(found: Named) -> Entry | None:
        own_side(found.side(sender.person))
        if found.campaign.state == "cancelled":
            return None
        states.must_be(found.campaign, "submitted", "returned", "approved")
        states.not_carried_out(await how_many(campaign_id))
        needed({"reason": (body.reason, "写明为什么取消")})
        changes = {"state": "cancelled", "cancel_reason": body.reason, "ended_at": sender.at}
        campaign, told = await write(found.campaign, changes), await course(campaign_id)
        if campaign.approved_at is not None:
            await tell_units(sender.person, campaign, told, f"联合整治取消：{campaign.title}")
        return noted(sender, campaign, "campaign.cancelled", {"reason": body.reason}, body.when)

    return await act(sender, campaign_id, work, body, "cancellation")
