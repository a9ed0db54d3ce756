"""Records a bad request can be aimed at, by the name a path calls them: `/patrols/{running}`."""

import hashlib
from uuid import uuid4

from tests.field.street import Street, ago, finding_body, patrol_body
from tests.foundation.evidence.pictures import photo

PEOPLE = ("duiyuan", "minjing", "lingdao", "duizhang", "linzhen", "guanli")
PICTURE = photo(320, 240, taken="2026:11:20 10:30:00")


def registration(kind: str, subject: str, content: bytes = PICTURE) -> dict[str, object]:
    """What PUT /photos takes for `content`."""
    return {
        "subject": {"kind": kind, "id": subject},
        "taken_at": ago(minutes=90),
        "source": "camera",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "media_type": "image/jpeg",
        "position": {"lat": 24.1633, "lon": 102.3904, "accuracy_m": 8, "source": "gps"},
    }


async def set_up(street: Street) -> dict[str, str]:
    """Ids as text: patrols in every state, a finding, a photo without and one with its bytes, another township's."""
    for who in PEOPLE:
        await street.get(who, "/session")  # each gets a token now, so that none is made later
    running = await street.patrol(started_at=ago(minutes=100))
    finding = await street.finding(running)
    named = {
        "running": running,
        "finding": finding,
        "planned": await street.patrol(started_at=None, planned_from=ago(hours=-2)),
        "ended": await street.ended(),
        "theirs": await street.patrol("linzhen", kind="routine", crew=["linzhen"]),
        "awaited": str(uuid4()),
        "photo": str(uuid4()),
        "place": str(uuid4()),
    }
    for name in ("awaited", "photo"):
        answer = await street.put("duiyuan", f"/photos/{named[name]}", registration("finding", finding))
        assert answer.status_code == 201, answer.text
    client = street.clients["duiyuan"]
    sent = await client.put(f"/api/v1/photos/{named['photo']}/content", content=PICTURE)
    assert sent.status_code == 201, sent.text
    place = {"name": "菜市口", "kind": "market", "position": {"lat": 24.16, "lon": 102.4, "source": "map"}}
    assert (await street.put("duizhang", f"/places/{named['place']}", place)).status_code == 201
    named["filed"] = await street.filed(title="备案过的巡查")
    return named


def put_patrol() -> dict[str, object]:
    return patrol_body(summary="走过一遍")


def put_finding() -> dict[str, object]:
    return finding_body(address="农贸市场东门")
