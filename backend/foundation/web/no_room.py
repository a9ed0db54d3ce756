"""What a fault says when the server cannot write any more. Pure."""

import errno
import sqlite3
from typing import Final

_OF_FILES: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
_OF_SQLITE: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})
_OF_POSTGRESQL: Final = "53100"  # disk_full
_PRIMARY: Final = 0xFF  # the lowest byte of SQLite's extended codes


def no_room(error: BaseException) -> bool:
    """Whether a disk is full, a quota used up, or a disk only lets itself be read."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _OF_SQLITE
    if isinstance(error, OSError):
        return error.errno in _OF_FILES
    return getattr(error, "sqlstate", "") == _OF_POSTGRESQL
