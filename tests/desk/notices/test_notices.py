"""The inbox and what hangs on it, as its reader uses them."""

from uuid import UUID, uuid4

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import rows, transaction
from backend.foundation.notify import tell
from backend.foundation.notify.owner import Owner
from backend.foundation.notify.queries import addresses_of, wish_of
from backend.foundation.notify.rules.choosing import Wish
from backend.foundation.notify.rules.topics import MUTABLE
from backend.foundation.now import now
from tests.field.street import patrol_body
from tests.rig.cast import Cast
from tests.rig.clock import Clock

DUIYUAN = Owner("officer", officer_id("duiyuan"))
# Of RFC 8291, appendix A.
KEYS = {
    "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
}


async def tell_of(record: tuple[str, UUID], *usernames: str) -> UUID:
    """The id of the first one's notice."""
    async with transaction():
        await tell(
            map(officer_id, usernames), topic="handoff", about=record, title="有一件等你办", words="说明"
        )
    found = await rows("SELECT id FROM notices WHERE officer = ?", officer_id(usernames[0]))
    told: UUID = found[0]["id"]
    return told


async def a_patrol(cast: Cast) -> UUID:
    patrol = uuid4()
    answer = await (await cast.script("duiyuan")).put(
        f"/api/v1/patrols/{patrol}", json=patrol_body(crew=["duiyuan"], kind="routine")
    )
    assert answer.status_code == 201, answer.text
    return patrol


async def test_a_notice_leads_to_its_record_and_is_read_then(cast: Cast) -> None:
    patrol = await a_patrol(cast)
    notice = await tell_of(("patrol", patrol), "duiyuan")
    duiyuan = await cast.browser("duiyuan")
    assert "有一件等你办" in (await duiyuan.get("/notices?of=unread")).text
    assert (await duiyuan.get(f"/notices/{notice}")).headers["location"] == f"/patrols/{patrol}"
    assert "有一件等你办" not in (await duiyuan.get("/notices?of=unread")).text
    assert "有一件等你办" in (await duiyuan.get("/notices")).text


async def test_the_link_of_a_group_leads_whoever_may_see_the_record_and_nobody_else(cast: Cast) -> None:
    notice = await tell_of(("patrol", await a_patrol(cast)), "duiyuan")
    assert (await (await cast.browser("duizhang")).get(f"/notices/{notice}")).status_code == 303
    assert (await (await cast.browser("linzhen")).get(f"/notices/{notice}")).status_code == 404
    assert "有一件等你办" in (await (await cast.browser("duiyuan")).get("/notices?of=unread")).text


async def test_a_notice_of_something_one_may_no_longer_see_leads_back_to_the_inbox(cast: Cast) -> None:
    notice = await tell_of(("patrol", uuid4()), "duiyuan")
    assert (await (await cast.browser("duiyuan")).get(f"/notices/{notice}")).headers["location"] == "/notices"


async def test_all_are_read_up_to_the_moment_the_page_was_drawn(cast: Cast, clock: Clock) -> None:
    drawn = clock.at("2026-11-20T12:00:00+08:00")
    await tell_of(("patrol", uuid4()), "duiyuan")
    duiyuan = await cast.browser("duiyuan")
    answer = await duiyuan.post(
        "/notices/reading", data={"until": drawn.isoformat()}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 303
    assert "没有没看过的消息" in (await duiyuan.get("/notices?of=unread")).text


@pytest.mark.parametrize(
    "until",
    ["", "yesterday", "2026-11-20T12:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"],
)
async def test_reading_up_to_no_moment_is_refused(until: str, cast: Cast) -> None:
    assert (
        await (await cast.browser("duiyuan")).post("/notices/reading", data={"until": until})
    ).status_code == 400


async def test_quiet_hours_and_topics_are_kept_as_chosen(cast: Cast) -> None:
    duiyuan = await cast.browser("duiyuan")
    chosen = {"quiet_from": "22:00", "quiet_until": "07:00", "topics": ["assist", "handoff"]}
    assert (await duiyuan.post("/me/notices", data=chosen)).status_code == 303
    assert await wish_of(DUIYUAN.id) == Wish(1320, 420, frozenset(MUTABLE) - {"assist", "handoff"})
    assert 'value="22:00"' in (await duiyuan.get("/me/notices")).text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"quiet_from": "22:00", "quiet_until": ""}, "要有开始和结束"),
        ({"quiet_from": "24:00", "quiet_until": "07:00"}, "写成 22:00 的样子"),
    ],
)
async def test_a_wrong_hour_is_told_and_stays_in_its_field(
    typed: dict[str, str], words: str, cast: Cast
) -> None:
    answer = await (await cast.browser("duiyuan")).post("/me/notices", data=typed)
    assert answer.status_code == 400
    assert words in answer.text
    assert f'value="{typed["quiet_from"]}"' in answer.text
    assert await wish_of(DUIYUAN.id) == Wish()


async def test_an_address_is_added_tried_and_taken_away(cast: Cast) -> None:
    duiyuan = await cast.browser("duiyuan")
    for _ in range(2):
        assert (
            await duiyuan.post("/me/notices/addresses", data={"kind": "sms", "address": "139 0000 1234"})
        ).status_code == 303
    (address,) = await addresses_of(DUIYUAN)
    assert "139****1234" in (await duiyuan.get("/me/notices")).text
    assert (await duiyuan.post(f"/me/notices/addresses/{address.id}/trial")).status_code == 303
    for _ in range(2):
        assert (await duiyuan.post(f"/me/notices/addresses/{address.id}/withdrawal")).status_code == 303
    assert await addresses_of(DUIYUAN) == []


@pytest.mark.parametrize(
    "typed", [{"kind": "sms", "address": "12345"}, {"kind": "wecom", "address": "693a91f6-7c4b"}, {}]
)
async def test_a_wrong_address_is_told_and_stays_in_its_field(typed: dict[str, str], cast: Cast) -> None:
    answer = await (await cast.browser("duiyuan")).post("/me/notices/addresses", data=typed)
    assert answer.status_code == 422
    assert typed.get("address", "") in answer.text
    assert await addresses_of(DUIYUAN) == []


async def test_a_captain_gives_the_team_a_group_and_the_journal_notes_it_without_the_address(
    cast: Cast,
) -> None:
    duizhang = await cast.browser("duizhang")
    typed = {
        "kind": "wecom",
        "name": "执法队群",
        "address": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7c4b",
    }
    assert (await duizhang.post("/notices/groups", data=typed)).status_code == 303
    assert "执法队群" in (await duizhang.get("/notices/groups")).text
    (noted,) = await rows(
        "SELECT p.body FROM payloads p JOIN events e ON e.id = p.id WHERE e.kind = 'unit.group_added'"
    )
    assert "执法队群" in noted["body"]
    assert "693a91f6" not in noted["body"]
    assert (await (await cast.browser("duiyuan")).get("/notices/groups")).status_code == 403


async def test_a_group_without_a_name_keeps_what_was_typed(cast: Cast) -> None:
    answer = await (await cast.browser("duizhang")).post(
        "/notices/groups", data={"kind": "feishu", "address": "ab-12-cd-34"}
    )
    assert answer.status_code == 400
    assert "ab-12-cd-34" in answer.text


async def test_the_dispatcher_sees_what_became_of_each_and_sends_again(cast: Cast) -> None:
    await (await cast.browser("duiyuan")).post(
        "/me/notices/addresses", data={"kind": "sms", "address": "13900001234"}
    )
    await tell_of(("patrol", uuid4()), "duiyuan")
    await rows(
        "UPDATE notice_deliveries SET state = 'failed', failure = '短信网关应答503', ended_at = ?", now()
    )
    zhihui = await cast.browser("zhihui")
    shown = (await zhihui.get("/notices/deliveries?of=failed")).text
    assert "短信网关应答503" in shown
    assert "有一件等你办" not in shown
    (delivery,) = await rows("SELECT id FROM notice_deliveries")
    assert (await zhihui.post(f"/notices/deliveries/{delivery['id']}/repetition")).status_code == 303
    assert "短信网关应答503" not in (await zhihui.get("/notices/deliveries?of=failed")).text


async def test_a_browser_of_an_unknown_push_service_is_refused(cast: Cast) -> None:
    duiyuan = await cast.browser("duiyuan")
    subscription = {
        "endpoint": "https://169.254.169.254/x",
        "keys": KEYS,
        "expirationTime": None,
    }
    assert (await duiyuan.put("/me/notices/subscription", json=subscription)).status_code == 422
    unreadable = {"endpoint": "https://fcm.googleapis.com/x", "keys": {"p256dh": "a", "auth": "b"}}
    assert (await duiyuan.put("/me/notices/subscription", json=unreadable)).status_code == 422
    good = subscription | {"endpoint": "https://fcm.googleapis.com/fcm/send/abc"}
    for _ in range(2):
        assert (await duiyuan.put("/me/notices/subscription", json=good)).status_code == 200
    assert [address.kind for address in await addresses_of(DUIYUAN)] == ["push"]
