"""What is wrong with a data file, and where."""

from pathlib import Path
from typing import Final

Place = tuple[
    str | int, ...
]  # the way down through tables and arrays: ("limits", "handoff.transfer", "amount")

TOP: Final[Place] = ()


class Fault(Exception):
    """A fault at a place in the data; the loader turns it into a line."""

    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(reason)
        self.place = place
        self.reason = reason


class FileRefused(Exception):
    """A data file that is refused: the line (from 1) and the reason in Chinese."""

    def __init__(self, line: int, reason: str, file: Path | None = None) -> None:
        where = f"{file.name} " if file else ""
        super().__init__(f"{where}第{line}行：{reason}")
        self.line = line
        self.reason = reason
        self.file = file
