"""What a reader would see nothing of."""

import pytest

from backend.foundation.blank import is_blank


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "\u3000", "\u200b\u2060", "\u202e", "\u00ad", "\ufeff ", "\u3164", "\u2800"]
)
def test_spaces_zero_widths_and_fillers_are_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["无", " 。", "\u202e倒", "👨\u200d👩\u200d👧", "𠮷", "0"])
def test_one_sign_that_is_seen_is_not(text: str) -> None:
    assert not is_blank(text)
