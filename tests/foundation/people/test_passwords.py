"""New passwords: long enough, not to be guessed from the person; hashes that tell nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.people.passwords import (
    FIRST_LETTERS,
    LEAST_LENGTH,
    check_new_password,
    first_password,
    hash_password,
    is_password,
)
from backend.foundation.refusals import Refusal

SHEN = ("duiyuan", "沈禾", "sfz-zfd", "综合行政执法队")


def refusal(password: str) -> str:
    with pytest.raises(Refusal) as refused:
        check_new_password(password, personal=SHEN)
    return refused.value.code


@pytest.mark.parametrize("password", ["", "短", "k7mp-2rte", "九个字符不够长啊哎"])
def test_nine_characters_are_too_few(password: str) -> None:
    assert refusal(password) == "password_too_short"


@pytest.mark.parametrize(
    "password",
    [
        "duiyuan2026",
        "DUIYUAN1234",
        "liandong-2026",
        "password123456",
        "1111111111",
        "aaaaaaaaaaaa",
        "综合行政执法队2026年",
        "sfz-zfd-duiyuan",
        "qwerty123456",
    ],
)
def test_what_can_be_guessed_from_the_person_or_from_habit_is_refused(password: str) -> None:
    assert refusal(password) == "password_too_plain"


@pytest.mark.parametrize("password", ["k7mp-2rte-", "老街口的石榴树开花了", "correct horse battery"])
def test_ten_characters_that_say_nothing_of_the_person_are_taken(password: str) -> None:
    check_new_password(password, personal=SHEN)


@given(st.text(max_size=LEAST_LENGTH - 1))
def test_nothing_shorter_is_ever_taken(password: str) -> None:
    assert refusal(password) == "password_too_short"


@given(st.integers(min_value=0, max_value=9999), st.sampled_from(SHEN))
def test_a_name_with_figures_behind_it_is_never_taken(number: int, word: str) -> None:
    with pytest.raises(Refusal):
        check_new_password(f"{word}{number:04d}", personal=SHEN)


def test_a_first_password_can_be_read_out_and_would_be_taken() -> None:
    made = {first_password() for _ in range(200)}
    assert len(made) == 200
    assert {letter for password in made for letter in password} <= {*FIRST_LETTERS, "-"}
    for password in made:
        check_new_password(password, personal=SHEN)


async def test_a_hash_opens_with_its_password_and_no_other() -> None:
    stored = await hash_password("老街口的石榴树开花了")
    assert await is_password(stored, "老街口的石榴树开花了")
    assert not await is_password(stored, "老街口的石榴树开花")


async def test_the_same_password_is_never_stored_twice_alike() -> None:
    assert await hash_password("老街口的石榴树") != await hash_password("老街口的石榴树")


@pytest.mark.parametrize("stored", ["", "no hash at all", "$argon2id$v=19$m=1$broken"])
async def test_what_is_no_hash_opens_to_nothing(stored: str) -> None:
    assert not await is_password(stored, "")
    assert not await is_password(stored, "老街口的石榴树")
