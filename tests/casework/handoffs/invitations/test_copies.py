"""上传盖章件: what the body sends by its link is hashed again, examined, kept, and the sender's to read."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4
from zipfile import ZipFile

import httpx
import pytest

from backend.foundation.dossier.verification import verify_dossier
from tests.casework.handoffs.invitations.visiting import SIGNED, Visit, secrets_of, sent, visit
from tests.casework.handoffs.offices import PDF, Offices


async def upload(at: Visit, content: bytes = PDF, copy: str | None = None, **changes: Any) -> httpx.Response:
    """As the page's script does; None leaves something out."""
    hidden = secrets_of((await at.look()).text)
    said = {
        "title": "受理情况告知函（盖章）",
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "media_type": "application/pdf",
        **SIGNED,
        **changes,
    }
    query = urlencode({name: value for name, value in said.items() if value is not None})
    headers = {**at.headers, "X-CSRFToken": hidden.get("csrf", ""), "Accept": "application/problem+json"}
    return await at.client.put(
        f"{at.path}/copies/{copy or uuid4()}?{query}", content=content, headers=headers
    )


async def test_it_is_kept_byte_for_byte_and_the_senders_to_read(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    assert (await upload(at)).status_code == 201
    found = (await offices.street.get("duiyuan", f"/handoffs/{handoff}/invitation")).json()["sealed_copies"]
    assert [(each["title"], each["uploaded_by"]) for each in found] == [("受理情况告知函（盖章）", SIGNED)]
    path = f"/handoffs/{handoff}/sealed-copies/{found[0]['id']}"
    assert (await offices.street.get("duizhang", path)).content == PDF
    for stranger in ("chengguan", "linzhen"):
        assert (await offices.street.get(stranger, path)).status_code == 404


async def test_it_is_a_step_on_record(offices: Offices) -> None:
    handoff = await sent(offices)
    await upload(await visit(offices, handoff))
    step = (await offices.read("duiyuan", handoff))["history"][-1]
    assert (step["kind"], step["name"], step["by"]) == ("sealed_copy", "上传盖章件", "冯水生")
    assert step["details"]["sha256"] == hashlib.sha256(PDF).hexdigest()


async def test_it_lies_in_the_dossier_and_verifies(offices: Offices, press: None, tmp_path: Path) -> None:
    handoff = await sent(offices)
    await upload(await visit(offices, handoff))
    answer = await offices.street.get("duiyuan", f"/handoffs/{handoff}/dossier.zip")
    (tmp_path / "dossier.zip").write_bytes(answer.content)
    with ZipFile(tmp_path / "dossier.zip") as dossier:
        [name] = [name for name in dossier.namelist() if name.startswith("对方盖章件/")]
        assert name.endswith("受理情况告知函（盖章）.pdf")
        assert dossier.read(name) == PDF
    assert verify_dossier(tmp_path / "dossier.zip").fault is None


async def test_sent_twice_it_is_one(offices: Offices) -> None:
    handoff, copy = await sent(offices), str(uuid4())
    at = await visit(offices, handoff)
    assert [(await upload(at, copy=copy)).status_code for _ in range(2)] == [201, 201]
    found = (await offices.street.get("duiyuan", f"/handoffs/{handoff}/invitation")).json()["sealed_copies"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"title": " "}, 400, "invalid"),
        ({"name": None}, 400, "invalid"),
        ({"size": 1}, 422, "size_mismatch"),
        ({"size": 31 * 1024 * 1024}, 413, "too_large"),
        ({"size": 0}, 413, "too_large"),
        ({"sha256": "ab" * 32}, 422, "digest_mismatch"),
        ({"sha256": "short"}, 422, "digest_mismatch"),
        ({"media_type": "text/html"}, 415, "media_type_refused"),
        ({"media_type": "video/mp4"}, 415, "media_type_refused"),
        ({"media_type": "image/jpeg"}, 415, "media_type_refused"),
    ],
)
async def test_what_is_no_sealed_answer_is_refused_in_words_a_script_can_show(
    offices: Offices, changes: dict[str, Any], status: int, code: str
) -> None:
    handoff = await sent(offices)
    answer = await upload(await visit(offices, handoff), **changes)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    found = (await offices.street.get("duiyuan", f"/handoffs/{handoff}/invitation")).json()["sealed_copies"]
    assert found == []


async def test_a_page_dressed_as_a_picture_is_not_kept(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    answer = await upload(at, b"<html><script>alert(1)</script>", media_type="image/png")
    assert answer.status_code in (415, 422)


async def test_there_is_an_end_to_how_many(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    copies = [str(uuid4()) for _ in range(10)]
    assert {(await upload(at, copy=copy)).status_code for copy in copies} == {201}
    assert (await upload(at)).json()["code"] == "too_many_copies"
    assert (await upload(at, copy=copies[-1])).status_code == 201, "the last one, its answer lost on the way"


async def test_without_the_code_or_the_token_nothing_is_taken(offices: Offices) -> None:
    handoff = await sent(offices)
    stranger = await visit(offices, handoff, entered=False)
    assert (await upload(stranger)).json()["code"] == "link_code_needed"
    at = await visit(offices, handoff)
    offices.street.clock.later(minutes=31)
    assert (await upload(at)).json()["code"] == "link_code_needed"
    bare = await at.client.put(
        f"{at.path}/copies/{uuid4()}", content=PDF, headers={"Accept": "application/problem+json"}
    )
    assert bare.status_code in (401, 403)


async def test_an_id_used_in_one_case_is_a_conflict_in_another(offices: Offices) -> None:
    copy = str(uuid4())
    await upload(await visit(offices, await sent(offices)), copy=copy)
    answer = await upload(await visit(offices, await sent(offices)), copy=copy)
    assert answer.json()["code"] == "conflict"
