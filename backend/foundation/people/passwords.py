"""Password hashing (argon2id, OWASP's 19 MiB / 2 / 1) off the event loop, two at a time."""

import asyncio
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.foundation.refusals import Refusal

LEAST_LENGTH = 10
LEAST_REST = 6  # what must be left once everything guessable is taken out
LEAST_WORD = 3
PLAIN = ("password", "123456", "654321", "abcdef", "qwerty", "111111", "liandong", "zhifa", "admin")

FIRST_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that reads like something else on paper
FIRST_GROUPS, FIRST_GROUP = 3, 4

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


@cache
def _threads() -> ThreadPoolExecutor:
    """Two hashes at a time: a burst of sign-ins must not take every core and 19 MiB each."""
    return ThreadPoolExecutor(2, thread_name_prefix="argon2")


@cache
def _nobody() -> str:
    return _hasher.hash("a password nobody has")


def first_password() -> str:
    """A password to hand over once, e.g. `k7mp-2rte-9wxa` (59 bits); the person must change it."""
    groups = ("".join(secrets.choice(FIRST_LETTERS) for _ in range(FIRST_GROUP)) for _ in range(FIRST_GROUPS))
    return "-".join(groups)


async def hash_password(password: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(_threads(), _hasher.hash, password)


async def is_password(stored: str, password: str) -> bool:
    """Whether `password` is the one `stored` was made of; an empty `stored` takes just as long to say no."""
    return await asyncio.get_running_loop().run_in_executor(
        _threads(), _matches, stored or _nobody(), password
    )


def _matches(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def check_new_password(password: str, *, personal: tuple[str, ...]) -> None:
    """Refuse what is short or can be guessed from the person (`personal`: username, name, phone, unit code)."""
    if len(password) < LEAST_LENGTH:
        raise Refusal("password_too_short", fields={"password": "至少10个字符"})
    lowered = password.lower()
    guessable = (*PLAIN, *(word.lower() for word in personal if len(word) >= LEAST_WORD))
    rest = lowered
    for word in guessable:
        rest = rest.replace(word, "")
    if len(re.sub(r"(19|20)\d\d|(.)\2{2,}", "", rest)) < LEAST_REST:
        raise Refusal("password_too_plain", fields={"password": "换一个不容易猜到的"})
