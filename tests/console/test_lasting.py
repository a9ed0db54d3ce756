"""What is made for the whole life of the server is no business of the collector, then or later."""

import gc
from collections.abc import Iterator

import pytest

from backend.console.lasting import lasting


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_nothing_is_collected_while_it_grows() -> None:
    with lasting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_never_walked_again() -> None:
    with lasting():
        made = {"route": ["handler"]}
    assert not any(each is made for each in gc.get_objects())


def test_what_comes_later_is() -> None:
    with lasting():
        pass
    later: dict[str, object] = {}
    later["itself"] = later
    assert any(each is later for each in gc.get_objects())


def test_a_start_that_fails_leaves_the_collector_on() -> None:
    with pytest.raises(ImportError), lasting():
        raise ImportError
    assert gc.isenabled()
