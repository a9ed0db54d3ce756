"""A first report brings photos along from the record it comes from: whoever it is reported to sees them through it."""

from uuid import uuid4

import pytest

from tests.field.assists.calls import Calls
from tests.field.emergencies.dealing import Dealing
from tests.field.incidents.reporting import Reporting, incident_body
from tests.field.photos import PICTURE, photo_of
from tests.field.street import code_of


@pytest.fixture
async def taken(reporting: Reporting) -> tuple[str, str]:
    """A call for help and a photo of it."""
    assist = await Calls(reporting.street).resolved()
    return assist, await photo_of(reporting.street, "assist", assist)


def of_call(assist: str) -> dict[str, str]:
    return {"kind": "assist", "id": assist}


async def test_the_form_offers_the_photos_of_the_call(reporting: Reporting, taken: tuple[str, str]) -> None:
    assist, photo = taken
    form = (await reporting.street.page("duiyuan", f"/incidents/new?kind=assist&origin={assist}")).text
    assert f'value="{photo}"' in form


async def test_what_comes_along_is_seen_through_the_incident_alone(
    reporting: Reporting, taken: tuple[str, str]
) -> None:
    (assist, photo), street = taken, reporting.street
    incident = await reporting.first(origin=of_call(assist), photos=[photo])
    address = f"/incidents/{incident}/photos/{photo}/content"
    for who in ("xianban", "duiyuan"):
        [brought] = (await reporting.read(who, incident))["brought"]
        assert (brought["id"], brought["content"]) == (photo, f"/api/v1{address}")
        there = await street.get(who, address)
        assert (there.status_code, there.content) == (200, PICTURE)
        assert f"{address}?variant=thumb" in (await street.page(who, f"/incidents/{incident}")).text
    assert (await street.get("xianban", f"/photos/{photo}/content")).status_code == 404
    for stranger in ("chengguan", "linzhen"):
        assert (await street.get(stranger, address)).status_code == 404


async def test_what_was_left_behind_is_not_seen_through_it(
    reporting: Reporting, taken: tuple[str, str]
) -> None:
    assist, photo = taken
    incident = await reporting.first(origin=of_call(assist))
    assert (await reporting.read("xianban", incident))["brought"] == []
    answer = await reporting.street.get("xianban", f"/incidents/{incident}/photos/{photo}/content")
    assert code_of(answer) == (404, "not_found")


async def test_nobody_brings_a_photo_they_may_not_see(reporting: Reporting, taken: tuple[str, str]) -> None:
    body = incident_body(photos=[taken[1]])
    answer = await reporting.street.put("linzhen", f"/incidents/{uuid4()}", body)
    assert code_of(answer) == (400, "invalid")
    assert list(answer.json()["fields"]) == ["photos"]


async def test_an_emergency_offers_the_photos_of_its_log_but_not_those_of_notes(reporting: Reporting) -> None:
    dealing = Dealing(reporting.street)
    emergency = await dealing.opened()
    entry = await dealing.entered("zhihui", emergency)
    note = await dealing.entered("zhihui", emergency, "只给自己人", note=True)
    offered, kept = [
        await photo_of(reporting.street, "emergency_entry", each["id"], "zhihui") for each in (entry, note)
    ]
    path = f"/incidents/new?kind=emergency&origin={emergency}"
    form = (await reporting.street.page("zhihui", path)).text
    assert (f'value="{offered}"' in form, f'value="{kept}"' in form) == (True, False)
