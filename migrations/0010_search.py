"""Full-text index over Chinese bigrams."""

from backend.foundation.database.schema import sql_migration

ID = "2026-11-21T09:10"
VERSION = "1.38.0"
DESCRIPTION = "Full-text index over Chinese bigrams."

forwards = sql_migration(
    ID,
    DESCRIPTION,
    "",
    sqlite="""
CREATE VIRTUAL TABLE search_index USING fts5(record_kind UNINDEXED, record_id UNINDEXED, township UNINDEXED, words,
    tokenize = 'unicode61');
""",
    postgres="""
CREATE TABLE search_index (
    record_kind VARCHAR(30) NOT NULL,
    record_id UUID NOT NULL,
    township UUID,
    words TEXT NOT NULL,
    vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED,
    PRIMARY KEY (record_kind, record_id)
);
CREATE INDEX search_index_vector ON search_index USING gin (vector);
""",
)
