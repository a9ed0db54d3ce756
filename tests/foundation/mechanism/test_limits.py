"""The table of limits, place by place: each figure as the five texts and the law have it."""

from typing import Any

import pytest

from backend.foundation.mechanism import load_law, load_profile, profile_codes
from backend.foundation.mechanism.catalogue import LIMITS

PLACES = ("yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang")
WD, D, H = "working_day", "calendar_day", "hour"
NONE, PER_CASE, SAME_DAY = "none", "per_case", "same_day"

# One row per rule, one column per place in the order of PLACES: (amount, unit), or why there is no figure.
TABLE: dict[str, list[Any]] = {
    "handoff.transfer": [(3, WD), (3, WD), (3, WD), (3, WD), (5, WD)],
    "handoff.transfer.extended": [NONE, NONE, NONE, NONE, (10, WD)],
    "handoff.transfer.urgent": [(24, H), (24, H), (24, H), (24, H), (24, H)],
    "handoff.acceptance": [NONE, NONE, NONE, NONE, (5, WD)],
    "handoff.result": [NONE, NONE, PER_CASE, NONE, NONE],
    "opinion.reply": [NONE, (5, WD), NONE, (5, WD), (3, WD)],
    "opinion.reply.extended": [NONE, PER_CASE, NONE, PER_CASE, PER_CASE],
    "information.share": [NONE, SAME_DAY, NONE, NONE, NONE],
    "information.share.extended": [NONE, PER_CASE, NONE, NONE, NONE],
    "crime.legal_review": [NONE, NONE, NONE, (5, WD), NONE],
    "crime.approval": [NONE, NONE, NONE, NONE, NONE],
    "crime.transfer": [NONE, NONE, NONE, (24, H), NONE],
    "crime.police_receipt": [NONE, NONE, NONE, NONE, NONE],
    "crime.opening_decision": [NONE, NONE, NONE, NONE, NONE],
    "crime.reconsideration.request": [NONE, NONE, NONE, (3, D), NONE],
    "crime.reconsideration.decision": [NONE, NONE, NONE, (3, D), NONE],
    "crime.opening_supervision.proposal": [NONE, NONE, NONE, (3, D), NONE],
    "crime.goods": [NONE, NONE, NONE, NONE, NONE],
    "supervision.rectify": [NONE, NONE, NONE, PER_CASE, NONE],
    "incident.written": [NONE, NONE, NONE, NONE, NONE],
    "incident.followup": [NONE, NONE, NONE, NONE, NONE],
    "incident.final": [NONE, NONE, NONE, NONE, NONE],
}
CELLS = [(place, rule, row[at]) for rule, row in TABLE.items() for at, place in enumerate(PLACES)]

LAW = {
    "crime.approval": (3, D, "国务院令310号第五条"),
    "crime.transfer": (24, H, "国务院令310号第五条"),
    "crime.police_receipt": (24, H, "国务院令310号第七条"),
    "crime.opening_decision": (3, D, "国务院令310号第八条"),
    "crime.reconsideration.request": (3, D, "国务院令310号第九条"),
    "crime.reconsideration.decision": (3, D, "国务院令310号第九条"),
    "crime.opening_supervision.proposal": (3, D, "国务院令310号第九条"),
    "crime.goods": (3, D, "国务院令310号第十二条"),
}


@pytest.mark.parametrize(
    ("place", "rule", "cell"), CELLS, ids=[f"{place}-{rule}" for place, rule, _ in CELLS]
)
def test_each_place_has_the_figure_of_its_own_text_or_none(place: str, rule: str, cell: object) -> None:
    limit = load_profile(place).limit(rule)
    if cell in {NONE, PER_CASE}:
        assert (limit.basis, limit.amount, limit.unit, limit.countable) == (cell, None, None, False)
    elif cell == SAME_DAY:
        assert (limit.basis, limit.amount, limit.unit, limit.countable) == ("text", None, SAME_DAY, True)
    else:
        assert (limit.basis, (limit.amount, limit.unit), limit.stated) == ("text", cell, True)


def test_the_table_knows_every_place_and_every_rule() -> None:
    assert set(PLACES) == set(profile_codes())
    assert set(TABLE) == set(LIMITS)


@pytest.mark.parametrize("rule", LAW)
def test_the_law_has_its_figures_with_their_articles(rule: str) -> None:
    limit = load_law().limits[rule]
    assert (limit.amount, limit.unit, limit.clause) == LAW[rule]
    assert limit.roll_forward is (limit.unit == D)


def test_the_law_has_no_other_limits() -> None:
    assert set(load_law().limits) == set(LAW)


@pytest.mark.parametrize(
    ("place", "rule", "strength"),
    [
        ("zhaoba", "opinion.reply", "一般应"),
        ("shanxi-district", "opinion.reply", "一般应"),
        ("changjiang", "opinion.reply", "应"),
        ("zhaoba", "information.share", "原则上"),
        ("eshan", "handoff.transfer", "应"),
        ("shanxi-district", "crime.reconsideration.request", "可"),
    ],
)
def test_a_limit_binds_as_strongly_as_its_text_says(place: str, rule: str, strength: str) -> None:
    limit = load_profile(place).limit(rule)
    assert limit.strength == strength
    assert limit.breached_when_late is (strength in {"应", "一般应"})


def test_only_changjiang_extends_a_transfer_and_only_when_told_beforehand() -> None:
    extended = load_profile("changjiang").limit("handoff.transfer.extended")
    assert extended.notice_beforehand
    assert extended.grounds == ("调查核实等客观原因",)


@pytest.mark.parametrize(
    ("place", "notice", "grounds"),
    [
        ("zhaoba", True, ("情况特殊", "认定过程所需时间较长")),
        ("shanxi-district", True, ("情况特殊", "认定过程所需时间较长")),
        ("changjiang", False, ("需技术鉴定", "情况复杂")),
    ],
)
def test_an_opinion_is_extended_as_the_place_has_it(
    place: str, notice: bool, grounds: tuple[str, ...]
) -> None:
    extended = load_profile(place).limit("opinion.reply.extended")
    assert (extended.notice_beforehand, extended.grounds) == (notice, grounds)


@pytest.mark.parametrize(
    ("place", "rule", "stated"),
    [
        ("zhaoba", "opinion.reply", False),
        ("shanxi-district", "opinion.reply", False),
        ("changjiang", "opinion.reply", True),
        ("changjiang", "handoff.acceptance", False),
        ("shanxi-district", "crime.legal_review", True),
    ],
)
def test_a_start_the_text_does_not_name_is_known_as_ours(place: str, rule: str, stated: bool) -> None:
    assert load_profile(place).limit(rule).start_stated is stated


@pytest.mark.parametrize(
    ("rule", "owed_by"),
    [
        ("handoff.transfer", "sender"),
        ("handoff.acceptance", "addressee"),
        ("opinion.reply", "department"),
        ("information.share", "department"),
        ("crime.legal_review", "legal_reviewer"),
        ("crime.approval", "head"),
        ("crime.opening_decision", "police"),
        ("supervision.rectify", "supervised"),
    ],
)
def test_each_limit_names_who_owes(rule: str, owed_by: str) -> None:
    assert {load_profile(place).limit(rule).owed_by for place in PLACES} == {owed_by}


@pytest.mark.parametrize("place", PLACES)
def test_no_shipped_limit_is_a_local_agreement(place: str) -> None:
    assert not [limit.rule for limit in load_profile(place).limits.values() if limit.local]
