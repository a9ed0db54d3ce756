"""Jobs for trying the press: one does its work, the others show every way to come to nothing."""

import ctypes
import os
import time
from pathlib import Path


class Torn(Exception):
    """A refusal with a code of its own."""

    code = "sheet_torn"


def double(number: int) -> int:
    return number * 2


def environment() -> list[str]:
    return sorted(os.environ)


def priority() -> int:
    return os.nice(0)


def talkative() -> str:
    print("a library that prints")
    return "heard"


def large(size: int) -> bytes:
    return b"x" * size


def torn() -> None:
    raise Torn("at the corner")


def stumble() -> None:
    raise ZeroDivisionError


def devour() -> int:
    return len(bytearray(8 * 1024**3))


def crash() -> None:
    ctypes.string_at(0)


def hang(until: str) -> str:
    while not Path(until).exists():
        time.sleep(0.01)
    return "went on"


def leave_a_mark(path: str) -> None:
    with Path(path).open("a") as file:
        file.write(f"{os.getpid()}\n")
