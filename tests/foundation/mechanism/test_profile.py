"""What a profile answers when a room asks it."""

import ast
import sys
from dataclasses import FrozenInstanceError, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import pytest

from backend.foundation import datafiles, mechanism, workdays
from backend.foundation.mechanism import Limit, Profile, load_profile, profile_codes


def with_limit(profile: Profile, limit: Limit) -> Profile:
    return replace(profile, limits=MappingProxyType({**profile.limits, limit.rule: limit}))


def test_the_places_own_figure_comes_before_the_laws() -> None:
    profile = load_profile("shanxi-district")
    assert profile.in_force("crime.transfer") is profile.limit("crime.transfer")


def test_the_law_steps_in_where_the_text_is_silent() -> None:
    profile = load_profile("yilikeqi")
    assert profile.in_force("crime.transfer") is profile.law.limits["crime.transfer"]


def test_the_law_comes_before_a_local_agreement() -> None:
    profile = load_profile("eshan")
    agreed = replace(profile.limit("crime.goods"), basis="local", amount=2, unit="calendar_day")
    assert with_limit(profile, agreed).in_force("crime.goods") is profile.law.limits["crime.goods"]


def test_a_local_agreement_counts_where_nobody_else_speaks() -> None:
    profile = load_profile("eshan")
    agreed = replace(profile.limit("handoff.acceptance"), basis="local", amount=5, unit="working_day")
    assert with_limit(profile, agreed).in_force("handoff.acceptance") is agreed
    assert agreed.local
    assert not agreed.stated


def test_nothing_is_in_force_where_nobody_speaks() -> None:
    assert load_profile("eshan").in_force("handoff.acceptance") is None


def test_a_limit_set_case_by_case_starts_no_clock_of_itself() -> None:
    assert load_profile("eshan").in_force("handoff.result") is None


def test_a_rule_nobody_knows_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        load_profile("eshan").limit("handoff.transfr")


@pytest.mark.parametrize(
    ("place", "clause", "cited"),
    [
        ("yilikeqi", "Y二(五)", "依力克其乡机制 二（五）"),
        ("zhaoba", "Z三(一)2", "赵八镇协调联动机制 三（一）2"),
        ("eshan", "E1二(四)", "协调联动机制 二（四）"),
        ("eshan", "E2三(一)", "统筹指挥机制 三（一）"),
        ("eshan", "E通知", "印发通知"),
        ("shanxi-district", "S三(七)第四条", "综合行政执法协同机制 三（七）第四条"),
        ("changjiang", "C二(四)2", "昌府办字〔2024〕52号 二（四）2"),
        ("eshan", "", ""),
    ],
)
def test_a_clause_is_cited_as_a_letter_would(place: str, clause: str, cited: str) -> None:
    assert load_profile(place).cite(clause) == cited


def test_a_limit_is_cited_by_whoever_set_it() -> None:
    profile = load_profile("yilikeqi")
    assert profile.cite_limit(profile.limit("handoff.transfer")) == "依力克其乡机制 二（五）"
    assert profile.cite_limit(profile.law.limits["crime.goods"]) == "国务院令第310号 第十二条"
    assert profile.cite_limit(profile.limit("handoff.acceptance")) == ""


@pytest.mark.parametrize(
    ("begins", "ends", "day", "holds"),
    [
        (None, None, "2026-11-23", True),
        ("2026-01-01", None, "2025-12-31", False),
        ("2026-01-01", None, "2026-01-01", True),
        ("2026-01-01", "2026-12-31", "2026-12-31", True),
        ("2026-01-01", "2026-12-31", "2027-01-01", False),
    ],
)
def test_zhaobas_first_asked_holds_in_the_transition_only(
    begins: Any, ends: Any, day: str, holds: bool
) -> None:
    rule = replace(
        load_profile("zhaoba").complaints,
        transition_from=begins and date.fromisoformat(begins),
        transition_to=ends and date.fromisoformat(ends),
    )
    assert rule.first_asked_on(date.fromisoformat(day)) is holds


@pytest.mark.parametrize("place", [code for code in profile_codes() if code != "zhaoba"])
def test_elsewhere_first_asked_always_holds(place: str) -> None:
    assert load_profile(place).complaints.first_asked_on(date(2099, 1, 1))


@pytest.mark.parametrize(("place", "region"), [("yilikeqi", "CN-XJ"), ("zhaoba", "CN"), ("eshan", "CN"),
                                               ("shanxi-district", "CN"), ("changjiang", "CN")])  # fmt: skip
def test_each_place_counts_by_its_own_calendar(place: str, region: str) -> None:
    assert load_profile(place).region == region


def test_a_profile_is_read_once_and_never_changed() -> None:
    profile = load_profile("eshan")
    assert load_profile("eshan") is profile
    with pytest.raises(FrozenInstanceError):
        profile.name = "别处"  # type: ignore[misc]
    with pytest.raises(TypeError):
        profile.limits["handoff.transfer"] = profile.limit("handoff.acceptance")  # type: ignore[index]


PURE = (mechanism, datafiles, workdays)


@pytest.mark.parametrize("room", PURE)
def test_the_room_needs_nothing_but_the_standard_library(room: ModuleType) -> None:
    own = (*(pure.__name__ for pure in PURE), "backend.foundation.now")
    for file in Path(room.__file__ or "").parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for name in imported(node):
                assert name.split(".")[0] in sys.stdlib_module_names or name.startswith(own), file


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
