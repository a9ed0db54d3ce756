"""The catalogue of refusals and the code agree: every code is used, every code that is used is there."""

import re
from http import HTTPStatus

import pytest

from backend.foundation.refusals import CATALOGUE, Entry, Refusal
from tests.house.tree import ours, text

SOURCES = [path for path in ours(".py") if path.parts[0] == "backend"]
# Raised by name, chosen between two, or the code that an answer of a query stands for.
NAMED = re.compile(r"""["']([a-z]+(?:_[a-z]+)*)["']""")
RAISED = re.compile(r"""\bRefusal\(\s*["']([a-z_]+)["']""")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_code_that_is_raised_is_in_the_catalogue() -> None:
    raised = {code for path in SOURCES for code in RAISED.findall(text(path))}
    assert raised - CATALOGUE.keys() == set()


def test_every_code_of_the_catalogue_is_used() -> None:
    named = {name for path in SOURCES for name in NAMED.findall(text(path))}
    assert CATALOGUE.keys() - named == set()


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_each_says_in_chinese_what_happened_and_what_to_do(entry: Entry) -> None:
    for words in (entry.title, entry.do):
        assert CHINESE.search(words)
        assert not words.endswith(("。", "！"))
        assert "您" not in words


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_each_has_a_status_of_a_refusal(entry: Entry) -> None:
    status = HTTPStatus(entry.status)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        assert "再" in entry.do, "what is our own fault can be tried again"
    else:
        assert status >= HTTPStatus.BAD_REQUEST


def test_a_code_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Refusal("no_such_code")
