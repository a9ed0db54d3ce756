from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.desk.ledger.cells import Row, batches, legible
from backend.desk.ledger.long_text import CONTINUED, MOST_UNITS, fits, pieces


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("赵喆 🚓 a\tb\nc", "赵喆 🚓 a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00\x07\x1b\x7f", "␀␇␛␡"),
        ("a\ud800b\uffff", "a\ufffdb\ufffd"),
    ],
)
def test_text_is_made_legible_without_losing_a_sign(text: str, written: str) -> None:
    assert legible(text) == written


@given(st.text(alphabet=st.characters()))
def test_what_is_legible_stays_as_it_is(text: str) -> None:
    assert legible(legible(text)) == legible(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("字" * MOST_UNITS, True),
        ("字" * (MOST_UNITS + 1), False),
        ("👍" * (MOST_UNITS // 2), True),
        ("👍" * (MOST_UNITS // 2 + 1), False),
    ],
)
def test_a_cell_is_measured_as_the_format_measures_it(text: str, held: bool) -> None:
    assert fits(text) is held


@given(st.text(alphabet="字👍a", min_size=1, max_size=40), st.integers(1000, 4000))
def test_pieces_join_to_the_text_and_each_fits(unit: str, times: int) -> None:
    parts = pieces(unit * times)
    assert "".join(parts) == unit * times
    assert all(fits(part + CONTINUED) for part in parts)


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (3, [3]), (4, [3, 1]), (6, [3, 3])])
async def test_rows_come_in_batches(count: int, sizes: list[int]) -> None:
    async def rows() -> AsyncIterator[Row]:
        for number in range(count):
            yield (number,)

    assert [len(batch) async for batch in batches(rows(), 3)] == sizes
