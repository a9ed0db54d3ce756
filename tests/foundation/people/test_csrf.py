"""The form token: one session's, another shape every time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.people.csrf import csrf_token, is_csrf_token

cookies = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", min_size=1)


@given(cookies)
def test_a_token_is_known_by_the_session_it_was_made_for(cookie: str) -> None:
    assert is_csrf_token(cookie, csrf_token(cookie))


@given(cookies, cookies)
def test_another_session_does_not_know_it(cookie: str, other: str) -> None:
    assert is_csrf_token(other, csrf_token(cookie)) == (cookie == other)


def test_two_tokens_of_one_session_share_no_half() -> None:
    one, two = csrf_token("cookie"), csrf_token("cookie")
    assert one[:32] != two[:32]
    assert one[32:] != two[32:]


@pytest.mark.parametrize("shown", ["", "zz", "00", "00" * 32, "00" * 33, "é" * 64])
def test_anything_else_is_no_token(shown: str) -> None:
    assert not is_csrf_token("cookie", shown)


def test_a_token_cut_short_is_no_token() -> None:
    assert not is_csrf_token("cookie", csrf_token("cookie")[:-2])
