"""`liandong due` as the contract words it: no database, its answers, its exit codes."""

import json
from pathlib import Path

import pytest

from backend.__main__ import main
from tests.rig.stage import ROOT

CASES = ROOT / "tests/foundation/workdays/cases.json"
Capture = pytest.CaptureFixture[str]


def said(typed: str, capsys: Capture) -> str:
    assert main(["due", *typed.split()]) == 0
    return capsys.readouterr().out


def refused(typed: str, capsys: Capture) -> str:
    assert main(["due", *typed.split()]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    return told.err


def test_a_figure_is_answered_with_its_days(capsys: Capture) -> None:
    told = json.loads(said("--amount 3 --unit working_day --start 2026-12-29T09:00:00+08:00 --json", capsys))
    assert (told["due"], told["provisional"]) == ("2027-01-04T23:59:59+08:00", True)
    assert [day["date"][5:] for day in told["trace"] if day["counted"]] == ["12-30", "12-31", "01-04"]
    assert "2027年放假安排还没公布" in told["basis"]
    assert set(told) == {"due", "provisional", "trace", "basis"}


def test_another_offset_is_the_same_moment(capsys: Capture) -> None:
    there = said("--amount 3 --unit working_day --start 2026-11-20T16:30:00Z --json", capsys)
    here = said("--amount 3 --unit working_day --start 2026-11-21T00:30:00 --json", capsys)
    assert there == here


def test_a_rule_counts_by_its_places_calendar_and_quotes_its_clause(capsys: Capture) -> None:
    asked = "--profile yilikeqi --rule handoff.transfer --start 2026-03-18T09:00:00+08:00 --json"
    told = json.loads(said(asked, capsys))
    assert told["due"] == "2026-03-24T23:59:59+08:00"
    assert "3个工作日" in told["basis"]
    elsewhere = json.loads(said(f"{asked} --region CN", capsys))
    assert elsewhere["due"] == "2026-03-23T23:59:59+08:00"


def test_where_the_place_is_silent_the_law_is_quoted(capsys: Capture) -> None:
    told = json.loads(said("--profile eshan --rule crime.approval --start 2026-09-30 --json", capsys))
    assert told["due"] == "2026-10-08T23:59:59+08:00"
    assert told["basis"].startswith("国务院令第310号 第五条：“")
    assert "民法典第203条" in told["basis"]


def test_a_batch_is_a_list_in_the_order_of_its_cases(capsys: Capture) -> None:
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    told = json.loads(said(f"--batch {CASES} --json", capsys))
    assert [(entry["id"], entry["due"]) for entry in told] == [
        (case["id"], case["expect_due"]) for case in cases
    ]


def test_a_batch_may_name_rules(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "cases.json"
    case = {"profile": "changjiang", "rule": "handoff.transfer.urgent", "start": "2026-09-30T17:45:00+08:00"}
    file.write_text(json.dumps([case]), encoding="utf-8")
    (told,) = json.loads(said(f"--batch {file} --json", capsys))
    assert (told["id"], told["due"]) == ("1", "2026-10-01T17:45:00+08:00")


def test_a_person_reads_a_table(capsys: Capture) -> None:
    lines = said("--amount 3 --unit working_day --start 2026-09-30T16:40:00+08:00", capsys).splitlines()
    assert lines[:2] == ["期限  3个工作日", "起算  2026-09-30 周三 16:40"]
    assert lines[2] == "到期  2026-10-10 周六 24:00"
    assert lines[-1] == "2026-10-10 周六    3  调休上班（国庆节）"


def test_a_person_reads_a_batch(capsys: Capture) -> None:
    lines = said(f"--batch {CASES}", capsys).splitlines()
    assert "ny27-02                 2027-01-05 周二 24:00（暂定）" in lines


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("--profile zhaoba --rule handoff.transfer.extended --start 2026-09-30", "没有 handoff.transfer.extended 这项期限"),
        ("--profile zhaoba --rule nonsense --start 2026-09-30", "没有 nonsense 这项期限"),
        ("--profile nowhere --rule handoff.transfer --start 2026-09-30", "没有名为“nowhere”的机制"),
        ("--amount 3 --unit working_day --start 2026-09-30 --region CN-ZZ", "没有“CN-ZZ”这个地区"),
        ("--amount 3 --unit working_day --start 1999-09-30", "只能计算2014年到2060年的日期"),
        ("--amount 3 --unit hour --start 0001-01-01", "只能计算2014年到2060年的日期"),
        ("--amount 3 --unit hour --start 0001-01-01T00:00:00+23:00", "超出了历法的范围"),
        ("--amount 100000 --unit working_day --start 2026-09-30", "期限的数字应在0到1000之间"),
        ("--batch nowhere.json", "nowhere.json"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused_in_one_line(typed: str, why: str, capsys: Capture) -> None:
    assert why in refused(typed, capsys)


GOOD = {"rule": {"amount": 3, "unit": "working_day"}, "start": "2026-09-30"}


@pytest.mark.parametrize(
    ("cases", "why"),
    [
        ({"id": "x"}, "not a list of cases"),
        ([3], "not a list of cases"),
        ([GOOD, {"id": "late", "rule": GOOD["rule"]}], "case late: no start"),
        ([GOOD, {**GOOD, "start": "yesterday"}], "case 2: Invalid isoformat string"),
        ([{**GOOD, "rule": {"amount": "3", "unit": "working_day"}}], "case 1: no limit"),
        ([{**GOOD, "rule": {"amount": 3, "unit": "week"}}], "case 1: no limit"),
        ([{**GOOD, "rule": {"amount": -3, "unit": "working_day"}}], "case 1: 期限的数字应在0到1000之间"),
        ([{**GOOD, "rule": 3}], "case 1:"),
        ([{**GOOD, "start": "1999-09-30"}], "case 1: 只能计算"),
        ([{**GOOD, "region": "US"}], "case 1: 没有“US”这个地区"),
    ],
)
def test_a_batch_with_one_bad_case_answers_none_and_names_it(
    cases: object, why: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    assert why in refused(f"--batch {file} --json", capsys)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "--start 2026-09-30",
        "--amount 3 --start 2026-09-30",
        "--unit hour --start 2026-09-30",
        "--amount 1 --unit same_day --start 2026-09-30",
        "--amount 3 --unit working_day",
        "--profile eshan --start 2026-09-30",
        "--profile eshan --rule handoff.transfer --amount 3 --unit hour --start 2026-09-30",
        "--batch cases.json --amount 3",
    ],
)
def test_an_unclear_question_is_wrong_usage(typed: str, capsys: Capture) -> None:
    assert main(["due", *typed.split()]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("typed", ["--start soon", "--amount -1", "--amount three", "--unit week"])
def test_a_value_of_the_wrong_kind_is_wrong_usage(typed: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["due", *typed.split()])
    assert ended.value.code == 2
