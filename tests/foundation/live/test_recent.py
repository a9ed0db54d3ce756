import pytest

from backend.foundation.live.news import News, unheard
from backend.foundation.live.recent import MOST_MISSED, Recent


def seqs(found: list[News]) -> list[int]:
    return [news.seq for news in found]


def filled(position: int, until: int) -> Recent:
    recent = Recent(position)
    for seq in range(position + 1, until + 1):
        recent.add(unheard(seq))
    return recent


@pytest.mark.parametrize(
    ("after", "until", "told"), [(10, 13, [11, 12, 13]), (12, 13, [13]), (13, 13, []), (10, 11, [11])]
)
def test_what_lies_between_two_positions_is_told_once(after: int, until: int, told: list[int]) -> None:
    assert seqs(filled(10, 13).between(after, until)) == told


def test_earlier_events_are_put_before_those_kept() -> None:
    recent = filled(10, 12)
    recent.add_before([unheard(9), unheard(10)])
    assert (recent.begins_after, seqs(recent.between(8, 12))) == (8, [9, 10, 11, 12])


def test_only_so_many_are_kept_and_the_oldest_go() -> None:
    recent = filled(0, MOST_MISSED + 5)
    assert (recent.begins_after, recent.position) == (5, MOST_MISSED + 5)
    assert not recent.has_room_for([unheard(5)])
    assert filled(1, MOST_MISSED).has_room_for([unheard(1)])


def test_what_was_not_read_is_not_told() -> None:
    recent = filled(0, 3)
    recent.skip_to(9)
    assert (recent.begins_after, recent.position, recent.between(9, 9)) == (9, 9, [])
