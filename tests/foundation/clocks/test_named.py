"""A limit until a moment somebody named."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.foundation.clocks.named import LONGEST, span
from backend.foundation.refusals import Refusal

AT = datetime(2026, 11, 20, 4, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "words"),
    [(AT, "期限要晚于现在"), (AT + LONGEST + timedelta(minutes=1), "期限最长一年")],
)
def test_it_is_refused_in_the_name_the_form_gives_it(due: datetime, words: str) -> None:
    for called in ("", "答复"):
        with pytest.raises(Refusal) as refused:
            span(AT, due, f"{called}期限")
        assert refused.value.fields == {"due_at": f"{called}{words}"}
