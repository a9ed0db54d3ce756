"""From the bytes of a file to what it describes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from backend.foundation.datafiles.faults import Fault, FileRefused
from backend.foundation.datafiles.lines import LineIndex
from backend.foundation.datafiles.syntax import parse

Described = TypeVar("Described")


def load_file(path: Path, build: Callable[[dict[str, Any]], Described]) -> Described:
    """As `load_bytes`, for a file of the product."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileRefused(1, "文件读不出来", path) from error
    return load_bytes(raw, build, path)


def load_bytes(
    raw: bytes, build: Callable[[dict[str, Any]], Described], path: Path | None = None
) -> Described:
    """What `build` makes of the file's tables; raises FileRefused at the line of the Fault that `build` raised."""
    text = _text(raw, path)
    tables = parse(text, path)
    try:
        return build(tables)
    except Fault as fault:
        raise FileRefused(LineIndex(text).find(fault.place), fault.reason, path) from fault


def _text(raw: bytes, path: Path | None) -> str:
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise FileRefused(line, "不是 UTF-8 编码", path) from error
