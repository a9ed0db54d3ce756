"""Incidents through the API: duiyuan reports at noon what happened ten minutes before, zhenzhang signs, 县政府 is told."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.field.street import Street, ago, made, notices_about

WRITTEN = {"kind": "written", "facts": "约二十人围住执法人员，经民警到场劝离。", "injured": 0, "dead": 0}
TOLD = {"to_unit": "slj", "channel": "phone", "name": "冯师傅", "position": "值班室", "words": "记下了"}


@dataclass
class Reporting:
    """Speaks for everybody; `street` asks. Ids are text."""

    street: Street

    async def first(self, who: str = "duiyuan", **changes: Any) -> str:
        incident = str(uuid4())
        answer = await self.street.put(who, f"/incidents/{incident}", incident_body(**changes))
        assert answer.status_code == 201, answer.text
        return incident

    async def put(self, who: str, incident: str, report: str, **changes: Any) -> httpx.Response:
        return await self.street.put(who, f"/incidents/{incident}/reports/{report}", {**WRITTEN, **changes})

    async def written(self, incident: str, who: str = "duiyuan", **changes: Any) -> str:
        """A report laid before the leaders; its id."""
        report = str(uuid4())
        answer = await self.put(who, incident, report, **changes)
        assert answer.status_code == 201, answer.text
        return report

    async def issued(self, incident: str, kind: str = "written", **changes: Any) -> str:
        """The same, signed by zhenzhang."""
        report = await self.written(incident, kind=kind, **changes)
        await self.do("zhenzhang", incident, f"reports/{report}/approval")
        return report

    async def post(
        self, who: str, incident: str, noun: str, body: Any = None, *, key: UUID | None = None
    ) -> httpx.Response:
        return await self.street.post(who, f"/incidents/{incident}/{noun}", body or {}, key=key)

    async def do(self, who: str, incident: str, noun: str, body: Any = None, **more: Any) -> dict[str, Any]:
        """The same where it must succeed for the first time: the record."""
        return made(await self.post(who, incident, noun, body, key=more.get("key") or uuid4()))

    async def read(self, who: str, incident: str) -> dict[str, Any]:
        return await self.street.read(who, f"/incidents/{incident}")

    async def clocks(self, incident: str) -> dict[str, str]:
        """Every limit by its rule, as it stands now; of several of one rule the newest."""
        return {clock["rule"]: clock["state"] for clock in (await self.read("duiyuan", incident))["clocks"]}

    async def told(self, incident: str) -> dict[str, list[tuple[str, bool, bool]]]:
        """The notices about it by username: title, urgent, drill."""
        found = await notices_about("incident", incident)
        by: dict[str, list[tuple[str, bool, bool]]] = {}
        for each in found:
            told = (each["title"], bool(each["urgent"]), bool(each["exercise"]))
            by.setdefault(each["username"], []).append(told)
        return by


def incident_body(**changes: Any) -> dict[str, Any]:
    """None leaves a field out."""
    body = {
        "category": "围堵阻碍执法",
        "happened_at": ago(minutes=10),
        "facts": "约二十人围住执法人员",
        "to": ["xf", "yjj", "slj"],
        "address": "农贸市场",
    }
    return {name: value for name, value in (body | changes).items() if value is not None}
