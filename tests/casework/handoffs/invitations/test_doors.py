"""Trying to get in where one does not belong: guessing, forging, going on after the end, reaching for other cases."""

from uuid import uuid4

import pytest

from backend.foundation.database import rows
from tests.casework.handoffs.invitations.visiting import (
    SIGNED,
    Visit,
    printed,
    said_on,
    secrets_of,
    sent,
    visit,
)
from tests.casework.handoffs.offices import Offices


async def test_a_link_nobody_wrote_leads_nowhere(offices: Offices) -> None:
    nobody = await offices.street.cast.nobody()
    for link in ("2" * 20, "2" * 19, "X", "%00", "..%2f", "A" * 300):
        assert (await nobody.get(f"/p/{link}")).status_code in (400, 404)


async def test_links_tried_in_a_row_are_slowed_down(offices: Offices) -> None:
    nobody = await offices.street.cast.nobody()
    answers = [(await nobody.get(f"/p/{'2' * 17}{number:03d}")).status_code for number in range(222, 262)]
    assert 429 in answers


async def test_a_visit_at_one_link_is_none_at_another(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    cookie = next(value for name, value in at.client.cookies.items() if name == "reply")
    path, _ = await printed(await sent(offices, facts="另一个案子的事实"))
    nobody = await offices.street.cast.nobody()
    answer = await nobody.get(path, headers={"Cookie": f"reply={cookie}"})
    assert "另一个案子的事实" not in answer.text


async def test_material_of_another_case_is_out_of_reach(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    other = (await offices.read("duiyuan", await sent(offices)))["materials"][0]["id"]
    assert (await at.look(f"/materials/{other}")).status_code == 404


@pytest.mark.parametrize("tail", ["/letter.pdf", "/materials/00000000-0000-4000-8000-000000000000"])
async def test_without_the_code_files_lead_to_the_door(offices: Offices, tail: str) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    answer = await at.look(tail)
    assert answer.status_code in (302, 307)
    assert answer.headers["Location"] == at.path


@pytest.mark.parametrize("csrf", ["", "00" * 32, "zz"])
async def test_a_form_that_was_not_drawn_for_this_visit_is_refused(offices: Offices, csrf: str) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    answer = await at.post("receipt", {**SIGNED, "csrf": csrf})
    assert answer.status_code == 403
    assert SIGNED["name"] in said_on(answer)
    assert (await offices.read("duiyuan", handoff))["state"] == "sent"


async def test_the_token_of_one_visit_is_none_in_another(offices: Offices) -> None:
    handoff = await sent(offices)
    stolen = secrets_of((await (await visit(offices, handoff)).look()).text)["csrf"]
    at = await visit(offices, handoff)
    assert (await at.post("receipt", {**SIGNED, "csrf": stolen})).status_code == 403


@pytest.mark.parametrize("where", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
async def test_a_form_on_another_site_is_refused(offices: Offices, where: dict[str, str]) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    hidden = secrets_of((await at.look()).text)
    assert (await at.post("receipt", {**SIGNED, **hidden}, **where)).status_code == 403
    assert (await offices.read("duiyuan", handoff))["state"] == "sent"


async def test_the_cookie_is_kept_from_scripts_from_other_sites_and_from_other_links(
    offices: Offices,
) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    said = (await at.enter()).headers["Set-Cookie"].lower()
    for guard in ("httponly", "samesite=strict", f"path={at.path}".lower()):
        assert guard in said


@pytest.mark.parametrize("tail", ["", "/letter.pdf", "/copies/x"])
async def test_its_address_is_told_to_nobody_and_kept_nowhere(offices: Offices, tail: str) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    headers = (await at.look(tail)).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_what_is_written_when_the_visit_runs_out_is_there_again_and_not_sent_by_itself(
    offices: Offices,
) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    hidden = secrets_of((await at.look()).text)
    offices.street.clock.later(minutes=30, seconds=1)
    typed = {**SIGNED, **hidden, "reason": "写了很久的理由", "competent_body": "县城市管理局"}
    door = await at.post("return", typed)
    assert door.status_code == 401
    assert "写了很久的理由" in said_on(door)
    back = await at.enter(act="return", **typed)
    assert back.status_code == 200
    assert "写了很久的理由" in said_on(back)
    assert (await offices.read("duiyuan", handoff))["state"] == "sent"
    again = await at.post("return", {**typed, **secrets_of(back.text)})
    assert again.status_code == 303
    assert (await offices.read("duiyuan", handoff))["state"] == "returned"


async def test_a_visit_lasts_as_long_as_somebody_is_at_work(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    for _ in range(3):
        offices.street.clock.later(minutes=29)
        assert "回复码" not in said_on(await at.look()).split("<form")[0]
    offices.street.clock.later(minutes=30, seconds=1)
    assert 'action="' + at.path + '/code"' in (await at.look()).text


async def test_who_leaves_leaves_nothing_behind(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    cookie = at.client.cookies.get("reply")
    assert (await at.post("leaving")).status_code == 303
    answer = await at.client.get(at.path, headers={"Cookie": f"reply={cookie}"})
    assert f'action="{at.path}/code"' in answer.text


async def ended(offices: Offices, how: str) -> Visit:
    """A link that was open, and no longer is."""
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    if how == "withdrawn":
        await offices.do("duiyuan", handoff, "withdrawal", {"reason": "误送"})
    elif how == "closed":
        await at.act("acceptance")
        await at.act("result", text="已处理")
        await offices.do("duiyuan", handoff, "closure")
    elif how == "revoked":
        await offices.do("duiyuan", handoff, "invitation/revocation")
    elif how == "renewed":
        await offices.do("duiyuan", handoff, "invitation")
    else:
        await at.act("return", reason="不归我局", competent_body="县城市管理局")
        await offices.street.patch("duiyuan", f"/handoffs/{handoff}", {"to_unit": "cgj"})
        for who, noun in (("duiyuan", "submission"), ("zhenzhang", "approval"), ("duiyuan", "dispatch")):
            await offices.do(who, handoff, noun)
    return at


@pytest.mark.parametrize("how", ["withdrawn", "closed", "revoked", "renewed", "sent elsewhere"])
async def test_the_link_ends_with_the_case(offices: Offices, how: str) -> None:
    at = await ended(offices, how)
    for answer in (
        await at.look(),
        await at.enter(),
        await at.look("/letter.pdf"),
        await at.post("receipt", SIGNED),
    ):
        assert answer.status_code == 410


async def test_a_fresh_link_is_told_once_and_opens_the_same_case(offices: Offices) -> None:
    handoff = await sent(offices)
    key = uuid4()
    told = (await offices.post("duiyuan", handoff, "invitation", key=key)).json()
    again = (await offices.post("duiyuan", handoff, "invitation", key=key)).json()
    assert "address" not in again
    path = told["address"][told["address"].index("/p/") :]
    at = Visit(await offices.street.cast.nobody(), path, told["code"])
    assert (await at.enter()).status_code == 303
    assert (await at.act("receipt")).status_code == 303


async def test_the_sender_sees_that_it_was_opened_and_never_the_link(offices: Offices) -> None:
    handoff = await sent(offices)
    at = await visit(offices, handoff)
    answer = await offices.street.get("duiyuan", f"/handoffs/{handoff}/invitation")
    assert answer.json()["invitation"]["visits"] == 1
    for secret in (at.path.removeprefix("/p/"), at.code, at.code.replace(" ", "")):
        assert secret not in answer.text


@pytest.mark.parametrize(("who", "status"), [("chengguan", 404), ("linzhen", 404), ("minjing", 404)])
async def test_others_learn_nothing_of_the_link(offices: Offices, who: str, status: int) -> None:
    handoff = await sent(offices)
    assert (await offices.street.get(who, f"/handoffs/{handoff}/invitation")).status_code == status


async def test_who_has_an_account_does_not_sign_for_others_by_their_link(offices: Offices) -> None:
    handoff = await sent(offices)
    path, code = await printed(handoff)
    browser = await offices.street.cast.browser("duiyuan")
    assert (await browser.get(path)).status_code == 403
    assert (await browser.post(f"{path}/code", data={"code": code})).status_code == 403


async def test_neither_link_nor_code_lies_in_the_table_as_it_is_printed(offices: Offices) -> None:
    at = await visit(offices, await sent(offices))
    kept = str(await rows("SELECT * FROM handoff_invitations")) + str(
        await rows("SELECT * FROM handoff_visits")
    )
    for secret in (
        at.path.removeprefix("/p/"),
        at.code.replace(" ", ""),
        str(at.client.cookies.get("reply")),
    ):
        assert secret not in kept
