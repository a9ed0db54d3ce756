"""总结: written by who leads it, signed by the leader, issued as a numbered paper; with it the campaign ends."""

from uuid import UUID

from backend.field.campaigns.bodies import Closure, Report, Returned
from backend.field.campaigns.commands.acting import act
from backend.field.campaigns.commands.telling import tell_author, tell_deciders
from backend.field.campaigns.commands.writing import noted, write
from backend.field.campaigns.paper import issued
from backend.field.campaigns.queries.belonging import results
from backend.field.campaigns.queries.visible import Named
from backend.field.campaigns.rules import states
from backend.field.campaigns.rules.access import may_sign, own_side
from backend.field.campaigns.rules.tally import result_words, tally
from backend.foundation.clocks.windows import meet_windows
from backend.foundation.journal import Entry
from backend.foundation.outbox import Received, Sender
from backend.foundation.refusals import Refusal, needed


async def report(sender: Sender, campaign_id: UUID, body: Report) -> Received:
    """Laid before the leader. Refuses `campaign_state`, `campaign_not_begun`, `campaign_report_waits`."""

    async def work(found: Named) -> Entry:
        own_side(found.side(sender.person))
        states.must_be(found.campaign, "approved")
        states.begun(found.campaign, sender.at)
        if found.campaign.report_waits:
            raise Refusal("campaign_report_waits")
        needed({"summary": (body.summary, "写明怎么开展的、成效怎么样")})
        changes = {
            "summary": body.summary,
            "problems": body.problems or "",
            "coming": body.coming or "",
            "reported_by": sender.person.id,
            "reported_at": sender.at,
            "report_return": "",
        }
        campaign = await write(found.campaign, changes)
        await tell_deciders(sender.person, campaign, f"联合整治总结等你签发：{campaign.title}")
        return noted(sender, campaign, "campaign.reported", {"summary": body.summary}, body.when)

    return await act(sender, campaign_id, work, body, "report")


async def return_report(sender: Sender, campaign_id: UUID, body: Returned) -> Received:
    """退回修改. Refuses `campaign_own_report`, `campaign_report_none`."""

    async def work(found: Named) -> Entry:
        own_side(found.side(sender.person))
        author = _waits(found)
        may_sign(sender.person, found.campaign)
        needed({"reason": (body.reason, "写明改哪里")})
        campaign = await write(found.campaign, {"report_return": body.reason})
        await tell_author(campaign, author, f"联合整治总结退回修改：{campaign.title}")
        return noted(sender, campaign, "campaign.report_returned", {"reason": body.reason}, body.when)

    return await act(sender, campaign_id, work, body, "report-refusal")


async def close(sender: Sender, campaign_id: UUID, body: Closure) -> Received:
    """签发: numbered and out; what was done in it is counted as it stands now. Refuses `campaign_own_report`,
    `campaign_report_none`, and as letters are refused."""

    async def work(found: Named) -> Entry | None:
        own_side(found.side(sender.person))
        if found.campaign.state == "closed":
            return None
        author = _waits(found)
        may_sign(sender.person, found.campaign)
        done = await results(sender.person, campaign_id, found.campaign.township)
        words = result_words(tally(done.outings, done.found))
        letter = await issued(sender, found, words, number=body.number)
        changes = {"state": "closed", "letter": letter.id, "ended_at": sender.at}
        campaign = await write(found.campaign, changes)
        await meet_windows(sender.at, townships={each.township for each in done.outings})
        await tell_author(campaign, author, f"联合整治总结已签发：{campaign.title}")
        said = {"number": letter.number, "results": words}
        return noted(sender, campaign, "campaign.closed", said, body.when)

    return await act(sender, campaign_id, work, body, "closure")


def _waits(found: Named) -> UUID:
    """Who wrote the report that waits; refuses `campaign_report_none`."""
    if not found.campaign.report_waits or found.campaign.reported_by is None:
        raise Refusal("campaign_report_none")
    return found.campaign.reported_by
