"""Campaigns through the API: duizhang plans for three days around noon, lingdao approves, the street walks along."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx

from backend.demo.organisation import township_id
from backend.foundation.clocks.windows import Standing, keep_windows, windows_of
from backend.foundation.now import now
from tests.field.street import NOON, Street, ago, made, notices_about

TODAY = NOON.date()
SUMMARY = {"summary": "先宣传后整治，早市恢复通行", "problems": "个别摊点回潮", "coming": "每周回访"}


@dataclass
class Campaigning:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def planned(self, who: str = "duizhang", **changes: Any) -> str:
        campaign = str(uuid4())
        answer = await self.street.put(who, f"/campaigns/{campaign}", campaign_body(**changes))
        assert answer.status_code == 201, answer.text
        return campaign

    async def approved(self, who: str = "duizhang", by: str = "lingdao", **changes: Any) -> str:
        campaign = await self.planned(who, **changes)
        await self.do(by, campaign, "approval")
        return campaign

    async def reported(self, **changes: Any) -> str:
        """With a report that waits for the leader."""
        campaign = await self.approved(**changes)
        await self.do("duizhang", campaign, "report", SUMMARY)
        return campaign

    async def post(self, who: str, campaign: str, noun: str, body: Any = None) -> httpx.Response:
        return await self.street.post(who, f"/campaigns/{campaign}/{noun}", body or {}, key=uuid4())

    async def do(self, who: str, campaign: str, noun: str, body: Any = None) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, campaign, noun, body))

    async def read(self, who: str, campaign: str) -> dict[str, Any]:
        return await self.street.read(who, f"/campaigns/{campaign}")

    async def sees(self, who: str, campaign: str) -> bool:
        answer = await self.street.get(who, f"/campaigns/{campaign}")
        assert answer.status_code in (200, 404), answer.text
        return answer.status_code == 200

    async def patrols(self, campaign: str, who: str = "duizhang") -> list[str]:
        """Ids of those that belong."""
        return [each["id"] for each in (await self.read(who, campaign))["patrols"]]

    async def walked(self, who: str = "duiyuan", **changes: Any) -> str:
        """A patrol of kind 联合整治 that ended an hour before noon."""
        walked = {"kind": "campaign", "title": "占道经营联合整治", "ended_at": ago(hours=1)}
        return await self.street.patrol(who, **walked | changes)

    async def windows(self) -> dict[str, Standing]:
        """The present window of each duty of 示范镇, after the sweep has looked."""
        await keep_windows()
        rules = ("campaign.regular", "joint_check.regular")
        found = await windows_of(township_id("sfz"), rules, now(), 24)
        return {each.window.rule: each for each in reversed(found)}

    async def told(self, campaign: str) -> dict[str, list[str]]:
        """Titles of the notices about it by username."""
        found = await notices_about("campaign", campaign)
        by: dict[str, list[str]] = {}
        for each in found:
            by.setdefault(each["username"], []).append(each["title"])
        return by


def campaign_body(**changes: Any) -> dict[str, Any]:
    """Yesterday, today, tomorrow; None leaves a field out."""
    body = {
        "title": "冬季占道经营联合整治",
        "field": "占道经营",
        "cause": "早市拥堵，占道经营反弹",
        "checks": "农贸市场周边流动摊点、出店经营",
        "first_day": (TODAY - timedelta(days=1)).isoformat(),
        "last_day": (TODAY + timedelta(days=1)).isoformat(),
        "units": ["sfz-zfd", "sfz-pcs", "sfz-scs"],
        "people": ["duiyuan"],
        "area": "农贸市场、振兴街",
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
