"""Reading TOML with its faults said in Chinese, at their lines."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from backend.foundation.datafiles.faults import FileRefused

_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)")
_REASONS: Final = (  # what tomllib says contains the left; we say the right
    ("overwrite", "同一个键或表写了两次"),
    ("twice", "同一个键或表写了两次"),
    ("Duplicate", "同一个键或表写了两次"),
    ("immutable", "表已写完，不能在别处再添"),
    ("Expected '='", "键的后面应当是等号"),
    ("Expected newline", "一行只写一个键，值的后面有多余的字"),
    ("Expected ']'", "表名的方括号没有合上"),
    ("Unterminated", "引号没有合上"),
    ("'''", "引号没有合上"),
    ("Unclosed array", "数组的方括号没有合上"),
    ("Unclosed inline", "花括号没有合上"),
    ("Invalid date", "没有这一天，日期写成 2026-02-14 这样"),
    ("Invalid initial", "键名写法有误，中文键名须加引号"),
    ("Invalid value", "值写法有误，文字须加引号"),
    ("Invalid statement", "这一行既不是键也不是表"),
    ("character", "有不允许的字符"),
    ("Unescaped", "反斜杠写法有误"),
)
_OTHERWISE: Final = "不是合格的 TOML"


def parse(text: str, file: Path | None = None) -> dict[str, Any]:
    """The tables of a TOML text. Raises FileRefused."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        said = str(error)
        found = _LINE.search(said)
        at_end = text.count("\n") + 1 if "end of document" in said else 1
        reason = next((ours for theirs, ours in _REASONS if theirs in said), _OTHERWISE)
        raise FileRefused(int(found[1]) if found else at_end, reason, file) from error
