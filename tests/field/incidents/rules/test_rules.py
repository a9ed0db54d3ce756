"""The pure parts: words, limits, states."""

from datetime import datetime, timedelta

import pytest

from backend.field.incidents.rules.content import exercise
from backend.field.incidents.rules.limits import FINAL, FOLLOWUP, WRITTEN, first, limit_of
from backend.field.incidents.rules.prefill import category_of
from backend.field.incidents.rules.states import possible
from backend.field.incidents.rules.words import casualty_words, stage_words
from backend.foundation.mechanism import load_profile, profile_codes
from backend.foundation.now import CHINA
from backend.foundation.preferences import DEFINITIONS
from backend.foundation.refusals import Refusal

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
SETTINGS = {name: known.default for name, known in DEFINITIONS.items()}


@pytest.mark.parametrize(
    ("injured", "dead", "words"),
    [
        (None, None, "人员伤亡情况正在核实"),
        (0, None, "没有人员伤亡"),
        (0, 0, "没有人员伤亡"),
        (2, 0, "受伤2人"),
        (None, 1, "死亡1人"),
        (2, 1, "受伤2人，死亡1人"),
    ],
)
def test_what_nobody_knows_is_not_called_nothing(injured: int | None, dead: int | None, words: str) -> None:
    assert casualty_words(injured, dead) == words


def test_only_follow_ups_are_counted() -> None:
    assert (stage_words("first", 1), stage_words("followup", 3), stage_words("final", 1)) == (
        "首报",
        "续报（第3次）",
        "终报",
    )


@pytest.mark.parametrize(("seconds", "late"), [(-5, False), (0, False), (1800, False), (1800.001, True)])
def test_the_first_report_is_late_past_the_agreed_minutes(seconds: float, late: bool) -> None:
    found = first(NOON, NOON + timedelta(seconds=seconds), 30)
    assert found.late is late
    assert found.took >= timedelta()


@pytest.mark.parametrize("place", profile_codes())
@pytest.mark.parametrize(
    ("rule", "amount", "unit"), [(WRITTEN, 2, "hour"), (FOLLOWUP, 24, "hour"), (FINAL, 5, "working_day")]
)
def test_no_text_has_a_figure_so_every_limit_is_agreed_on(
    place: str, rule: str, amount: int, unit: str
) -> None:
    limit = limit_of(load_profile(place), rule, SETTINGS)
    assert limit is not None
    assert (limit.amount, limit.unit, limit.local, limit.clause) == (amount, unit, True, "")
    assert limit_of(load_profile(place), rule, dict.fromkeys(SETTINGS, 0)) is None


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        ("reported", {"written", "followup", "final"}),
        ("written", {"followup", "final"}),
        ("final", set()),
        ("withdrawn", set()),
    ],
)
def test_which_report_may_follow(state: str, kinds: set[str]) -> None:
    assert {kind for kind in ("written", "followup", "final") if possible(state, kind)} == kinds


@pytest.mark.parametrize(
    ("said", "origin", "drill"),
    [
        (False, None, False),
        (True, None, True),
        (False, True, True),
        (True, True, True),
        (False, False, False),
    ],
)
def test_a_drill_is_one_by_word_or_by_origin(said: bool, origin: bool | None, drill: bool) -> None:
    assert exercise(said=said, origin=origin) is drill


def test_a_real_event_is_no_drill_by_word() -> None:
    with pytest.raises(Refusal, match="invalid"):
        exercise(said=True, origin=False)


@pytest.mark.parametrize(
    ("reason", "category"), [("围堵阻碍", "围堵阻碍执法"), ("有人受伤", "人员受伤"), ("暴力抗法", "暴力抗法"), ("持械威胁", "持械威胁"), ("", "")]
)  # fmt: skip
def test_a_call_and_its_report_say_one_thing_with_one_word(reason: str, category: str) -> None:
    assert category_of(reason) == category
