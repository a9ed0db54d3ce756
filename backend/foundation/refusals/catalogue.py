"""The catalogue, read once from catalogue.toml: code → HTTP status, title, what to do."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One refusal. `title` says what happened, `do` what the person can do next; both in Chinese."""

    code: str
    status: int
    title: str
    do: str


def _read(path: Path) -> dict[str, Entry]:
    rooms = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: Entry(code, entry["status"], entry["title"], entry["do"])
        for room in rooms.values()
        for code, entry in room.items()
    }


CATALOGUE = _read(Path(__file__).with_name("catalogue.toml"))
