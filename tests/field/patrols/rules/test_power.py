"""Those named as acting must be two who count."""

import pytest

from backend.field.patrols.rules.power import exercise
from backend.foundation.people.power import Body, power
from backend.foundation.refusals import Refusal
from tests.field.patrols.rules.people import stay

BODIES = {stay(0, 1).unit: Body("town", "镇政府")}


@pytest.mark.parametrize(
    ("acting", "allowed"),
    [([], True), (["o1", "o2"], True), (["o1"], False), (["o1", "o9"], False), (["o1", "o1"], False)],
)
def test_those_named_must_be_two_who_count(acting: list[str], allowed: bool) -> None:
    may = power([stay(1), stay(2)], {stay(1).officer, stay(2).officer}, BODIES)
    if allowed:
        exercise("case", may, acting, "第四十二条")
        return
    with pytest.raises(Refusal) as refused:
        exercise("case", may, acting, "第四十二条")
    assert (refused.value.code, refused.value.clause) == ("power_needs_two_officers", "第四十二条")
