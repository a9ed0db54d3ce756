"""投诉举报材料 goes along sealed: opened by named handlers on both sides, each look on record, in no paper and no copy."""

import hashlib
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest

from backend.casework.handoffs.papers import enclosed
from backend.casework.handoffs.queries.materials import lines_of
from backend.foundation.journal import timeline
from backend.foundation.storage.place import storage
from tests.casework.handoffs.offices import ADDRESSEE, APPROVER, PDF, SENDER, Offices
from tests.field.street import code_of

SECRET, NAME = "刘某某举报信", "投诉举报材料（密封）"


async def sealed_case(offices: Offices) -> tuple[str, str]:
    """A complete draft with the letter somebody wrote; its id and that of the material."""
    handoff = await offices.draft()
    material = await offices.material(handoff, "source", title=SECRET, sealed=True)
    await offices.material(handoff, "evidence")
    return handoff, material


async def sent(offices: Offices) -> tuple[str, str]:
    handoff, material = await sealed_case(offices)
    await offices.do(SENDER, handoff, "submission")
    await offices.do(APPROVER, handoff, "approval")
    await offices.do(SENDER, handoff, "dispatch")
    return handoff, material


async def opening(offices: Offices, who: str, handoff: str, material: str) -> tuple[int, str | None]:
    answer = await offices.street.get(who, f"/handoffs/{handoff}/materials/{material}/content")
    return (200, None) if answer.content == PDF else code_of(answer)


async def test_its_own_title_is_kept_nowhere(offices: Offices) -> None:
    handoff, material = await sealed_case(offices)
    shown = (await offices.read(SENDER, handoff))["materials"]
    assert [(line["title"], line["sealed"]) for line in shown if line["id"] == material] == [(NAME, True)]
    told = [str(moment.payload) for moment in await timeline("handoff", UUID(handoff))]
    assert not [each for each in told if SECRET in each]


async def test_on_the_senders_side_who_prepared_it_opens_it(offices: Offices) -> None:
    handoff, material = await sealed_case(offices)
    assert await opening(offices, SENDER, handoff, material) == (200, None)
    for other in ("duiyuan2", "duizhang", "zhenzhang", "dangban"):
        assert await opening(offices, other, handoff, material) == (403, "material_sealed")


async def test_a_look_at_bytes_that_are_lost_is_no_look(offices: Offices) -> None:
    """It is not on record; and a stranger is told that it is sealed, not that it is lost."""
    handoff, material = await sealed_case(offices)
    async with storage().blobs.as_file(hashlib.sha256(PDF).hexdigest()) as path:
        path.unlink()
    assert await opening(offices, SENDER, handoff, material) == (503, "content_lost")
    assert await opening(offices, "duizhang", handoff, material) == (403, "material_sealed")
    told = [moment.kind for moment in await timeline("handoff", UUID(handoff))]
    assert "handoff.material_read" not in told


async def test_on_the_other_side_who_signed_for_it_does_and_nobody_before(offices: Offices) -> None:
    handoff, material = await sent(offices)
    assert await opening(offices, ADDRESSEE, handoff, material) == (403, "material_sealed")
    await offices.do(ADDRESSEE, handoff, "receipt")
    assert await opening(offices, ADDRESSEE, handoff, material) == (200, None)
    assert await opening(offices, "chengguan2", handoff, material) == (403, "material_sealed")
    assert await opening(offices, "yingji", handoff, material) == (404, "not_found")


async def test_each_look_is_on_record_and_a_refused_one_is_none(offices: Offices) -> None:
    handoff, material = await sealed_case(offices)
    for who in (SENDER, SENDER, "duizhang"):
        await opening(offices, who, handoff, material)
    moments = await timeline("handoff", UUID(handoff))
    looks = [moment for moment in moments if moment.kind == "handoff.material_read"]
    assert len(looks) == 2


async def test_it_counts_as_source_material(offices: Offices) -> None:
    handoff, _ = await sealed_case(offices)
    assert (await offices.do(SENDER, handoff, "submission"))["state"] == "submitted"


async def test_no_dossier_holds_it_and_the_list_shows_neither_name_nor_digest(
    offices: Offices, press: None
) -> None:
    handoff, _ = await sent(offices)
    answer = await offices.street.get(SENDER, f"/handoffs/{handoff}/dossier.zip")
    with ZipFile(BytesIO(answer.content)) as dossier:
        kept = [name for name in dossier.namelist() if name.startswith("材料/")]
        told = "".join(dossier.read(name).decode() for name in dossier.namelist() if name.endswith("json"))
    assert len(kept) == 1  # the evidence alone
    assert SECRET not in told
    [listed] = [each for each in enclosed(await lines_of(UUID(handoff))) if each.title == NAME]
    assert (listed.sha256, listed.note) == ("", "密封，由承办人启封")


@pytest.mark.parametrize("changes", [{"kind": "evidence"}, {"kind": "other"}])
async def test_only_source_material_is_sealed(offices: Offices, changes: dict[str, str]) -> None:
    handoff = await offices.draft()
    body = {"kind": "source", "title": "信", "sealed": True} | changes
    path = f"/handoffs/{handoff}/materials/00000000-0000-4000-8000-0000000000aa"
    assert code_of(await offices.street.put(SENDER, path, body)) == (400, "invalid")


async def test_the_page_offers_it_to_who_may_and_says_why_not_to_others(offices: Offices) -> None:
    handoff, material = await sealed_case(offices)
    link = f"/materials/{material}/content"
    assert link in (await offices.street.page(SENDER, f"/handoffs/{handoff}")).text
    other = (await offices.street.page("duizhang", f"/handoffs/{handoff}")).text
    assert link not in other
    assert "只有承办人能打开" in other
