"""What differs from place to place besides the figures."""

import pytest

from backend.foundation.mechanism import load_profile, profile_codes

Y, Z, E, S, C = "yilikeqi", "zhaoba", "eshan", "shanxi-district", "changjiang"


@pytest.mark.parametrize(
    ("place", "series"),
    [
        (Y, [("联席会议", "quarter", "原则上", "text", False)]),
        (Z, [("联合执法协商会议", "quarter", "应", "local", False)]),
        (
            E,
            [
                ("联席会议", "quarter", "原则上", "text", False),
                ("执法统筹指挥机制工作会议", "quarter", "应", "text", False),
            ],
        ),
        (S, [("联合执法协商会议", "quarter", "应", "local", False)]),
        (C, [("协调会商例行会议", "half_year", "原则上", "text", True)]),
    ],
)
def test_meetings_are_held_as_often_as_the_place_has_it(place: str, series: list[tuple[object, ...]]) -> None:
    found = load_profile(place).series("meeting.regular")
    assert [(one.name, one.per, one.strength, one.basis, one.each_department) for one in found] == series
    assert all(one.ad_hoc for one in found)
    assert [one.breached_when_late for one in found] == [row[2] != "原则上" for row in series]


def test_changjiangs_departments_convene_and_write_the_minutes() -> None:
    (series,) = load_profile(C).series("meeting.regular")
    assert (series.convener, series.minutes_by) == ("department", "department")


def test_eshans_team_convenes_the_command_meeting() -> None:
    assert [one.convener for one in load_profile(E).series("meeting.regular")] == ["unnamed", "team"]


@pytest.mark.parametrize(
    ("place", "per", "basis"),
    [(Y, None, "none"), (Z, None, "none"), (E, "month", "text"), (S, None, "none"), (C, None, "none")],
)
def test_only_eshan_has_a_campaign_each_month(place: str, per: str | None, basis: str) -> None:
    (series,) = load_profile(place).series("campaign.regular")
    assert (series.per, series.basis) == (per, basis)


@pytest.mark.parametrize(("place", "count"), [(Y, 1), (Z, 0), (E, 1), (S, 0), (C, 0)])
def test_joint_checks_with_the_police_are_agreed_locally_where_the_text_says_regularly(
    place: str, count: int
) -> None:
    found = load_profile(place).series("joint_check.regular")
    assert [one.basis for one in found] == ["local"] * count


def test_case_files_are_reviewed_each_year_in_the_shanxi_district() -> None:
    (series,) = load_profile(S).series("case_review.regular")
    assert (series.per, series.basis) == ("year", "text")


@pytest.mark.parametrize(
    ("place", "act", "words", "measures"),
    [
        (Y, "persuade", "劝阻", False),
        (Z, "persuade", "劝阻", False),
        (E, "persuade", "劝阻", False),
        (S, "persuade", "劝阻", False),
        (C, "order", "责令停止", True),
    ],
)
def test_an_ongoing_violation_is_stopped_as_the_place_says(
    place: str, act: str, words: str, measures: bool
) -> None:
    profile = load_profile(place)
    assert (profile.stop.act, profile.wording.stop, profile.stop.measures) == (act, words, measures)


@pytest.mark.parametrize("place", [Y, Z, E, S])
def test_four_places_name_three_kinds_of_barred_sender_and_three_kinds_of_exception(place: str) -> None:
    sender = load_profile(place).sender
    assert sender.barred == ("internal", "affiliated", "dispatched")
    assert sender.delegated_by == ("law", "regulation", "rule")


def test_changjiang_names_internal_bodies_only_and_no_exception_by_rule() -> None:
    sender = load_profile(C).sender
    assert (sender.barred, sender.delegated_by) == (("internal",), ("law", "regulation"))


@pytest.mark.parametrize("place", [Y, Z, E, S, C])
def test_a_case_leaves_everywhere_with_three_kinds_of_material(place: str) -> None:
    assert load_profile(place).materials.kinds == ("letter", "source", "evidence")


@pytest.mark.parametrize(
    ("place", "approver", "stated", "both_sides"),
    [
        (Y, "township_head", False, False),
        (Z, "main_leader", False, False),
        (E, "main_leader", False, False),
        (S, "main_leader", False, False),
        (C, "main_leader", True, True),
    ],
)
def test_approval_is_in_the_text_of_changjiang_only(
    place: str, approver: str, stated: bool, both_sides: bool
) -> None:
    approval = load_profile(place).approval
    assert (approval.approver, approval.stated, approval.both_sides) == (approver, stated, both_sides)
    assert approval.local is not stated


@pytest.mark.parametrize(("place", "stated"), [(Y, False), (Z, False), (E, True), (S, False), (C, False)])
def test_only_eshan_asks_for_a_set_time_of_its_stations(place: str, stated: bool) -> None:
    rule = load_profile(place).stationed
    assert (rule.least, rule.most, rule.stated, rule.local) == (1, 30, stated, not stated)


@pytest.mark.parametrize(
    ("place", "steps"),
    [
        (Y, [("common_superior", "designate")]),
        (Z, [("county_government", "decide")]),
        (E, [("common_superior", "designate")]),
        (
            S,
            [
                ("justice_department", "coordinate"),
                ("justice_department", "propose"),
                ("county_government", "decide"),
            ],
        ),
        (C, [("justice_department", "coordinate")]),
    ],
)
def test_a_dispute_climbs_the_places_ladder_or_the_laws(place: str, steps: list[tuple[str, str]]) -> None:
    profile = load_profile(place)
    assert [(step.arbiter, step.act) for step in profile.dispute_ladder().steps] == steps
    assert profile.dispute_ladder().first_joint is (place == C)


@pytest.mark.parametrize(
    ("place", "by", "feedback", "channels"),
    [
        (Y, "final_handler", True, ("phone", "letter", "visit")),
        (Z, "township", True, ()),
        (E, "final_handler", True, ("phone", "letter", "visit")),
        (S, "township", True, ()),
        (C, "receiver", False, ("petition",)),
    ],
)
def test_a_complainant_is_answered_by_whom_the_place_names(
    place: str, by: str, feedback: bool, channels: tuple[str, ...]
) -> None:
    complaints = load_profile(place).complaints
    assert (complaints.reply.by, complaints.reply.feedback_to_department) == (by, feedback)
    assert complaints.channels == channels
    assert {"hotline_12345", "network", "superior"} <= set(complaints.local_channels)
    assert complaints.management_problems_too is (place == C)


@pytest.mark.parametrize(("place", "count"), [(Y, 8), (Z, 8), (E, 8), (S, 0), (C, 5)])
def test_each_place_shares_its_own_categories(place: str, count: int) -> None:
    assert len(load_profile(place).sharing) == count


DUTIES = {
    "organisation.liaison": {Z, S, C},
    "handoff.notice": {Y, Z, E, S, C},
    "handoff.consent": {C},
    "stationed.record": {E},
    "complaint.pass_on": {Y, Z, E, S},
    "opinion.evidence": {Z, S},
    "opinion.on_site": {Z, S, C},
    "opinion.files": {Z, E, S},
    "hazard.notice": {Y, Z, E, S, C},
    "hazard.people": {Y, Z, E, S},
    "hazard.meeting": {C},
    "hazard.refusal": {Z, S},
    "crime.linkage": {Y, Z, E, C},
    "crime.no_substitution": {Z, S, C},
    "crime.copy": {S},
    "meeting.special": {Y, Z, E, S, C},
    "campaign.cross_area": {C},
    "stand_by.places": {E},
    "supervision.two": {S},
    "assessment.stationed": {E},
    "assessment.proposal": {S},
    "assessment.accountability": {C},
    "personnel.borrowing": {E},
    "incident.report": {E},
    "legacy.open": {Z, S},
    "case.copy": {C},
    "request.notice": {C},
    "request.police": {E},
    "request.coordination": {S},
    "summary.publicity": {E},
}


@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_is_demanded_where_the_text_demands_it_and_nowhere_else(duty: str) -> None:
    assert {place for place in profile_codes() if load_profile(place).duty(duty)} == DUTIES[duty]


@pytest.mark.parametrize(
    ("place", "county", "department", "letter"),
    [
        (Y, "县", "县级职能部门", "执法协助函"),
        (Z, "县", "县级职能部门", "执法协助函"),
        (E, "县", "县级职能部门", "执法协助函"),
        (S, "区", "区级职能部门", "执法协助函"),
        (C, "区", "区级业务主管部门", "执法协作函"),
    ],
)
def test_each_place_speaks_its_own_words(place: str, county: str, department: str, letter: str) -> None:
    wording = load_profile(place).wording
    assert (wording.county, wording.department, wording.opinion_letter) == (county, department, letter)
