"""What a case needs before it leaves, under each of the five texts. One row a clause."""

from dataclasses import replace
from uuid import UUID

import pytest

from backend.casework.handoffs.rules import consent, materials, ongoing
from backend.casework.handoffs.rules.materials import Paper
from backend.casework.handoffs.rules.ongoing import Notice, Stop
from backend.foundation.mechanism import load_profile
from backend.foundation.people.power import Power
from backend.foundation.refusals import Refusal
from tests.casework.handoffs.rules.places import FRIDAY, PLACES, C, E

SOURCE, EVIDENCE = (
    Paper(UUID(int=number), kind, kind, here=True) for number, kind in enumerate(("source", "evidence"))
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("papers", "missing"),
    [
        ([], ["source", "evidence"]),
        ([SOURCE], ["evidence"]),
        ([EVIDENCE], ["source"]),
        ([SOURCE, replace(EVIDENCE, here=False, absence="当事人周二送来")], ["evidence"]),
        ([SOURCE, EVIDENCE], []),
    ],
)
def test_three_kinds_of_material_or_it_does_not_leave(
    place: str, papers: list[Paper], missing: list[str]
) -> None:
    profile = load_profile(place)
    if not missing:
        materials.complete(profile, papers)
        return
    with pytest.raises(Refusal) as refused:
        materials.complete(profile, papers)
    assert (refused.value.code, refused.value.extra) == ("materials_missing", {"missing": missing})
    assert "涉嫌违法案件移送函、案源材料" in refused.value.clause


def test_a_listed_paper_is_there_or_its_absence_explained() -> None:
    late = Paper(UUID(int=9), "other", "收运合同", here=False)
    with pytest.raises(Refusal) as refused:
        materials.complete(load_profile(E), [SOURCE, EVIDENCE, late])
    assert (refused.value.code, refused.value.detail) == ("material_unexplained", "还没有：收运合同")
    materials.complete(load_profile(E), [SOURCE, EVIDENCE, replace(late, absence="当事人周二送来")])


@pytest.mark.parametrize("place", PLACES)
def test_the_facts_are_written_down(place: str) -> None:
    with pytest.raises(Refusal) as refused:
        materials.facts_written(load_profile(place), "  ")
    assert "应形成基本违法事实的书面材料" in refused.value.clause


STOPPED = Stop(FRIDAY, ("沈禾",), "当面劝阻", "persuade", ("duiyuan",))
ORDERED = Stop(FRIDAY, ("沈禾", "程一诺"), "当面责令", "order", ("duiyuan", "duiyuan2"))
MEASURES = Stop(FRIDAY, ("沈禾",), "切断水源", "measures")
TOLD = Notice(FRIDAY, ("沈禾",), "电话告知", "顾云舒")


@pytest.mark.parametrize("place", PLACES)
def test_what_goes_on_is_stopped_and_told(place: str) -> None:
    profile = load_profile(place)
    with pytest.raises(Refusal) as refused:
        ongoing.stopped(profile, ongoing=True, stop=None, notice=TOLD)
    assert refused.value.code == "stop_record_missing"
    assert "停止违法行为" in refused.value.clause
    with pytest.raises(Refusal) as untold:
        ongoing.stopped(profile, ongoing=True, stop=ORDERED, notice=None)
    assert untold.value.code == "notice_record_missing"
    assert "及时告知有管辖权" in untold.value.clause
    ongoing.stopped(profile, ongoing=True, stop=ORDERED, notice=TOLD)
    ongoing.stopped(profile, ongoing=False, stop=None, notice=None)


@pytest.mark.parametrize("place", PLACES)
def test_persuading_is_enough_everywhere_but_in_changjiang(place: str) -> None:
    profile = load_profile(place)
    ongoing.stopped(profile, ongoing=True, stop=MEASURES, notice=TOLD)
    if place != C:
        assert ongoing.usual_act(profile) == "persuade"
        ongoing.stopped(profile, ongoing=True, stop=STOPPED, notice=TOLD)
        return
    assert ongoing.usual_act(profile) == "order"
    with pytest.raises(Refusal) as refused:
        ongoing.stopped(profile, ongoing=True, stop=STOPPED, notice=TOLD)
    assert refused.value.code == "stop_not_as_required"


TWO = Power(ok=True, body="sfz", body_name="镇政府", officers=("duiyuan", "duiyuan2", "duizhang"), why="")
ONE = replace(TWO, ok=False, officers=("duiyuan",), why="镇政府只有1名执法证有效的人员")


@pytest.mark.parametrize(
    ("stop", "power", "allowed"),
    [
        (ORDERED, TWO, True),
        (ORDERED, ONE, False),
        (ORDERED, None, False),
        (replace(ORDERED, officers=("duiyuan",)), TWO, False),
        (replace(ORDERED, officers=("duiyuan", "minjing")), TWO, False),
        (STOPPED, None, True),
        (MEASURES, None, True),
        (None, None, True),
    ],
)
def test_to_order_takes_two_of_those_named(stop: Stop | None, power: Power | None, allowed: bool) -> None:
    if allowed:
        ongoing.ordered_by_two(stop, power)
        return
    with pytest.raises(Refusal) as refused:
        ongoing.ordered_by_two(stop, power)
    assert refused.value.code == "power_needs_two_officers"
    assert "行政处罚法" in refused.value.clause


@pytest.mark.parametrize("place", PLACES)
def test_a_major_case_goes_up_with_consent_in_changjiang(place: str) -> None:
    profile = load_profile(place)
    if place != C:
        consent.given(profile, "out", major=True, consented=False)
        return
    with pytest.raises(Refusal) as refused:
        consent.given(profile, "out", major=True, consented=False)
    assert "征得区级业务主管部门同意" in refused.value.clause
    consent.given(profile, "out", major=True, consented=True)
    consent.given(profile, "in", major=True, consented=False)
    consent.given(profile, "out", major=False, consented=False)
