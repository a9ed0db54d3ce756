"""A disk that is full is told apart from a fault nobody foresaw: whoever sends keeps what they have."""

import errno
import sqlite3
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from litestar import Request

from backend.foundation.web.errors import failed
from backend.foundation.web.no_room import no_room
from tests.foundation.web.test_errors import asked_for


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        OSError(errno.EROFS, "Read-only file system"),
        asyncpg.DiskFullError("could not extend file"),
    ],
)
def test_a_full_disk_is_known(error: Exception) -> None:
    assert no_room(error)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), ValueError(), KeyError("x")])
def test_other_faults_are_faults(error: Exception) -> None:
    assert not no_room(error)


def test_a_database_that_grew_as_far_as_it_may_is_known(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "full")
    base.execute("CREATE TABLE notes (text)")
    base.execute("PRAGMA max_page_count = 2")
    with pytest.raises(sqlite3.OperationalError) as full:
        base.execute("INSERT INTO notes VALUES (?)", ["x" * 100_000])
    assert no_room(full.value)
    with pytest.raises(sqlite3.OperationalError) as wrong:
        base.execute("INSERT INTO nothing VALUES (1)")
    assert not no_room(wrong.value)


def test_it_is_told_with_a_number_for_the_administrator(caplog: pytest.LogCaptureFixture) -> None:
    asked: Any = Request(asked_for("/api/v1/photos/1/content"))
    answer = failed(asked, OSError(errno.ENOSPC, "No space left on device"))
    assert (answer.status_code, answer.content["code"]) == (507, "no_room")
    assert answer.content["detail"].removeprefix("编号 ") in caplog.text
