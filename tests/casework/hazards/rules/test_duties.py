"""What each place's own text asks for in a hazard; a row a clause."""

import pytest

from backend.casework.hazards.rules.duties import demands, ground, reportable
from backend.foundation.mechanism import load_profile
from backend.foundation.refusals import Refusal

CLAUSES = [
    ("yilikeqi", "notice", "应立即通知相关部门"),
    ("yilikeqi", "people", "接到通知的部门应立即派人员进行处理"),
    ("yilikeqi", "report", ""),
    ("yilikeqi", "meeting", ""),
    ("yilikeqi", "measures", ""),
    ("zhaoba", "notice", "应立即通知相关部门"),
    ("zhaoba", "people", "接到通知的部门应立即派执法人员进行处理"),
    ("zhaoba", "report", "应向县级人民政府报告"),
    ("zhaoba", "meeting", ""),
    ("zhaoba", "measures", ""),
    ("eshan", "notice", "应立即通知相关部门"),
    ("eshan", "people", "接到通知的部门应立即派人员进行处理"),
    ("eshan", "report", ""),
    ("eshan", "meeting", ""),
    ("eshan", "measures", ""),
    ("shanxi-district", "notice", "应立即通知相关部门"),
    ("shanxi-district", "people", "接到通知的部门应立即派执法人员进行处理"),
    ("shanxi-district", "report", "应向区级人民政府报告"),
    ("shanxi-district", "meeting", ""),
    ("shanxi-district", "measures", ""),
    ("changjiang", "notice", "应及时通报相关区级业务主管部门"),
    ("changjiang", "people", ""),
    ("changjiang", "report", ""),
    ("changjiang", "meeting", "可会同区级业务主管部门召开专题会议"),
    ("changjiang", "measures", "区级业务主管部门应及时分析研究，提出建议，采取有效措施"),
]


@pytest.mark.parametrize(("profile", "name", "quoted"), CLAUSES)
def test_a_demand_is_the_texts_own_or_local_agreement(profile: str, name: str, quoted: str) -> None:
    demand = demands(load_profile(profile))[name]
    assert demand.local is not bool(quoted)
    assert quoted in demand.quote
    assert (demand.clause == "本地约定") is demand.local


@pytest.mark.parametrize(
    ("refused", "reasoned", "overdue", "found"),
    [
        (True, False, False, "refused"),
        (True, False, True, "refused"),
        (True, True, False, ""),
        (True, True, True, ""),
        (False, False, True, "unanswered"),
        (False, False, False, ""),
    ],
)
def test_the_ground_of_a_report(refused: bool, reasoned: bool, overdue: bool, found: str) -> None:
    assert ground(refused=refused, reasoned=reasoned, overdue=overdue) == found


@pytest.mark.parametrize(
    ("refused", "reasoned", "code"),
    [(True, True, "hazard_reasoned"), (False, False, "hazard_not_reportable")],
)
def test_without_a_ground_it_is_refused_with_the_clause(refused: bool, reasoned: bool, code: str) -> None:
    demand = demands(load_profile("zhaoba"))["report"]
    with pytest.raises(Refusal) as caught:
        reportable(demand, refused=refused, reasoned=reasoned, overdue=False)
    assert (caught.value.code, caught.value.clause) == (code, demand.clause)
