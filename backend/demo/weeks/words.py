"""The sentences of words.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _told() -> dict[str, list[Any]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def words(about: str) -> list[Any]:
    """All sentences of one kind."""
    return _told()[about]
