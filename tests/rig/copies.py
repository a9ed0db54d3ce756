"""Databases by copy: migrate once, then a file copy or CREATE DATABASE … TEMPLATE."""

import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from tests.rig.stage import Stage


def copy_database(
    set_up: Stage, source: str, target: str, *, source_in: Path | None = None, into: Path | None = None
) -> None:
    """`target` becomes what `source` is; nobody may be connected to either."""
    if set_up.cluster:
        set_up.cluster.create(target, template=source)
        return
    old, new = sqlite_file(set_up.url(source, source_in)), sqlite_file(set_up.url(target, into))
    for leftover in (new, new.with_name(f"{new.name}-wal"), new.with_name(f"{new.name}-shm")):
        leftover.unlink(missing_ok=True)
    # The backup interface copies what is committed, also where a write-ahead log has not been folded in yet.
    with sqlite3.connect(old) as source_file, sqlite3.connect(new) as target_file:
        source_file.backup(target_file)
    source_file.close()
    target_file.close()


def empty_database(set_up: Stage, name: str, template: str) -> None:
    """The database called `name` holds what `template` does, which is its tables and nothing in them."""
    if set_up.cluster:
        set_up.cluster.empty(name)
    else:
        copy_database(set_up, template, name)


def sqlite_file(url: str) -> Path:
    return Path(urlsplit(url).path[1:])
