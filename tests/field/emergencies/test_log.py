"""The log: by whoever sees it, never changed, corrected by a later entry; with photos, also from a phone without a line."""

import re
from hashlib import sha256
from uuid import uuid4

import pytest

from tests.field.emergencies.dealing import Dealing
from tests.field.street import ago, code_of


async def test_whoever_was_called_in_writes_and_others_read_it(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    entry = await dealing.entered("duiyuan", emergency, at=ago(minutes=2))
    assert (entry["number"], entry["by_unit"], entry["at"]) == (2, "综合行政执法队", ago(minutes=2))
    assert "到了，正在劝离" in (await dealing.street.page("lingdao", f"/emergencies/{emergency}")).text


async def test_a_stranger_writes_nothing(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    for who in ("neiqin", "linzhen"):
        assert code_of(await dealing.enters(who, emergency)) == (404, "not_found")


async def test_sent_twice_it_is_one_entry(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    path = f"/emergencies/{emergency}/entries/{uuid4()}"
    answers = [await dealing.street.put("duiyuan", path, {"text": "到了"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert len(answers[1].json()["entries"]) == 2
    assert code_of(await dealing.street.put("duiyuan", path, {"text": "别的"})) == (409, "conflict")


async def test_the_id_of_an_entry_of_another_log_is_refused(dealing: Dealing) -> None:
    entry, body = uuid4(), {"text": "到了"}
    for status in (201, 409):
        path = f"/emergencies/{await dealing.opened()}/entries/{entry}"
        assert (await dealing.street.put("duiyuan", path, body)).status_code == status


@pytest.mark.parametrize(
    ("body", "code"), [({"text": " "}, "invalid"), ({"at": ago(minutes=-6)}, "time_in_future")]
)
async def test_what_does_not_hold_is_refused(dealing: Dealing, body: dict[str, str], code: str) -> None:
    answer = await dealing.enters("duiyuan", await dealing.opened(), **({"text": "到了"} | body))
    assert answer.json()["code"] == code


async def test_a_correction_leaves_the_first_words_and_both_say_so(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    wrong = await dealing.entered("duiyuan", emergency, "伤了两人")
    right = await dealing.entered("duiyuan", emergency, "伤了一人", corrects=wrong["id"])
    last = await dealing.entered("zhihui", emergency, "没有人受伤", corrects=right["id"])
    found = {each["number"]: each for each in (await dealing.read("zhihui", emergency))["entries"]}
    assert found[2]["text"] == "伤了两人"
    assert [found[number]["corrected_by"] for number in (2, 3, 4)] == [4, 4, None]
    assert (right["instead_of"], last["instead_of"]) == (2, 2)


async def test_others_words_are_corrected_by_who_directs_only(dealing: Dealing) -> None:
    emergency = await dealing.opened(people=["duiyuan", "duiyuan2"])
    entry = await dealing.entered("duiyuan", emergency)
    refused = await dealing.enters("duiyuan2", emergency, "不对", corrects=entry["id"])
    assert code_of(refused) == (403, "not_allowed")
    page = f"/emergencies/{emergency}/entries/new?corrects={entry['id']}"
    assert [(await dealing.street.page(who, page)).status_code for who in ("duiyuan2", "suozhang")] == [
        403,
        200,
    ]


async def test_an_entry_of_another_emergency_is_none(dealing: Dealing) -> None:
    entry = await dealing.entered("zhihui", await dealing.opened())
    answer = await dealing.enters("zhihui", await dealing.opened(), "不对", corrects=entry["id"])
    assert (code_of(answer), "corrects" in answer.text) == ((400, "invalid"), True)


async def test_a_note_is_for_those_who_direct(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    note = await dealing.entered("zhihui", emergency, "县里来电话问过一次", note=True)
    assert code_of(await dealing.enters("duiyuan", emergency, "自己看", note=True)) == (403, "not_allowed")
    shows = {
        who: (await dealing.street.page(who, path)).text.count("县里来电话问过一次")
        for who in ("duiyuan", "suozhang")
        for path in (f"/emergencies/{emergency}", f"/emergencies/{emergency}/timeline")
    }
    assert (shows["duiyuan"], shows["suozhang"]) == (0, 1)
    refused = await dealing.enters("duiyuan", emergency, "不对", corrects=note["id"])
    assert code_of(refused) == (400, "invalid")
    assert (await dealing.entered("suozhang", emergency, "来过两次", corrects=note["id"]))["note"] is True


async def test_a_photo_hangs_on_its_entry(dealing: Dealing) -> None:
    emergency, photo = await dealing.opened(), str(uuid4())
    entry = await dealing.entered("duiyuan", emergency)
    body = {
        "subject": {"kind": "emergency_entry", "id": entry["id"]},
        "taken_at": ago(minutes=1),
        "source": "camera",
        "sha256": sha256(b"x").hexdigest(),
        "bytes": 1,
        "media_type": "image/jpeg",
    }
    assert (await dealing.street.put("duiyuan", f"/photos/{photo}", body)).status_code == 201
    entries = (await dealing.read("zhihui", emergency))["entries"]
    assert [each["photos"] for each in entries] == [[], [photo]]
    assert (await dealing.street.get("neiqin", f"/photos/{photo}")).status_code == 404


async def test_after_the_end_it_is_still_written_and_says_so(dealing: Dealing) -> None:
    emergency = await dealing.opened()
    await dealing.do("zhihui", emergency, "ending", outcome="人群散去")
    dealing.street.clock.later(minutes=30)
    await dealing.entered("duiyuan", emergency, "现场已清扫")
    assert "结束后补记" in (await dealing.street.page("duiyuan", f"/emergencies/{emergency}")).text


async def test_writing_it_down_is_the_great_button_unless_ones_own_coming_is(dealing: Dealing) -> None:
    emergency = await dealing.opened()

    async def kind(who: str) -> str:
        form = (await dealing.street.page(who, f"/emergencies/{emergency}")).text.split('id="quick-form"')[1]
        return str(re.findall(r'weui-btn_(\w+)" type="submit"', form)[0])

    assert [await kind("zhihui"), await kind("duiyuan")] == ["primary", "default"]
    await dealing.do("duiyuan", emergency, f"people/{await dealing.member(emergency)}/arrival")
    assert await kind("duiyuan") == "primary"
