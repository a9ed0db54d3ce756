"""Twenty patrols by a script with a token, each sent twice, some of them with other content."""

from typing import Any
from uuid import uuid4

from backend.foundation.journal.verification import verify_journal
from tests.api.targets import put_finding, put_patrol
from tests.field.street import Street, count

MANY = 20


def planned() -> list[tuple[str, dict[str, Any]]]:
    """An id and a body for each; every one with a title of its own."""
    return [
        (str(uuid4()), put_patrol() | {"title": f"第{number}次联合巡查"}) for number in range(1, MANY + 1)
    ]


async def test_each_patrol_is_there_once_however_often_it_was_sent(own_street: Street) -> None:
    patrols = planned()
    first = [await own_street.put("duiyuan", f"/patrols/{name}", body) for name, body in patrols]
    again = [await own_street.put("duiyuan", f"/patrols/{name}", body) for name, body in patrols]
    assert [answer.status_code for answer in first] == [201] * MANY
    assert [answer.status_code for answer in again] == [200] * MANY
    receipts = [[answer.json()["receipt"] for answer in answers] for answers in (first, again)]
    assert receipts[0] == receipts[1]
    assert (await count("patrols"), await count("receipts")) == (MANY, MANY)


async def test_other_content_under_the_same_id_is_refused_and_the_first_stays(own_street: Street) -> None:
    patrols = planned()
    for name, body in patrols:
        await own_street.put("duiyuan", f"/patrols/{name}", body)
    for number, (name, body) in enumerate(patrols):
        changed = body | ({"title": "另一次巡查"} if number % 2 else {"summary": None})
        answer = await own_street.put("duiyuan", f"/patrols/{name}", changed)
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    for name, body in patrols:
        held = (await own_street.get("duiyuan", f"/patrols/{name}")).json()
        assert (held["title"], held["summary"], held["version"]) == (body["title"], body["summary"], 1)


async def test_the_first_content_is_taken_for_ever_whatever_became_of_the_patrol(own_street: Street) -> None:
    """Changed since, filed since, or spelled in another order and with its nulls written out."""
    (changed, body), (filed, done), (respelled, same) = planned()[:3]
    done["ended_at"] = own_street.clock.read().isoformat()
    for name, sent in ((changed, body), (filed, done), (respelled, same)):
        assert (await own_street.put("duiyuan", f"/patrols/{name}", sent)).status_code == 201
    await own_street.patch("duiyuan", f"/patrols/{changed}", {"title": "改过的名称"})
    await own_street.post("duiyuan", f"/patrols/{filed}/filing")
    spelled = {"ended_at": None, **dict(reversed(same.items())), "made_at": None}
    answers = [
        await own_street.put("duiyuan", f"/patrols/{name}", sent)
        for name, sent in ((changed, body), (filed, done), (respelled, spelled))
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [answer.json()["title"] for answer in answers] == ["改过的名称", done["title"], same["title"]]
    assert answers[1].json()["state"] == "filed"


async def test_other_content_for_what_was_filed_removed_or_made_by_another(own_street: Street) -> None:
    (filed, done), (running, body), (theirs, other) = planned()[:3]
    done["ended_at"] = own_street.clock.read().isoformat()
    await own_street.put("duiyuan", f"/patrols/{filed}", done)
    await own_street.post("duiyuan", f"/patrols/{filed}/filing")
    await own_street.put("duiyuan", f"/patrols/{running}", body)
    await own_street.put("duizhang", f"/patrols/{theirs}", other)
    finding = await own_street.finding(running)
    await own_street.delete("duiyuan", f"/patrols/{running}/findings/{finding}")
    again = f"/patrols/{running}/findings/{finding}"
    answers = [
        await own_street.put("duiyuan", f"/patrols/{filed}", done | {"title": "另一次"}),
        await own_street.put("duiyuan", f"/patrols/{theirs}", other),
        await own_street.put("duiyuan", again, put_finding() | {"facts": "另一处"}),
    ]
    codes = [(answer.status_code, answer.json()["code"]) for answer in answers]
    assert codes == [(409, "filed"), (409, "conflict"), (410, "gone")]
    assert other["title"] not in answers[1].text


async def test_every_receipt_stands_in_the_journal(own_street: Street) -> None:
    answers = [await own_street.put("duiyuan", f"/patrols/{name}", body) for name, body in planned()]
    entries = [answer.json()["receipt"]["journal"] for answer in answers]
    assert [seq for seq, _ in entries] == list(range(entries[0][0], entries[0][0] + MANY))
    assert len({head for _, head in entries}) == MANY
    assert (await verify_journal()).fault is None
