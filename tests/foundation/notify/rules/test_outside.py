"""What leaves the house says that something waits, and nothing else."""

from uuid import UUID

import pytest

from backend.foundation.notify.rules.outside import message

NOTICE, RECORD = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("urgent", "exercise", "text"),
    [
        (False, False, "您有一件待办"),
        (True, False, "您有一件紧急待办，请马上打开"),
        (True, True, "【演练】您有一件紧急待办，请马上打开"),
    ],
)
def test_it_says_that_something_waits_and_where(urgent: bool, exercise: bool, text: str) -> None:
    told = message(NOTICE, RECORD, "https://liandong.example", urgent=urgent, exercise=exercise)
    assert told.text == text
    assert told.link == f"https://liandong.example/notices/{NOTICE}"
    assert told.tag == RECORD.hex
