"""No file is a hall, no folder is a junk room, nothing is left for later."""

import ast
import re

from tests.house.tree import ours, text, tracked

LONGEST = 250
LONGEST_TEMPLATE = 120
LONGEST_FUNCTION = 30
JUNK_ROOMS = {"utils", "util", "managers", "helpers", "common", "misc", "base"}
# Spelled in two halves so that this file does not find itself.
LEFT_FOR_LATER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) + r")\b")


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    halls = {
        str(path): lines for path in ours(".py", ".js", ".css") if (lines := text(path).count("\n")) > LONGEST
    }
    assert not halls, "split by noun: a room becomes a folder with a file per thing"


def test_no_template_is_longer_than_a_screen_or_two() -> None:
    halls = {
        str(path): lines for path in ours(".html") if (lines := text(path).count("\n")) > LONGEST_TEMPLATE
    }
    assert not halls, "name the parts and include them"


def test_no_function_is_longer_than_can_be_kept_in_mind() -> None:
    """What it does; its signature and what its docstring promises are read apart."""
    halls = {
        f"{path}:{function.name}": lines
        for path in ours(".py")
        if path.parts[0] == "backend"
        for function in ast.walk(ast.parse(text(path)))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := lines_of(function)) > LONGEST_FUNCTION
    }
    assert not halls, "give its steps names"


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[1 if ast.get_docstring(function) and function.body[1:] else 0]
    return (function.end_lineno or first.lineno) - first.lineno + 1


def test_folders_and_files_are_called_by_what_officers_call_them() -> None:
    folders = {part for path in tracked() for part in path.parts[:-1]}
    junk = JUNK_ROOMS & {*folders, *(path.stem for path in ours(".py", ".js"))}
    assert not junk, "name it by the domain's noun or verb"


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{path}:{number}"
        for path in ours(".py", ".js", ".css", ".html", ".toml", ".md", ".typ")
        for number, line in enumerate(text(path).splitlines(), 1)
        if LEFT_FOR_LATER.search(line)
    ]
    assert not found, "do it now or leave it out"
