"""Two people change one record: different fields merge, the same field is told, nothing is lost unseen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from backend.foundation.outbox import bumped, merge
from backend.foundation.refusals import Refusal

FIELDS = ("title", "summary", "route")


def test_a_field_that_stays_as_it_is_changes_nothing() -> None:
    assert merge({"title": "甲"}, {}, 3, {"title": "甲"}, 1).changes == {}


def test_a_base_that_has_not_been_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        merge({"title": "甲"}, {}, 3, {"title": "乙"}, 4)
    assert refused.value.code == "invalid"


def test_without_a_base_a_first_change_overwrote_nobody() -> None:
    assert not merge({"title": "甲"}, {}, 1, {"title": "乙"}, None).overwrote


class Phones(RuleBasedStateMachine):
    """Phones that changed a record offline on a version they had, and a model that remembers who wrote what last."""

    @initialize()
    def begin(self) -> None:
        self.current: dict[str, Any] = dict.fromkeys(FIELDS, 0)
        self.versions: dict[str, int] = {}
        self.version = 1
        self.written_in = dict.fromkeys(FIELDS, 1)

    @rule(
        changes=st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 3), min_size=1),
        age=st.integers(0, 4),
        blind=st.booleans(),
    )
    def change(self, changes: dict[str, int], age: int, blind: bool) -> None:
        base = None if blind else max(1, self.version - age)
        news = {field for field, value in changes.items() if self.current[field] != value}
        clash = base is not None and any(self.written_in[field] > base for field in news)
        if clash:
            with pytest.raises(Refusal, match="changed_elsewhere") as refused:
                merge(self.current, self.versions, self.version, changes, base)
            newer = {field for field in news if self.written_in[field] > (base or 0)}
            assert refused.value.extra["current"] == {field: self.current[field] for field in newer}
            return
        merged = merge(self.current, self.versions, self.version, changes, base)
        assert set(merged.changes) == news
        assert merged.overwrote == (blind and any(self.written_in[field] > 1 for field in news))
        assert merged.beside == (base is not None and any(last > base for last in self.written_in.values()))
        if merged.changes:
            self.version += 1
            self.current |= merged.changes
            self.versions = bumped(self.versions, merged.changes, self.version)
            self.written_in |= dict.fromkeys(news, self.version)

    @invariant()
    def every_field_knows_when_it_was_written(self) -> None:
        assert {field: self.versions.get(field, 1) for field in FIELDS} == self.written_in


TestPhones = Phones.TestCase


@given(st.dictionaries(st.sampled_from(FIELDS), st.integers()), st.integers(2, 9))
def test_only_what_was_written_is_stamped(fields: dict[str, int], version: int) -> None:
    stamps = bumped({"title": 2}, fields, version)
    assert all(stamps[field] == version for field in fields)
    assert stamps.keys() == {"title", *fields}
