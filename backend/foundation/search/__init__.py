"""Finding records by words, Chinese names of two characters included."""

from backend.foundation.search.bigrams import bigrams
from backend.foundation.search.index import forgetting, index_record, indexing, match_sql

__all__ = ["bigrams", "forgetting", "index_record", "indexing", "match_sql"]
