"""Adding and changing people, first passwords, departures."""

import re
from typing import Any

import httpx
import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import row, rows
from backend.foundation.journal import timeline
from tests.office.personnel.people import OFFICER, id_in, version_of
from tests.rig.cast import Cast

SHEN, GUANLI = officer_id("duiyuan"), officer_id("guanli")
SECRET = re.compile(r'<output class="ld-secret">([a-z0-9-]+)</output>')
TEAM = {"unit": str(unit_id("sfz-zfd"))}


async def form(officer: Any = SHEN, **change: Any) -> dict[str, Any]:
    found = await row("SELECT username, name, position FROM officers WHERE id = ?", officer)
    assert found is not None
    return {
        **found,
        **TEAM,
        "roles": ["officer"],
        "version": str(await version_of("officers", officer)),
    } | change


async def act(client: httpx.AsyncClient, noun: str, officer: Any = SHEN) -> httpx.Response:
    version = str(await version_of("officers", officer))
    return await client.post(f"/officers/{officer}/{noun}", data={"version": version})


def password_in(answer: httpx.Response) -> str:
    found = SECRET.search(answer.text)
    assert found is not None
    return found[1]


async def test_a_person_is_added_with_a_first_password_shown_once(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post("/officers", data=OFFICER | TEAM)
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    password = password_in(answer)
    added = await row("SELECT * FROM officers WHERE username = 'qinghe'")
    assert added is not None
    assert added["must_change_password"]
    assert password not in str(added)
    assert password not in (await here.get(f"/officers/{added['id']}")).text
    door = await cast.nobody()
    entered = await door.post("/login", data={"username": "qinghe", "password": password})
    assert entered.headers["location"] == "/password"


async def test_the_journal_holds_who_was_added_and_no_password(cast: Cast) -> None:
    answer = await (await cast.browser("guanli")).post("/officers", data=OFFICER | TEAM)
    added = await row("SELECT id FROM officers WHERE username = 'qinghe'")
    assert added is not None
    [moment] = await timeline("officer", added["id"])
    assert (moment.kind, moment.actor_name) == ("officer.created", "易安澜")
    assert password_in(answer) not in str(moment)
    assert moment.payload is not None
    assert moment.payload["unit"] == "sfz-zfd"


async def test_what_is_refused_stays_as_it_was_typed(cast: Cast) -> None:
    here = await cast.browser("guanli")
    answer = await here.post("/officers", data=OFFICER | TEAM | {"username": "沈禾"})
    assert answer.status_code == 400
    assert 'value="欧阳·青禾"' in answer.text
    assert re.search(r'name="roles" value="clerk" checked', answer.text)
    assert not re.search(r'name="roles" value="captain" checked', answer.text)


@pytest.mark.parametrize("unit", ["", "lz", str(unit_id("lz")), str(unit_id("cgj"))])
async def test_nobody_is_put_into_a_unit_out_of_reach(cast: Cast, unit: str) -> None:
    answer = await (await cast.browser("guanli")).post("/officers", data=OFFICER | {"unit": unit})
    assert answer.status_code == 400
    assert await row("SELECT id FROM officers WHERE username = 'qinghe'") is None


@pytest.mark.parametrize(
    ("words", "found", "missing"),
    [
        ("沈禾", ["沈禾"], ["程一诺"]),
        ("穆", [], ["沈禾", "南宫牧野"]),
        ("0417-22", ["沈禾", "程一诺"], ["韩立夏"]),
        ("DUIYUAN", ["沈禾", "程一诺", "欧阳砚青"], ["韩立夏"]),
        ("自然资源所副", ["南宫牧野"], ["沈禾"]),
        ("%", [], ["沈禾"]),
        ("_", [], ["沈禾"]),
        ("谷雨田", [], ["谷雨田</p>"]),
    ],
)
async def test_people_are_found_by_what_one_knows_of_them(
    cast: Cast, words: str, found: list[str], missing: list[str]
) -> None:
    text = (await (await cast.browser("guanli")).get("/officers", params={"q": words})).text
    people = text[text.index('id="people"') :]
    assert [name for name in found if name not in people] == []
    assert [name for name in missing if name in people] == []


async def test_a_change_counts_at_the_persons_next_request(cast: Cast) -> None:
    here, there = await cast.browser("guanli"), await cast.browser("duiyuan")
    answer = await here.post(f"/officers/{SHEN}", data=await form(roles=["clerk", "legal"], position="内勤"))
    assert answer.headers["location"] == f"/officers/{SHEN}"
    assert (await there.get("/api/v1/session")).json()["roles"] == ["clerk", "legal"]
    [moment] = await timeline("officer", SHEN)
    assert moment.kind == "officer.changed"


async def test_whoever_was_slower_writes_nothing(cast: Cast) -> None:
    here, slow = await cast.browser("guanli"), await form(name="慢的")
    await here.post(f"/officers/{SHEN}", data=await form(name="快的"))
    answer = await here.post(f"/officers/{SHEN}", data=slow)
    assert answer.status_code == 409
    assert 'value="慢的"' in answer.text
    assert await row("SELECT name FROM officers WHERE id = ?", SHEN) == {"name": "快的"}


async def test_nobody_gives_themselves_another_part_to_play(cast: Cast) -> None:
    here = await cast.browser("guanli")
    own = await form(GUANLI, unit=str(unit_id("sfz-dzb")), roles=["administrator", "leader"])
    answer = await here.post(f"/officers/{GUANLI}", data=own)
    assert answer.status_code == 422
    assert "不能改自己的职责" in answer.text
    renamed = await here.post(f"/officers/{GUANLI}", data=own | {"roles": ["administrator"], "name": "易安"})
    assert renamed.status_code == 303


async def test_who_moves_is_no_longer_the_liaison_of_the_old_unit(cast: Cast) -> None:
    here, suli = await cast.browser("guanli"), officer_id("neiqin")
    await here.post(
        f"/officers/{suli}", data=await form(suli, unit=str(unit_id("sfz-dzb")), roles=["office"])
    )
    assert await row("SELECT liaison FROM units WHERE code = 'sfz-zfd'") == {"liaison": None}


async def test_a_departure_signs_out_everywhere_and_takes_the_tokens(cast: Cast) -> None:
    here, phone, script = (
        await cast.browser("guanli"),
        await cast.browser("neiqin"),
        await cast.script("neiqin"),
    )
    suli = officer_id("neiqin")
    assert (await act(here, "departure", suli)).status_code == 303
    for client in (phone, script):
        assert (await client.get("/api/v1/session")).status_code == 401
    assert await row("SELECT liaison FROM units WHERE code = 'sfz-zfd'") == {"liaison": None}
    listed = (await here.get("/officers")).text
    assert "苏芷兰" not in listed
    assert "苏芷兰" in (await here.get("/officers?left=true")).text


async def test_who_comes_back_signs_in_anew_with_the_old_password(cast: Cast) -> None:
    here, before = await cast.browser("guanli"), await cast.browser("duiyuan")
    await act(here, "departure")
    assert (await act(here, "return")).status_code == 303
    assert (await before.get("/api/v1/session")).status_code == 401
    door = await cast.nobody()
    form_sent = {"username": "duiyuan", "password": "liandong-demo"}
    assert (await door.post("/login", data=form_sent)).status_code == 303


async def test_nobody_lets_themselves_go(cast: Cast) -> None:
    here = await cast.browser("guanli")
    assert (await act(here, "departure", GUANLI)).status_code == 422
    assert (await here.get("/api/v1/session")).status_code == 200


async def test_a_new_first_password_ends_every_session_and_must_be_changed(cast: Cast) -> None:
    here, phone = await cast.browser("guanli"), await cast.browser("duiyuan")
    answer = await act(here, "first-password")
    assert answer.status_code == 201
    assert (await phone.get("/api/v1/session")).status_code == 401
    door = await cast.nobody()
    entered = await door.post("/login", data={"username": "duiyuan", "password": password_in(answer)})
    assert entered.headers["location"] == "/password"


async def test_who_has_left_gets_no_password(cast: Cast) -> None:
    here = await cast.browser("guanli")
    await act(here, "departure")
    assert (await act(here, "first-password")).status_code == 409


@pytest.mark.parametrize("noun", ["departure", "first-password", "certificates", "return"])
async def test_acts_on_an_older_version_do_nothing(cast: Cast, noun: str) -> None:
    here = await cast.browser("guanli")
    before = await rows("SELECT * FROM officers WHERE id = ?", SHEN)
    certificate = {"number": "1", "first_day": "2026-01-01", "last_day": "2027-01-01"}
    answer = await here.post(f"/officers/{SHEN}/{noun}", data={"version": "7"} | certificate)
    assert answer.status_code == 409
    assert await rows("SELECT * FROM officers WHERE id = ?", SHEN) == before
    assert await timeline("officer", SHEN) == []


async def test_an_id_out_of_reach_is_not_found_whatever_is_asked(cast: Cast) -> None:
    here, stranger = await cast.browser("guanli"), officer_id("linzhen")
    for noun in ("departure", "return", "first-password", "certificates"):
        assert (await act(here, noun, stranger)).status_code == 404
    assert id_in(f"/officers/{stranger}") == stranger
    assert (await here.post(f"/officers/{stranger}", data=await form(stranger))).status_code == 404
