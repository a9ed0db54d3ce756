"""Which engine a database URL asks for."""

import warnings
from urllib.parse import unquote, urlsplit

from backend.foundation.database.pooled_postgres import PooledPostgresEngine
from backend.foundation.database.pooled_sqlite import PooledSQLiteEngine
from backend.settings import settings

AnyEngine = PooledSQLiteEngine | PooledPostgresEngine


def engine_from_url(url: str) -> AnyEngine:
    """`sqlite:///relative`, `sqlite:////absolute` or `postgresql://…`."""
    parts = urlsplit(url)
    if parts.scheme in ("postgres", "postgresql"):
        # Piccolo asks the version right here and only warns; whoever needs the database says that it is away.
        with warnings.catch_warnings(action="ignore"):
            # No extensions: creating uuid-ossp needs rights a county's database rarely grants.
            return PooledPostgresEngine(config={"dsn": url}, extensions=())
    return PooledSQLiteEngine(unquote(parts.path[1:]))


DB: AnyEngine = engine_from_url(settings().database_url)
