"""By link and code a body without accounts signs, accepts, returns and reports; nobody else does."""

import re
from uuid import uuid4

import pytest

from backend.foundation.database import row, rows
from tests.casework.handoffs.invitations.visiting import SIGNED, printed, said_on, secrets_of, sent, visit
from tests.casework.handoffs.offices import APPROVER, SENDER, Offices


async def test_only_a_letter_to_a_body_without_accounts_carries_link_and_code(offices: Offices) -> None:
    path, code = await printed(await sent(offices))
    assert len(path.removeprefix("/p/")) == 20
    assert len(code.replace(" ", "")) == 8
    await offices.sent()
    assert len(await rows("SELECT id FROM handoff_invitations")) == 1


async def test_the_code_opens_the_case_to_the_fields_of_the_addressee(offices: Offices) -> None:
    at = await visit(offices, await sent(offices, facts="向河道倾倒渣土约三方"))
    page = said_on(await at.look())
    assert "向河道倾倒渣土约三方" in page
    for ours in ("批准", "送审", "草稿", "许南山"):
        assert ours not in page


async def test_before_the_code_nothing_of_the_case_is_shown(offices: Offices) -> None:
    at = await visit(offices, await sent(offices, facts="向河道倾倒渣土约三方"), entered=False)
    answer = await at.look()
    assert answer.status_code == 200
    for told in ("倾倒", "水利局", "示范镇", "移〔"):
        assert told not in answer.text


async def test_signing_is_on_record_with_name_and_position_and_starts_the_answer(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    assert (await at.act("receipt")).status_code == 303
    found = await offices.read("duiyuan", handoff)
    step = found["history"][-1]
    assert (found["state"], step["by"], step["unit"]) == ("received", "冯水生", "县水利局")
    assert step["details"] == {"channel": "link", "position": "水政科科长"}
    assert step["recorded_by"] is None
    assert found["sendings"][-1]["receipt_at"]


async def test_accepting_signs_for_it_too(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    assert (await at.act("acceptance", handler="水政大队", number="示水函〔2026〕3号")).status_code == 303
    found = await offices.read("duiyuan", handoff)
    assert found["state"] == "accepted"
    assert [step["kind"] for step in found["history"]][-2:] == ["receipt", "acceptance"]
    assert found["history"][-1]["details"]["handler"] == "水政大队"


async def test_a_return_names_its_reason_and_whom_it_believes_competent(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    answer = await at.act("return", reason="河道外侧，属城管职责", competent_body="县城市管理局")
    assert answer.status_code == 303
    found = await offices.read("duiyuan", handoff)
    assert (found["state"], found["history"][-1]["text"]) == ("returned", "河道外侧，属城管职责")
    assert found["history"][-1]["details"]["competent"] == "县城市管理局"


async def test_the_result_comes_by_the_same_link(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    await at.act("acceptance")
    assert (await at.act("result", text="已责令清运，罚款二千元")).status_code == 303
    assert (await offices.read("duiyuan", handoff))["state"] == "result"


async def test_the_act_lies_in_the_bodys_own_chain_and_names_no_officer(offices: Offices) -> None:
    handoff = await sent(offices)
    await (await visit(offices, handoff)).act("receipt")
    event = await row(
        "SELECT e.actor, u.code FROM events e JOIN units u ON u.id = e.chain WHERE e.kind = 'handoff.receipt'"
    )
    assert event == {"actor": None, "code": "slj"}


@pytest.mark.parametrize(
    ("noun", "said", "words"),
    [
        ("receipt", {"name": " "}, "写上你的姓名"),
        ("receipt", {"name": "\u200b"}, "写上你的姓名"),
        ("receipt", {"position": ""}, "写上你的职务"),
        ("receipt", {"name": "长" * 61}, "最多60个字"),
        ("return", {"reason": "", "competent_body": "县城市管理局"}, "写明理由"),
        ("return", {"reason": "不归我局", "competent_body": ""}, "写明应由哪个单位管"),
        ("return", {"reason": "不归我局", "competent_body": "县水利局"}, "认为归本单位管"),
        ("return", {"reason": "长" * 501, "competent_body": "县城市管理局"}, "理由最多500个字"),
        ("acceptance", {"number": "长" * 61}, "文号最多60个字"),
    ],
)
async def test_what_is_missing_is_said_and_what_was_typed_is_there_again(
    offices: Offices, noun: str, said: dict[str, str], words: str
) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    answer = await at.act(noun, **{"note": "说明在此", **said})
    assert 400 <= answer.status_code < 500
    page = said_on(answer)
    assert words in page
    for typed in {**SIGNED, **said}.values():
        assert typed.strip() in page
    assert all(f'id="{place}"' in page for place in re.findall(r'href="#([^"]*)"', page))
    assert (await offices.read("duiyuan", handoff))["state"] == "sent"


async def test_a_form_sent_twice_is_one_act(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    hidden = secrets_of((await at.look()).text)
    body = {**SIGNED, **hidden, "reason": "不归我局", "competent_body": "县城市管理局"}
    for _ in range(2):
        assert (await at.post("return", body)).status_code == 303
    steps = (await offices.read("duiyuan", handoff))["history"]
    assert [step["kind"] for step in steps].count("return") == 1


async def test_what_a_colleague_answered_meanwhile_is_told(offices: Offices) -> None:
    handoff = await sent(offices)
    first, second = await visit(offices, handoff), await visit(offices, handoff)
    drawn_before = secrets_of((await second.look()).text)
    await first.act("return", reason="不归我局", competent_body="县城市管理局")
    answer = await second.post("acceptance", {**SIGNED, **drawn_before})
    assert answer.status_code == 409
    assert "不能受理" in said_on(answer)


async def test_an_answer_recorded_on_behalf_stays_labelled_beside_the_link(offices: Offices) -> None:
    handoff = await sent(offices)
    proof = await offices.material(handoff, "other", proof=True)
    said = {"name": "冯水生", "channel": "phone", "proof": proof}
    await offices.do("duiyuan", handoff, "receipt", {"on_behalf": said})
    page = said_on(await (await visit(offices, handoff)).look())
    assert "代录" in page


async def test_the_letter_and_its_material_can_be_taken(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    material = (await offices.read("duiyuan", handoff))["materials"][0]["id"]
    answer = await at.look(f"/materials/{material}")
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert (await at.look(f"/materials/{uuid4()}")).status_code == 404


async def test_the_senders_page_shows_who_signed_by_the_link_and_offers_to_take_it_back(
    offices: Offices,
) -> None:
    handoff = await sent(offices)
    await (await visit(offices, handoff)).act("receipt")
    page = said_on(await offices.street.page("duiyuan", f"/handoffs/{handoff}"))
    for words in ("经函上链接签收", "冯水生（水政科科长）", "函上链接", "打开过1次", "停用链接", "换发链接"):
        assert words in page
    timeline = said_on(await offices.street.page("duiyuan", f"/handoffs/{handoff}/timeline"))
    assert "冯水生（水政科科长）经函上链接签收" in timeline
    assert "打开函上链接" in timeline


async def test_what_is_sealed_does_not_open_by_the_link(offices: Offices) -> None:
    handoff = await offices.draft(to_unit="slj")
    material = await offices.material(handoff, "source", sealed=True)
    await offices.material(handoff, "evidence")
    await offices.do(SENDER, handoff, "submission")
    await offices.do(APPROVER, handoff, "approval")
    await offices.do(SENDER, handoff, "dispatch")
    at = await visit(offices, handoff)
    page = (await at.look()).text
    assert "投诉举报材料（密封）" in page
    assert material not in page
    assert (await at.look(f"/materials/{material}")).status_code == 403
