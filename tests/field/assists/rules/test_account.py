"""A call told for a paper."""

from backend.field.assists.rules.account import case_words, facts_words, measures_words


def test_what_is_empty_leaves_no_mark() -> None:
    assert facts_words(note="", chain="12:00沈禾请求支援", crew=[]) == "12:00沈禾请求支援"
    assert facts_words(note="被围。", chain="", crew=["程一诺"]) == "被围。在场人员：程一诺"
    assert measures_words(evidence=" ", dispersed=None, outcome="劝离。") == "劝离"
    assert measures_words(evidence="录像", dispersed=3, outcome="") == "疏散3人；固定证据：录像"


def test_a_case_begins_with_what_when_and_where() -> None:
    told = case_words(
        what="沈禾请求支援", where="农贸市场", told="12:00沈禾请求支援", number="0186", done="劝离。"
    )
    assert told == "沈禾请求支援。地点：农贸市场。12:00沈禾请求支援。110接警编号：0186。处置情况：劝离。"
    assert case_words(what="沈禾请求支援", where="", told="", number="", done="") == "沈禾请求支援。"
