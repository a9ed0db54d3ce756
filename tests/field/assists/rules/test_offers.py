"""The one big act of whoever looks: 已接警 → 出警 → 到场 → 处置完毕 for police, 已响应 for others, none for onlookers."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.field.assists.rules.assist import Assist, Response
from backend.field.assists.rules.offers import offers
from tests.field.assists.rules.parts import AT, TOWNSHIP, call, somebody

STEPS = ["acknowledged_at", "departed_at", "arrived_at"]
POLICE = somebody("police")


def own(person: Any, steps: int, **more: Any) -> Response:
    """The person's response with so many steps done."""
    moments = {name: AT + timedelta(minutes=number) for number, name in enumerate(STEPS[:steps])}
    blank: dict[str, Any] = dict.fromkeys([*STEPS, "asked_at", "left_at", "handing_to"])
    return Response(
        id=uuid4(),
        officer=person.id,
        name=person.name,
        unit=None,
        police="police" in person.roles,
        **blank | moments | more,
    )


@pytest.mark.parametrize(
    ("steps", "main", "word"),
    [
        (0, "acknowledgement", "已接警"),
        (1, "departure", "出警"),
        (2, "arrival", "到场"),
        (3, "resolution", "处置完毕"),
    ],
)
def test_police_are_led_from_step_to_step(steps: int, main: str, word: str) -> None:
    responses = [own(POLICE, steps)] if steps else []
    given = offers(POLICE, call(), responses, [])
    assert (given.main, given.word) == (main, word)


def test_others_respond_and_do_not_take_the_call() -> None:
    assert offers(somebody("dispatcher"), call(), [], []).word == "已响应"


def test_where_no_township_is_known_public_security_take_it_and_may_end_it() -> None:
    security = somebody("public_security")
    told = [offers(security, call(township=place), [], []) for place in (None, TOWNSHIP)]
    assert [(given.word, given.end) for given in told] == [("已接警", True), ("已响应", False)]


def test_who_left_is_asked_again() -> None:
    assert offers(POLICE, call(), [own(POLICE, 2, left_at=AT)], []).main == "acknowledgement"


@pytest.mark.parametrize("role", ["leader", "mayor", "clerk", "legal"])
def test_onlookers_are_offered_nothing_to_take(role: str) -> None:
    given = offers(somebody(role), call(), [], [])
    assert (given.main, given.behalf, given.end) == (None, False, False)


def test_whoever_called_may_end_it_and_is_never_led_there() -> None:
    officer = somebody("officer")
    for assist, responses in (
        (call(raised_by=officer.id), []),
        (call(raised_by=officer.id, state="arrived"), [own(POLICE, 3)]),
    ):
        given = offers(officer, assist, responses, [])
        assert (given.main, given.end) == (None, True)


def test_whoever_called_may_take_it_back_and_say_more() -> None:
    officer = somebody("station")
    given = offers(officer, call(raised_by=officer.id), [], [])
    assert (given.raiser, given.end, given.speak, given.change) == (True, True, True, True)


def test_after_the_end_only_what_came_of_it_is_left() -> None:
    ended: Assist = call(state="resolved", ended_at=AT)
    given = offers(POLICE, ended, [own(POLICE, 3)], [])
    assert (given.main, given.outcome, given.end, given.leave, given.behalf) == (
        None,
        True,
        False,
        False,
        False,
    )
    assert not offers(somebody("leader"), ended, [], []).outcome
