"""Sent one at a time, kept through every trouble, gone only with a receipt that holds good."""

import pytest
from playwright.async_api import Route

from tests.static.answers import problem
from tests.static.outbox.conftest import Run
from tests.static.station import Station

PATROL = "{ kind: 'patrol', id: 'p' }"
STATES = "return (await outbox.queue.list()).map(({ words, state, tries }) => [words, state, tries])"
TOLD = "const told = []; outbox.addEventListener('told', ({ detail }) => told.push(detail)); "


def names(station: Station) -> list[int]:
    """The numbers of what came, in order."""
    return [int(came.split("/photos/")[-1].split("/content")[0][-12:]) for came in station.came]


async def test_a_held_envelope_is_answered_with_its_record_and_gone(run: Run, station: Station) -> None:
    outcome = await run("return outbox.hold(made(1))")
    assert outcome["held"]["receipt"]["id"] == outcome["held"]["id"]
    assert await run(STATES) == []
    assert len(await run("return outbox.queue.receipts()")) == 1
    assert list(station.held.values()) == [{"facts": "no 1"}]


async def test_every_sending_says_when_its_envelope_was_made(run: Run, station: Station) -> None:
    await run(
        "await outbox.queue.put(...await photo(1, 300_000)); await outbox.queue.put(made(2)); await outbox.kick()"
    )
    assert station.made_at == ["2027-01-15T08:00:02.000Z", *["2027-01-15T08:00:01.000Z"] * 3]


async def test_facts_go_first_and_photos_whole_after_them(run: Run, station: Station) -> None:
    await run(
        "await outbox.queue.put(...await photo(1, 300_000)); await outbox.queue.put(made(2)); await outbox.queue.put(made(3));"
        "await outbox.kick()"
    )
    assert names(station) == [2, 3, 1, 1, 1]
    assert [len(bytes_) for bytes_ in station.pieces.values()] == [300_000]
    assert await run(STATES) == []


@pytest.mark.parametrize(
    ("met", "why"),
    [
        (None, "network"),
        (problem(401, "not_signed_in"), "signin"),
        (problem(403, "csrf"), "token"),
        (problem(403, "password_must_change"), "signin"),
        (problem(429, "too_many"), "busy"),
        (problem(503, "restarting"), "busy"),
    ],
)
async def test_trouble_of_the_line_keeps_the_whole_queue(
    run: Run, station: Station, met: tuple[int, object] | None, why: str
) -> None:
    station.trouble = [met]
    await run("await outbox.queue.put(made(1)); await outbox.queue.put(made(2));")
    wait, told = await run(f"{TOLD} await outbox.kick(); return [outbox.again, told]")
    assert [(each["why"], each["line"]) for each in told if each["type"] == "rest"] == [(why, True)]
    assert 2000 <= wait <= 2500
    assert names(station) == [1]
    await run("await outbox.kick({ hurry: true })")
    assert names(station) == [1, 1, 2]
    assert await run(STATES) == []


@pytest.mark.parametrize("status", [500, 408, 425])
async def test_one_that_the_server_stumbles_over_holds_up_no_other(
    run: Run, station: Station, status: int
) -> None:
    station.trouble = [problem(status, "fault")]
    await run(
        "await outbox.queue.put(made(1)); await outbox.queue.put(made(2)); await outbox.kick(); return outbox.again"
    )
    assert await run(STATES) == [["发现1", "waiting", 1]]
    assert names(station) == [1, 2]
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []


async def test_the_server_is_not_asked_sooner_than_it_wants(run: Run, station: Station) -> None:
    await station.page.route(
        "**/findings/**", lambda route: route.fulfill(status=429, headers={"Retry-After": "60"}, json={})
    )
    assert await run("await outbox.queue.put(made(1)); await outbox.kick(); return outbox.again") == 60_000


async def test_waits_grow_while_nobody_answers(run: Run, station: Station) -> None:
    station.trouble = [None, None, None]
    script = "await outbox.queue.put(made(1)); const waits = []; for (const _ of '123') { await outbox.kick(); waits.push(outbox.again); } return waits"
    first, second, third = await run(script)
    assert (2000 <= first <= 2500, 4000 <= second <= 5000, 8000 <= third <= 10_000) == (True, True, True)


async def test_a_refusal_stays_with_its_reason_and_only_what_needs_it_waits(
    run: Run, station: Station
) -> None:
    station.trouble = [problem(422, "patrol_ended", title="巡查已结束")]
    act = f"kind: 'patrol.pause', method: 'POST', url: '/api/v1/patrols/p/pause', subject: {PATROL}"
    await run(
        f"await outbox.queue.put(made(1, {{ {act} }})); await outbox.queue.put(made(2, {{ {act} }}));"
        "await outbox.queue.put(made(3)); await outbox.kick()"
    )
    assert [state[:2] for state in await run(STATES)] == [["发现1", "refused"], ["发现2", "waiting"]]
    assert (await run("return (await outbox.queue.get(id(1))).problem"))["title"] == "巡查已结束"
    assert await run("return outbox.again") is None
    assert await run(f"return (await outbox.waitingFor({PATROL})).length") == 2
    await run("await outbox.queue.remove(id(1)); await outbox.kick()")
    assert await run(STATES) == []


async def test_a_refusal_before_the_eyes_of_whoever_made_it_is_taken_back(run: Run, station: Station) -> None:
    station.trouble = [problem(422, "invalid", title="不对")]
    outcome = await run("return outbox.hold(made(1))")
    assert (outcome["refused"]["title"], outcome["status"]) == ("不对", 422)
    assert await run(STATES) == []


async def test_what_nobody_answers_is_kept_and_said_to_be(run: Run, station: Station) -> None:
    station.trouble = [None]
    assert await run("return outbox.hold(made(1))") == {"kept": True}
    assert await run(STATES) == [["发现1", "waiting", 0]]


async def test_what_waits_for_a_refused_one_is_kept_at_once(run: Run, station: Station) -> None:
    station.trouble = [problem(422, "invalid")]
    patrol = f"id: 'p', kind: 'patrol', url: '/api/v1/patrols/p', subject: {PATROL}"
    await run(f"await outbox.queue.put(made(1, {{ {patrol} }})); await outbox.kick()")
    assert await run(f"return outbox.hold(made(2, {{ about: {PATROL} }}))") == {"kept": True}
    assert len(station.came) == 1


async def test_whoever_signs_in_again_goes_on_where_they_were(run: Run, station: Station) -> None:
    station.trouble = [problem(401, "not_signed_in")]
    outcome = await run("return outbox.hold(made(1), async () => true)")
    assert outcome["held"]
    station.trouble = [problem(401, "not_signed_in")]
    assert await run("return outbox.hold(made(2), async () => false)") == {"kept": True}


async def test_a_forged_receipt_lets_nothing_go(run: Run, station: Station) -> None:
    station.forged = True
    outcome = await run("return outbox.hold(made(1))")
    assert outcome == {"kept": True}
    assert await run(STATES) == [["发现1", "waiting", 1]]
    station.forged = False
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []


async def test_a_new_key_of_the_server_is_asked_for_once_it_is_needed(run: Run, station: Station) -> None:
    await run("await outbox.hold(made(1))")
    station.signer = Station(station.page).signer
    assert (await run("return outbox.hold(made(2))"))["held"]


async def test_a_key_that_cannot_be_read_any_more_is_asked_for_anew(run: Run, station: Station) -> None:
    await run("await outbox.hold(made(1)); await outbox.queue.database.clear('keys')")
    await station.page.reload()
    station.phone_key = bytes(32)
    assert (await run("return outbox.hold(made(2))"))["held"]


async def test_a_lost_answer_leaves_one_record_and_one_receipt(run: Run, station: Station) -> None:
    async def swallow(route: Route) -> None:
        """The server has it; the answer never comes."""
        asked = route.request
        path = "/" + asked.url.split("/", 3)[3]
        station.write(asked.method, path, asked.headers, asked.post_data_buffer or b"")
        await route.abort()

    await station.page.route("**/findings/**", swallow, times=1)
    assert await run("return outbox.hold(made(1))") == {"kept": True}
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []
    assert (len(station.held), len(station.came)) == (1, 1)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 511])
async def test_a_no_that_is_not_in_the_words_of_the_server_refuses_nothing(
    run: Run, station: Station, status: int
) -> None:
    await station.page.route(
        "**/findings/**", lambda route: route.fulfill(status=status, body="<html>"), times=1
    )
    assert await run("return outbox.hold(made(1))") == {"kept": True}
    assert await run(STATES) == [["发现1", "waiting", 1]]
    await run("await outbox.kick({ hurry: true })")
    assert await run(STATES) == []


async def test_a_photo_goes_on_from_where_an_earlier_page_came_to(run: Run, station: Station) -> None:
    sent: list[int] = []

    async def second_is_lost(route: Route) -> None:
        sent.append(len(route.request.post_data_buffer or b""))
        await (route.abort() if len(sent) == 2 else route.fallback())

    await station.page.route("**/content", second_is_lost)
    await run("await outbox.queue.put(...await photo(1, 300_000)); await outbox.kick()")
    await station.page.reload()
    await run("await outbox.kick()")
    assert await run(STATES) == []
    assert (sent[0], sent[2]) == (128 * 1024, 0)
    assert sum(sent) - sent[1] == 300_000


async def test_a_fact_cuts_in_on_a_photo_that_is_on_its_way(run: Run, station: Station) -> None:
    script = """await outbox.queue.put(...await photo(1, 3_000_000));
      const under = new Promise((seen) => outbox.addEventListener("told", ({ detail }) => detail.type === "progress" && seen()));
      const drained = outbox.kick();
      await under;
      const outcome = await outbox.hold(made(2));
      const left = (await outbox.queue.list()).length;
      await drained;
      await outbox.kick();
      return [Boolean(outcome.held), left];"""
    held, left = await run(script)
    assert held
    assert left == 1
    assert await run(STATES) == []
    assert len(next(iter(station.pieces.values()))) == 3_000_000


async def test_two_tabs_never_send_the_same_and_both_hear_of_it(run: Run, station: Station) -> None:
    other = await station.page.context.new_page()
    await other.goto(station.page.url)
    heard = "window.told = []; outbox.addEventListener('told', ({ detail }) => window.told.push(detail.type))"
    await run(heard, page=other)
    put = "for (const number of [1, 2, 3, 4, 5, 6]) await outbox.queue.put(made(number));"
    await run(put)
    await run("window.going = outbox.kick()")
    await run("await outbox.kick()", page=other)
    await run("await window.going")
    assert names(station) == [1, 2, 3, 4, 5, 6]
    await other.wait_for_function("window.told.filter((type) => type === 'sent').length === 6")
