"""What Lighthouse says is read as it says it: scores, what kept them down, and the middle of several runs."""

from typing import Any

from tests.rig.lighthouse import CATEGORIES, Verdict, middle, verdict_of


def report(performance: float, **audits: float | None) -> dict[str, Any]:
    """A report in Lighthouse's form; every audit of performance counts but the one called `insight`."""
    refs = [{"id": name, "weight": 0 if name == "insight" else 10} for name in audits]
    scores = {name: {"score": 1.0, "auditRefs": []} for name in CATEGORIES}
    return {
        "categories": {**scores, "performance": {"score": performance, "auditRefs": refs}},
        "audits": {name: {"score": score, "displayValue": "1.2 s"} for name, score in audits.items()},
        "environment": {"benchmarkIndex": 2400.5},
    }


def verdict(performance: int, fault: str) -> Verdict:
    return Verdict({"performance": performance, "accessibility": 100, "best-practices": 100}, (fault,), 2000)


def test_scores_are_out_of_a_hundred() -> None:
    judged = verdict_of(report(0.984, paint=1))
    assert (judged.scores["performance"], judged.faults, judged.pace) == (98, (), 2400.5)


def test_what_counts_and_is_not_perfect_is_named() -> None:
    judged = verdict_of(report(0.9, paint=0.93, insight=0.1, none=None, tap=1))
    assert judged.faults == ("performance paint 0.93 1.2 s",)


def test_one_disturbed_run_of_three_changes_nothing() -> None:
    assert middle([verdict(99, "a"), verdict(41, "b"), verdict(98, "a")]) == Verdict(
        {"performance": 98, "accessibility": 100, "best-practices": 100}, ("a", "b"), 2000
    )
