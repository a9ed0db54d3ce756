"""Whatever officers tap in whatever order, a patrol goes only where it may, and says why not elsewhere."""

from dataclasses import dataclass
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.field.street import NOON, Street, ago, code_of, finding_body

ACTS = ("start", "pause", "resumption", "end", "cancellation", "filing", "finding")
NOT_STARTED = {"pause", "resumption", "end", "finding"}
Expected = tuple[int, str | None]
DONE: Expected = (201, None)
AGAIN: Expected = (200, None)


@dataclass
class Model:
    """What a patrol may become, told a second time and more simply."""

    state: str = "planned"
    started: bool = False
    findings: int = 0

    def expect(self, act: str) -> Expected:
        """The answer to `act`; the model goes on if it is a 201."""
        if act == "start" and self.started:
            return AGAIN
        if self.state == "cancelled":
            return AGAIN if act == "cancellation" else (409, "patrol_not_open")
        if self.state == "filed":
            return AGAIN if act in {"end", "filing"} else (409, "filed")
        if self.state == "planned" and act in NOT_STARTED:
            return 409, "patrol_not_started"
        outcome = getattr(self, f"_{act}")()
        assert isinstance(outcome, tuple)
        return outcome

    def _start(self) -> Expected:
        return self._become("active", started=True)

    def _pause(self) -> Expected:
        return self._run("paused")

    def _resumption(self) -> Expected:
        return self._run("active")

    def _end(self) -> Expected:
        return AGAIN if self.state == "done" else self._become("done")

    def _cancellation(self) -> Expected:
        if self.state == "done":
            return 409, "patrol_not_open"
        return (409, "patrol_has_findings") if self.findings else self._become("cancelled")

    def _filing(self) -> Expected:
        return self._become("filed") if self.state == "done" else (409, "patrol_not_ended")

    def _finding(self) -> Expected:
        self.findings += 1
        return DONE

    def _run(self, to: str) -> Expected:
        if self.state == "done":
            return 409, "patrol_not_open"
        return AGAIN if self.state == to else self._become(to)

    def _become(self, state: str, *, started: bool | None = None) -> Expected:
        self.state, self.started = state, self.started if started is None else started
        return DONE


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(ACTS), min_size=3, max_size=12))
async def test_a_patrol_goes_only_where_it_may(street: Street, acts: list[str]) -> None:
    street.clock.at(NOON)
    patrol_id, model = await street.patrol(started_at=None, planned_from=ago(hours=-20)), Model()
    for act in acts:
        street.clock.later(minutes=1)
        expected = model.expect(act)
        assert (await tap(street, patrol_id, act)) == expected, (acts, act)
        found = (await street.get("lingdao", f"/patrols/{patrol_id}")).json()
        assert (found["state"], found["finding_count"]) == (model.state, model.findings), (acts, act)


async def tap(street: Street, patrol_id: str, act: str) -> Expected:
    if act == "finding":
        path = f"/patrols/{patrol_id}/findings/{uuid4()}"
        return code_of(await street.put("duiyuan", path, finding_body()))
    body = {"reason": "用餐"} if act in {"pause", "cancellation"} else {}
    return code_of(await street.post("duiyuan", f"/patrols/{patrol_id}/{act}", body))
