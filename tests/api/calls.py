"""Every call of the API that takes a body, with one body it would accept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import msgspec

from backend.field.findings import bodies as findings
from backend.field.patrols import bodies as patrols
from backend.foundation.evidence import wire as photos
from backend.office.places import wire as places
from tests.api.targets import put_finding, put_patrol, registration
from tests.field.street import Street, ago


@dataclass(frozen=True)
class Call:
    """`path` names targets in braces; `{new}` is a fresh id each time. `body` is made anew for each use."""

    who: str
    method: str
    path: str
    struct: type[msgspec.Struct]
    body: Callable[[], dict[str, Any]]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    async def send(self, street: Street, targets: dict[str, str], body: Any) -> httpx.Response:
        """Ask with this body, as a script that may ask again would."""
        path = self.path.format(**targets, new=uuid4())
        return await street.ask(self.who, self.method, path, body, key=uuid4())


def fixed(**body: Any) -> Callable[[], dict[str, Any]]:
    return lambda: dict(body)


POINT = {"seq": 0, "at": ago(minutes=80), "lat": 24.1633, "lon": 102.3904, "accuracy_m": 8}
RECORDING = {
    "recorder": "ZFJ-07",
    "from_at": ago(minutes=90),
    "until_at": ago(minutes=80),
    "kept_at": "采集站",
}
PLACE = {"name": "老车站", "kind": "transport", "position": {"lat": 24.17, "lon": 102.41, "source": "map"}}

CALLS = (
    Call("duiyuan", "PUT", "/patrols/{new}", patrols.PatrolBody, put_patrol),
    Call("duiyuan", "PATCH", "/patrols/{running}", patrols.PatrolChange, fixed(title="集镇巡查")),
    Call("duiyuan", "PUT", "/patrols/{running}/findings/{new}", findings.FindingBody, put_finding),
    Call("duiyuan", "PATCH", "/patrols/{running}/findings/{finding}", findings.FindingChange, fixed(facts="三处")),
    Call("duiyuan", "POST", "/patrols/{running}/track", patrols.TrackBody, fixed(points=[POINT])),
    Call("duiyuan", "POST", "/patrols/{planned}/start", patrols.Act, fixed(note="出发")),
    Call("duiyuan", "POST", "/patrols/{running}/pause", patrols.Pause, fixed(reason="用餐")),
    Call("duiyuan", "POST", "/patrols/{running}/end", patrols.Act, fixed(note="回队")),
    Call("duiyuan", "POST", "/patrols/{planned}/cancellation", patrols.Cancellation, fixed(reason="下雨")),
    Call("duiyuan", "POST", "/patrols/{running}/crew", patrols.Joining, fixed(username="xieguan")),
    Call("duiyuan", "POST", "/patrols/{running}/crew/minjing/departure", patrols.Act, fixed(note="出警")),
    Call("minjing", "POST", "/patrols/{running}/attendance", patrols.AttendanceBody, fixed(note="都在")),
    Call("duiyuan", "POST", "/patrols/{running}/conduct", patrols.ConductBody, fixed(points={"uniform": True})),
    Call("duiyuan", "POST", "/patrols/{running}/recordings", patrols.RecordingBody, fixed(**RECORDING)),
    Call("duiyuan", "POST", "/patrols/{running}/passings", patrols.PassingBody, lambda: {"place": str(uuid4())}),
    Call("duiyuan", "POST", "/patrols/{ended}/filing", patrols.Act, fixed(note="备案")),
    Call("duiyuan", "POST", "/patrols/{filed}/addenda", patrols.AddendumBody, fixed(text="更正", reason="写错")),
    Call("lingdao", "POST", "/patrols/{filed}/remarks", patrols.RemarkBody, fixed(text="已阅")),
    Call("lingdao", "POST", "/patrols/{filed}/returns", patrols.RemarkBody, fixed(text="补照片")),
    Call("duiyuan", "PUT", "/photos/{new}", photos.PhotoBody, lambda: registration("patrol", str(uuid4()))),
    Call("duiyuan", "POST", "/photos/{photo}/redactions", photos.RedactionBody, fixed(boxes=[])),
    Call("duiyuan", "POST", "/photos/{photo}/removal", photos.RemovalBody, fixed(note="拍错了")),
    Call("duizhang", "PUT", "/places/{new}", places.PlaceBody, fixed(**PLACE)),
    Call("duizhang", "PATCH", "/places/{place}", places.PlaceChange, fixed(name="新车站")),
)  # fmt: skip
