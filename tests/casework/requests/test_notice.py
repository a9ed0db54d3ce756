"""书面通知: a department calls on the township, by paper at once or by telephone first."""

from uuid import UUID

from backend.foundation.database import rows
from backend.foundation.letters.official import letters_of
from tests.casework.requests.desks import NOTICE, TOMORROW, Desks
from tests.field.street import ago, code_of


async def test_the_paper_goes_out_with_it_numbered_and_signed_off(desks: Desks) -> None:
    request = await desks.asked("chengguan", **NOTICE, signed_by="贺长风")
    assert request["letter"]["number"] == "示城管执通〔2026〕1号"
    assert request["letter"]["signed_by"] == "贺长风"
    assert (request["paper_owed"], [clock["rule"] for clock in request["clocks"]]) == (
        False,
        ["request.answer"],
    )
    [letter] = await letters_of(("request", UUID(request["id"])))
    assert letter.addressee_name == "示范镇人民政府"
    assert (await desks.read("duiyuan", request))["letter"]["number"] == letter.number


async def test_called_first_the_paper_is_owed_within_the_local_limit(desks: Desks) -> None:
    request = await desks.called()
    assert (request["letter"], request["paper_owed"], request["called_at"]) == (None, True, ago(minutes=10))
    paper = next(clock for clock in request["clocks"] if clock["rule"] == "request.paper")
    assert (paper["due"], paper["owed_by"], paper["origin"]) == (
        ago(hours=-23, minutes=-50),
        "cgj",
        "local",
    )
    assert (request["steps"][0]["noun"], request["steps"][0]["at"]) == ("calls", ago(minutes=10))
    assert request["steps"][0]["spoke_with"]["words"] == "明早查北街，请派两个人"
    for who in ("chengguan", "zhihui"):
        board = (await desks.street.get(who, "/deadlines")).json()["items"]
        assert "request.paper" in [each["rule"] for each in board]


async def test_the_paper_after_the_call_meets_it_once(desks: Desks) -> None:
    request = await desks.called()
    early = await desks.whole("chengguan", request, "closure", text="不用了")
    assert code_of(early) == (409, "request_paper_owed")
    assert code_of(await desks.whole("zhihui", request, "paper")) == (403, "not_allowed")
    assert (await desks.whole("chengguan", request, "paper", signed_by="贺长风")).status_code == 201
    assert (await desks.whole("chengguan2", request, "paper")).status_code == 200
    found = await desks.read("zhihui", request)
    paper = next(clock for clock in found["clocks"] if clock["rule"] == "request.paper")
    assert (paper["state"], found["paper_owed"]) == ("met", False)
    assert len(await letters_of(("request", UUID(request["id"])))) == 1


async def test_a_call_that_has_not_been_made_is_refused(desks: Desks) -> None:
    call = {"name": "叶微", "words": "请派两个人", "at": ago(minutes=-30)}
    assert code_of(await desks.put("chengguan", **NOTICE, call=call)) == (422, "time_in_future")


async def test_the_township_answers_and_the_department_records_who_came(desks: Desks) -> None:
    request = await desks.asked("chengguan", **NOTICE)
    found = await desks.do("duizhang", request, "acceptance", people="沈禾、程一诺", head_count=2)
    assert found["side"] == "asked"
    desks.street.clock.at(TOMORROW)
    came = await desks.do("chengguan", request, "attendance", head_count=2, people="沈禾、程一诺")
    assert came["parties"][0]["state"] == "came"


async def test_a_township_that_is_not_asked_sees_nothing_of_it(desks: Desks) -> None:
    request = await desks.asked("chengguan", **NOTICE)
    for who in ("linzhen", "yingji", "minjing"):
        assert code_of(await desks.street.get(who, f"/requests/{request['id']}")) == (404, "not_found")
    other = await desks.asked("chengguan", **NOTICE | {"to": ["lz"]})
    assert code_of(await desks.street.get("duizhang", f"/requests/{other['id']}")) == (404, "not_found")


async def test_who_wrote_it_and_serves_the_township_by_now_asks_no_more(desks: Desks) -> None:
    notice = await desks.asked("chengguan", **NOTICE)
    await rows(
        "UPDATE officers SET unit = (SELECT id FROM units WHERE code = 'sfz-dzb'), roles = "
        "(SELECT roles FROM officers WHERE username = 'dangban') WHERE username = 'chengguan'"
    )
    assert (await desks.read("chengguan", notice))["side"] == "asked"
    refused = await desks.whole("chengguan", notice, "withdrawal", reason="不用了")
    assert code_of(refused) == (403, "not_allowed")
