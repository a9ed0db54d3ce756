"""The code on each paper: enough chance in it that nobody finds another's by trying. Pure but for the chance."""

import re
import secrets
from typing import Final

# Thirty-two signs that are told apart when read aloud or copied by hand: five bits each.
SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH: Final = 20  # one hundred random bits
_BESIDE = re.compile(r"[\s\-·]")


def new_code() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """As it is printed: in fours."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(typed: str) -> str | None:
    """A code as somebody typed it, in small letters or in groups; None for what cannot be one."""
    signs = plain(typed)
    return signs if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None


def plain(typed: str) -> str:
    """Without what stands between the groups, in capitals."""
    return _BESIDE.sub("", typed).upper()
