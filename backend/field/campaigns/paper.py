"""联合整治总结报告 as a paper: what it says, and its PDF or DOCX."""

from datetime import datetime
from uuid import UUID

from backend.field.campaigns.queries.course import Course, course
from backend.field.campaigns.queries.sheet import shown_results
from backend.field.campaigns.queries.visible import Named, load
from backend.field.campaigns.rules.tally import result_words, tally
from backend.field.campaigns.rules.words import unit_words
from backend.foundation.letters.official import CampaignReport, Contact, Letter, docx, issue, pdf, preview
from backend.foundation.outbox import Sender
from backend.foundation.people.bodies import government_of
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal


def content_of(found: Named, told: Course, results: str) -> CampaignReport:
    """`results` are the figures in words."""
    campaign = found.campaign
    where = "、".join(filter(None, (campaign.area, *(each["name"] for each in told.places))))
    return CampaignReport(
        matter=campaign.title,
        field=campaign.field,
        first_day=campaign.first_day,
        last_day=campaign.last_day,
        cause=campaign.cause,
        units=tuple(
            dict.fromkeys(
                unit_words(each.town, each.name) if campaign.township is None else each.name
                for each in told.units
            )
        ),
        place=where,
        results=results,
        summary=campaign.summary,
        problems=campaign.problems,
        coming=campaign.coming,
        contact=Contact(found.name, found.phone),
    )


async def issued(sender: Sender, found: Named, results: str, *, number: str | None) -> Letter:
    """Numbered and frozen, in the open transaction; refuses as letters are refused."""
    return await issue(
        content_of(found, await course(found.campaign.id), results),
        body=found.campaign.body,
        addressee=await _addressee(found),
        record=("campaign", found.campaign.id),
        at=sender.at,
        by=sender.person.id,
        number=number,
        signed_off=sender.person.name,
    )


async def paper_of(person: Person, campaign_id: UUID, at: datetime, form: str) -> tuple[str, bytes]:
    """A name for the file and its bytes: the numbered paper as `pdf` or `docx`; before that its draft as PDF. Both for the
    side that leads it; refuses `not_found` where there is nothing to see."""
    found = await load(person, campaign_id)
    campaign = found.campaign
    if found.side(person) != "own" or campaign.reported_at is None:
        raise Refusal("not_found")
    if campaign.letter is not None:
        return f"campaign-{str(campaign_id)[:8]}", await (
            pdf(campaign.letter) if form == "pdf" else docx(campaign.letter)
        )
    if form != "pdf":
        raise Refusal("not_found")
    done = await shown_results(person, found)
    content = content_of(found, await course(campaign_id), result_words(tally(done.outings, done.found)))
    addressee = await _addressee(found)
    return "draft", await preview(content, body=campaign.body, addressee=addressee, at=at)


async def _addressee(found: Named) -> UUID:
    """The county's government; refuses `campaign_no_government` where it is not entered."""
    government = await government_of(found.county)
    if government is None:
        raise Refusal("campaign_no_government")
    return government
