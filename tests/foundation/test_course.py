"""A course of two acts: asking is settled once and then kept, a word is added as often as somebody wants."""

import pytest

from backend.foundation.course import Course
from backend.foundation.refusals import Refusal

ASKED, KEPT = "asked", "kept"
COURSE: Course[str, str] = Course(
    refusal="task_state",
    words={ASKED: "已提出", KEPT: "已留存"},
    acts={"keeping": "留存", "word": "补充"},
    possible_in={"keeping": frozenset({ASKED}), "word": frozenset({ASKED, KEPT})},
    leads_to={"keeping": KEPT},
    done_in={"keeping": frozenset({KEPT})},
)


def test_an_act_leads_on_from_where_it_is_possible() -> None:
    assert COURSE.possible(ASKED, "keeping")
    assert COURSE.after(ASKED, "keeping") == KEPT


def test_an_act_that_leads_nowhere_leaves_the_state() -> None:
    assert COURSE.after(KEPT, "word") == KEPT


def test_what_was_done_is_done_and_what_adds_never_is() -> None:
    assert COURSE.done(KEPT, "keeping")
    assert not COURSE.done(ASKED, "keeping")
    assert not COURSE.done(KEPT, "word")


@pytest.mark.parametrize(
    ("why", "words"),
    [("", "现在是“已留存”，不能留存"), ("张三办的", "现在是“已留存”（张三办的），不能留存")],
)
def test_an_act_out_of_turn_is_refused_with_the_state_and_why_it_stands(why: str, words: str) -> None:
    with pytest.raises(Refusal, match="task_state") as refused:
        COURSE.after(KEPT, "keeping", why)
    assert refused.value.detail == words
    assert refused.value.extra == {"state": KEPT}
