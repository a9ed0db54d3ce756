"""Which act is possible when. Pure."""

from datetime import date, datetime

from backend.field.campaigns.rules.campaign import Campaign
from backend.field.campaigns.rules.words import STATES
from backend.foundation.refusals import Refusal

LONGEST_DAYS = 184  # half a year: what goes on longer is ordinary work


def days(first: date, last: date) -> None:
    """Refuse `times_crossed`, `invalid`."""
    if last < first:
        raise Refusal("times_crossed", fields={"last_day": "早于第一天"})
    if (last - first).days >= LONGEST_DAYS:
        raise Refusal("invalid", fields={"last_day": f"一次整治最长{LONGEST_DAYS}天，再长的分几次"})


def must_be(campaign: Campaign, *states: str) -> None:
    """Refuse `campaign_state`."""
    if campaign.state not in states:
        raise Refusal("campaign_state", f"现在是“{STATES[campaign.state]}”")


def on_the_day(campaign: Campaign, day: date) -> None:
    """Refuse `campaign_other_day`: a day it does not last."""
    if not campaign.first_day <= day <= campaign.last_day:
        raise Refusal("campaign_other_day", f"这次整治是{campaign.days}")


def begun(campaign: Campaign, at: datetime) -> None:
    """Refuse `campaign_not_begun`: nothing to report yet."""
    if at < campaign.begins_at:
        raise Refusal("campaign_not_begun")


def not_carried_out(patrols: int) -> None:
    """Refuse `campaign_carried_out`: what was done is summed up, not called off."""
    if patrols:
        raise Refusal("campaign_carried_out", f"已经有{patrols}次巡查归入")
