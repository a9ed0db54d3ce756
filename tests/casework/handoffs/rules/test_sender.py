"""In whose name a case leaves and who decides, under each of the five texts. One row a clause."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.casework.handoffs.rules.approval import approver
from backend.casework.handoffs.rules.sender import Provision, Unit, in_own_name
from backend.foundation.mechanism import load_profile
from backend.foundation.refusals import Refusal
from tests.casework.handoffs.rules.places import DEPARTMENT, GOVERNMENT, PLACES, C, E, S, Y, Z, unit

BARRED = {"internal": "内设机构", "affiliated": "直属机构", "dispatched": "派出机构", "stationed": "派驻机构"}
LAW = Provision("law", "行政处罚法", "第二十四条")
LOCAL_RULE = Provision("rule", "某某办法", "第三条")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", BARRED)
def test_a_part_of_a_body_never_sends_whatever_the_text_names(place: str, kind: str) -> None:
    part = unit(11, kind, acts=False)
    with pytest.raises(Refusal) as refused:
        in_own_name(load_profile(place), part, {part.id}, "out")
    assert refused.value.code == "sender_cannot_act"
    assert BARRED[kind] in refused.value.detail
    assert "不得以内设机构" in refused.value.clause


@pytest.mark.parametrize("place", PLACES)
def test_the_government_and_a_department_send_in_their_own_name(place: str) -> None:
    for body in (GOVERNMENT, DEPARTMENT):
        in_own_name(load_profile(place), body, {body.id}, "out")


@pytest.mark.parametrize("place", PLACES)
def test_nobody_sends_in_the_name_of_others(place: str) -> None:
    with pytest.raises(Refusal) as refused:
        in_own_name(load_profile(place), DEPARTMENT, {GOVERNMENT.id}, "out")
    assert refused.value.code == "sender_cannot_act"


@pytest.mark.parametrize("place", PLACES)
def test_a_law_may_allow_it_and_a_local_rule_everywhere_but_in_changjiang(place: str) -> None:
    part = unit(11, "dispatched", acts=False)
    in_own_name(load_profile(place), part, {part.id}, "out", LAW)
    if place != C:
        in_own_name(load_profile(place), part, {part.id}, "out", LOCAL_RULE)
        return
    with pytest.raises(Refusal) as refused:
        in_own_name(load_profile(place), part, {part.id}, "out", LOCAL_RULE)
    assert "例外只认法律、法规" in refused.value.detail


@pytest.mark.parametrize("place", PLACES)
def test_the_team_hands_over_to_a_station_in_its_own_name(place: str) -> None:
    team = unit(11, "affiliated", acts=False)
    in_own_name(load_profile(place), team, {team.id}, "stationed")


LEADER, MAYOR, HEAD, CAPTAIN, OFFICER = (UUID(int=number) for number in range(101, 106))
ROLES = {LEADER: "leader", MAYOR: "mayor", HEAD: "head", CAPTAIN: "captain", OFFICER: "officer"}


def decides(
    place: str, body: Unit, who: UUID, *, submitted_by: UUID = OFFICER, direction: Any = "out"
) -> str:
    """`yes`, or the code it is refused with."""
    try:
        approver(
            load_profile(place),
            body,
            direction,
            officer=who,
            roles=frozenset({ROLES[who]}),
            submitted_by=submitted_by,
            delegations=(),
            day=date(2026, 11, 20),
        )
    except Refusal as refused:
        return refused.code if refused.clause else "refused without a clause"
    return "yes"


@pytest.mark.parametrize(
    ("place", "leader", "mayor"),
    [(Y, "not_approver", "yes"), (Z, "yes", "yes"), (E, "yes", "yes"), (S, "yes", "yes"), (C, "yes", "yes")],
)
def test_who_approves_for_the_township(place: str, leader: str, mayor: str) -> None:
    assert decides(place, GOVERNMENT, LEADER) == leader
    assert decides(place, GOVERNMENT, MAYOR) == mayor
    assert [decides(place, GOVERNMENT, who) for who in (HEAD, CAPTAIN, OFFICER)] == ["not_approver"] * 3


@pytest.mark.parametrize("place", PLACES)
def test_who_approves_for_a_department(place: str) -> None:
    answers = [decides(place, DEPARTMENT, who, direction="in") for who in (HEAD, LEADER, MAYOR, OFFICER)]
    assert answers == ["yes", "not_approver", "not_approver", "not_approver"]


@pytest.mark.parametrize("place", PLACES)
def test_the_captain_sets_the_hand_over_to_a_station(place: str) -> None:
    assert decides(place, GOVERNMENT, CAPTAIN, direction="stationed") == "yes"


@pytest.mark.parametrize("place", PLACES)
def test_nobody_approves_what_they_submitted(place: str) -> None:
    assert decides(place, GOVERNMENT, MAYOR, submitted_by=MAYOR) == "submitter_never_approves"
