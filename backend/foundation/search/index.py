"""The full-text index: SQLite's FTS5 and PostgreSQL's tsvector over the same bigrams, with the same answers."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.foundation.database import batch, engine_kind
from backend.foundation.database.access import Statement
from backend.foundation.search.bigrams import bigrams, is_han, pairs, pieces

Condition = tuple[str, list[Any]]

# FTS5 finds a row to replace by its rowid only; a condition on an unindexed column would read the whole index.
_PUT_SQLITE = "INSERT OR REPLACE INTO search_index (rowid, record_kind, record_id, township, words) VALUES (?, ?, ?, ?, ?)"
_PUT_POSTGRES = (
    "INSERT INTO search_index (record_kind, record_id, township, words) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (record_kind, record_id) DO UPDATE SET words = excluded.words, township = excluded.township"
)


def indexing(kind: str, record_id: UUID, township: UUID | None, words: Iterable[str]) -> Statement:
    """The statement that makes a record findable by `words`, in place of what it was found by before."""
    values = [kind, record_id, township, bigrams(" ".join(words))]
    if engine_kind() == "sqlite":
        return (_PUT_SQLITE, [_row_number(kind, record_id), *values])
    return (_PUT_POSTGRES, values)


def forgetting(kind: str, record_id: UUID) -> Statement:
    """The statement that takes a record out of the index."""
    if engine_kind() == "sqlite":
        return ("DELETE FROM search_index WHERE rowid = ?", [_row_number(kind, record_id)])
    return ("DELETE FROM search_index WHERE record_kind = ? AND record_id = ?", [kind, record_id])


async def index_record(kind: str, record_id: UUID, township: UUID | None, words: Iterable[str]) -> None:
    await batch([indexing(kind, record_id, township, words)])


def match_sql(kind: str, text: str) -> Condition:
    """A subquery for `record_id IN (…)`: records of `kind` in which every piece of `text` stands.

    Text without a single letter, digit or Chinese character finds nothing.
    """
    asked = pieces(text)
    if not asked:
        return "SELECT record_id FROM search_index WHERE 1 = 0", []
    if engine_kind() == "sqlite":
        match = " AND ".join(map(_phrase_sqlite, asked))
        return "SELECT record_id FROM search_index WHERE search_index MATCH ? AND record_kind = ?", [
            match,
            kind,
        ]
    parts = [_phrase_postgres(piece) for piece in asked]
    condition = " AND ".join(f"vector @@ {function}('simple', ?)" for function, _ in parts)
    return (
        f"SELECT record_id FROM search_index WHERE {condition} AND record_kind = ?",
        [*(words for _, words in parts), kind],
    )


def _phrase_sqlite(piece: str) -> str:
    if not is_han(piece):
        return f'"{piece}"'
    return f'"{piece}"*' if len(piece) == 1 else f'"{" ".join(pairs(piece))}"'


def _phrase_postgres(piece: str) -> tuple[str, str]:
    if is_han(piece) and len(piece) == 1:
        return "to_tsquery", f"{piece}:*"
    return "phraseto_tsquery", " ".join(pairs(piece)) if is_han(piece) else piece


def _row_number(kind: str, record_id: UUID) -> int:
    """A stable 63-bit number of a record."""
    return int.from_bytes(hashlib.sha256(f"{kind}:{record_id}".encode()).digest()[:8]) >> 1
