"""What was refused and is mended lies in the queue until it is taken, with what hangs on it behind it."""

from tests.static.answers import problem
from tests.static.outbox.conftest import Run
from tests.static.outbox.test_delivery import PATROL, STATES
from tests.static.station import Station


async def test_what_was_refused_and_is_mended_stays_until_it_is_taken(run: Run, station: Station) -> None:
    begun = "kind: 'patrol', url: '/api/v1/patrols/' + id(1), subject: { kind: 'patrol', id: id(1) }"
    hangs = "about: { kind: 'patrol', id: id(1) }"
    station.trouble = [problem(422, "invalid", title="不对"), problem(422, "invalid", title="还不对")]
    await run(
        f"await outbox.queue.put(made(1, {{ {begun} }})); await outbox.queue.put(made(2, {{ {hangs} }})); await outbox.kick()"
    )
    outcome = await run(f"return outbox.hold(made(1, {{ {begun} }}))")
    assert outcome["refused"]["title"] == "还不对"
    assert [state[:2] for state in await run(STATES)] == [["发现1", "refused"], ["发现2", "waiting"]]
    assert "held" in await run(f"return outbox.hold(made(1, {{ {begun} }}))")
    await run("await outbox.kick()")
    assert len(station.held) == 2


async def test_what_is_put_back_waits_for_nothing_that_hangs_on_it(run: Run) -> None:
    act = f"kind: 'patrol.pause', method: 'POST', url: '/api/v1/patrols/p/pause', subject: {PATROL}"
    begun = f"kind: 'patrol', url: '/api/v1/patrols/p', subject: {PATROL}"
    script = f"""const {{ queue }} = outbox; for (const one of [made(1, {{ {begun} }}), made(2, {{ {act} }}), made(1, {{ {begun} }})]) await queue.put(one);
      return (await queue.rows()).map(({{ after }}) => after.length)"""
    assert await run(script) == [0, 1]
