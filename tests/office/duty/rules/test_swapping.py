"""The steps of a swap, and whose they are."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.office.duty.rules.swapping import Steps, approve, consent, may_approve, refuse, withdraw

AT = datetime(2026, 11, 20, tzinfo=UTC)
ASKER, OTHER, CAPTAIN = uuid4(), uuid4(), uuid4()


def somebody(who: UUID, role: str) -> Person:
    return Person(
        id=who, username="x", name="x", position="", unit_id=uuid4(), unit_code="", unit_name="", unit_kind="",
        county_id=uuid4(), township_id=uuid4(), township_name="", profile="eshan", roles=frozenset({role}), demo=False,
    )  # fmt: skip


def steps(**happened: datetime) -> Steps:
    return Steps(
        ASKER,
        OTHER,
        happened.get("consented"),
        happened.get("refused"),
        happened.get("approved"),
        happened.get("withdrawn"),
    )


def test_a_captain_who_takes_part_in_it_does_not_approve_it() -> None:
    assert may_approve(steps(), somebody(CAPTAIN, "captain"))
    for own in (ASKER, OTHER):
        assert not may_approve(steps(), somebody(own, "captain"))
    assert not may_approve(steps(), somebody(CAPTAIN, "dispatcher"))


@pytest.mark.parametrize("settled", ["refused", "approved", "withdrawn"])
def test_what_is_settled_takes_no_other_step(settled: str) -> None:
    found = steps(consented=AT, **{settled: AT})
    acts = {"refused": refuse, "approved": approve, "withdrawn": withdraw}
    people = {refuse: (OTHER, "officer"), approve: (CAPTAIN, "captain"), withdraw: (ASKER, "officer")}
    for state, act in acts.items():
        who = somebody(*people[act])
        if state == settled:
            assert act(found, who) is False  # twice is harmless
        else:
            with pytest.raises(Refusal, match="swap_settled"):
                act(found, who)


def test_the_other_may_refuse_after_having_agreed() -> None:
    assert refuse(steps(consented=AT), somebody(OTHER, "officer"))
    assert consent(steps(consented=AT), somebody(OTHER, "officer")) is False
