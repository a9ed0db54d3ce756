"""A call for help told for a paper: who was there, what was done. Pure."""

from collections.abc import Sequence


def facts_words(*, note: str, chain: str, crew: Sequence[str]) -> str:
    """What happened: what was said, then who was there, then the chain."""
    there = f"在场人员：{'、'.join(crew)}" if crew else ""
    parts = (part.strip().rstrip("。") for part in (note, there, chain))
    return "。".join(part for part in parts if part)


def measures_words(*, evidence: str, dispersed: int | None, outcome: str) -> str:
    """What was done about it, as the outcome of the call says."""
    parts = (
        outcome.strip().rstrip("。"),
        f"疏散{dispersed}人" if dispersed else "",
        f"固定证据：{evidence.strip().rstrip('。')}" if evidence.strip() else "",
    )
    return "；".join(part for part in parts if part)


def case_words(*, what: str, where: str, told: str, number: str, done: str) -> str:
    """The same as the facts of a case: what began when, where, then the rest; what nobody said leaves no mark."""
    parts = (
        what,
        f"地点：{where}" if where else "",
        told,
        f"110接警编号：{number}" if number else "",
        f"处置情况：{done}" if done else "",
    )
    said = [part.strip().rstrip("。") for part in parts if part.strip()]
    return "。".join(said) + "。"
