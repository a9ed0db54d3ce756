"""What may be written down about units, people and certificates, field by field."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.people.units import Standing
from backend.foundation.refusals import Refusal
from backend.office.personnel.rules.certificates import CertificateDraft, check_certificate, check_reason
from backend.office.personnel.rules.officers import OfficerDraft, check_not_oneself, check_officer
from backend.office.personnel.rules.units import UnitDraft, check_unit

TEAM, GROUP, SECTION = (UUID(int=number) for number in (1, 2, 3))
LINE = {
    TEAM: Standing(None, acts_in_own_name=True),
    GROUP: Standing(TEAM, acts_in_own_name=False),
    SECTION: Standing(GROUP, acts_in_own_name=False),
}
UNIT = UnitDraft("sfz-slz", "水利站", "internal", acts_in_own_name=False, parent=TEAM, phone="", liaison=None)
OFFICER = OfficerDraft("qinghe", "阿依努尔·托合提麦麦提江", TEAM, "", "", ("officer",))
CERTIFICATE = CertificateDraft("SF-1", "", date(2026, 1, 1), date(2026, 1, 1))


def unit_faults(draft: UnitDraft, unit: UUID = SECTION) -> dict[str, str]:
    with pytest.raises(Refusal) as refused:
        check_unit(draft, unit, LINE)
    return refused.value.fields


def test_a_unit_as_it_should_be_is_taken() -> None:
    check_unit(UNIT, SECTION, LINE)
    check_unit(
        replace(UNIT, parent=None, name="一" * 60, code="a" * 32, phone="+86 (0999) 12-34*5#"), TEAM, LINE
    )


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": ""}, "name", "必须填写"),
        ({"name": "一" * 61}, "name", "最多60个字"),
        ({"name": "水利\n站"}, "name", "不能换行或带控制字符"),
        ({"name": "水利\x00站"}, "name", "不能换行或带控制字符"),
        ({"code": ""}, "code", "必须填写"),
        ({"code": "a" * 33}, "code", "最多32个字符"),
        ({"code": "SFZ"}, "code", "只用小写字母、数字和连字符，字母或数字开头"),
        ({"code": "-sfz"}, "code", "只用小写字母、数字和连字符，字母或数字开头"),
        ({"kind": "ministry"}, "kind", "从列出的类别里选"),
        ({"phone": "请打给我"}, "phone", "只填数字和连字符"),
        ({"phone": "1" * 31}, "phone", "最多30个字符"),
        ({"parent": UUID(int=9)}, "parent", "从列出的单位里选"),
    ],
)
def test_each_field_of_a_unit_has_its_limit(change: dict[str, object], field: str, sentence: str) -> None:
    assert unit_faults(replace(UNIT, **change)) == {field: sentence}  # type: ignore[arg-type]


@pytest.mark.parametrize("below", [TEAM, GROUP, SECTION])
def test_no_unit_belongs_to_itself_or_to_what_belongs_to_it(below: UUID) -> None:
    assert unit_faults(replace(UNIT, parent=below), TEAM) == {"parent": "不能归到自己或自己的下级"}


def test_all_faults_are_told_at_once() -> None:
    assert set(unit_faults(replace(UNIT, name="", code="", kind=""))) == {"name", "code", "kind"}


def test_a_person_as_they_should_be_is_taken() -> None:
    check_officer(OFFICER, {TEAM})
    check_officer(replace(OFFICER, name="龚" * 60, username="a.b_c-1", roles=("officer", "clerk")), {TEAM})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "龚" * 61}, "name"),
        ({"username": "沈禾"}, "username"),
        ({"username": "Duiyuan"}, "username"),
        ({"username": "a" * 41}, "username"),
        ({"unit": None}, "unit"),
        ({"unit": GROUP}, "unit"),
        ({"position": "队" * 41}, "position"),
        ({"roles": ()}, "roles"),
        ({"roles": ("emperor",)}, "roles"),
        ({"roles": ("officer", "emperor")}, "roles"),
    ],
)
def test_each_field_of_a_person_has_its_limit(change: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_officer(replace(OFFICER, **change), {TEAM})  # type: ignore[arg-type]
    assert set(refused.value.fields) == {field}


def officer_faults(draft: OfficerDraft) -> dict[str, str]:
    try:
        check_officer(draft, {TEAM})
    except Refusal as refused:
        return refused.fields
    return {}


@given(st.text(max_size=80))
def test_no_name_is_answered_by_anything_but_yes_or_a_sentence(name: str) -> None:
    assert set(officer_faults(replace(OFFICER, name=name))) <= {"name"}


def test_what_one_may_do_to_others_one_may_not_do_to_oneself() -> None:
    check_not_oneself(TEAM, GROUP, "own_roles")
    with pytest.raises(Refusal) as refused:
        check_not_oneself(TEAM, TEAM, "own_roles")
    assert refused.value.code == "own_roles"


def test_a_certificate_may_last_one_day() -> None:
    assert check_certificate(CERTIFICATE) == (date(2026, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"last_day": date(2025, 12, 31)}, "certificate_dates", "last_day"),
        ({"first_day": None}, "invalid", "first_day"),
        ({"last_day": None}, "invalid", "last_day"),
        ({"first_day": date(1989, 12, 31)}, "invalid", "first_day"),
        ({"last_day": date(2100, 1, 2)}, "invalid", "last_day"),
        ({"number": ""}, "invalid", "number"),
        ({"number": "1" * 41}, "invalid", "number"),
        ({"issuer": "省" * 61}, "invalid", "issuer"),
    ],
)
def test_each_field_of_a_certificate_has_its_limit(change: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_certificate(replace(CERTIFICATE, **change))  # type: ignore[arg-type]
    assert (refused.value.code, set(refused.value.fields)) == (code, {field})


@pytest.mark.parametrize(
    ("reason", "code"), [("", "reason_needed"), ("因" * 201, "invalid"), ("a\x00", "invalid")]
)
def test_a_suspension_needs_one_sentence_of_reason(reason: str, code: str) -> None:
    check_reason("未按期参加年度培训")
    with pytest.raises(Refusal) as refused:
        check_reason(reason)
    assert refused.value.code == code
