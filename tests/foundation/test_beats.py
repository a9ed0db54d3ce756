"""What happened, told moment by moment."""

from datetime import datetime, timedelta

from backend.foundation.beats import Beat, chain_words, sentences
from backend.foundation.now import CHINA

NOON = datetime(2026, 11, 20, 12, tzinfo=CHINA)
BEATS = [Beat(NOON + timedelta(minutes=3), "周青岩", "出警"), Beat(NOON, "沈禾", "请求支援。 ")]


def test_it_is_told_in_order_whether_in_one_sentence_or_in_many() -> None:
    assert chain_words(BEATS) == "12:00沈禾请求支援；12:03周青岩出警"
    assert sentences(BEATS, 100) == ("12:00沈禾请求支援。12:03周青岩出警。", 0)


def test_what_does_not_fit_whole_is_left_over() -> None:
    first = "12:00沈禾请求支援。"
    assert sentences(BEATS, len(first)) == (first, 1)
    assert sentences(BEATS, len(first) - 1) == ("", 2)
