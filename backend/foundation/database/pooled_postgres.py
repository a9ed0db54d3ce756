"""PostgreSQL for a county: Piccolo's engine, whose transactions here hand their connection back whatever happens.

As shipped, a transaction whose BEGIN, COMMIT or ROLLBACK fails keeps its connection for good and stays the one that
is open for its task; ten of those and the pool is empty.
"""

from piccolo.engine.postgres import PostgresEngine, PostgresTransaction


class PooledPostgresTransaction(PostgresTransaction):
    """On one connection of the pool from the first statement to the last."""

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is not None:
            parent: PostgresTransaction = self._parent
            return parent
        self.connection = await self.get_connection()  # type: ignore[no-untyped-call]
        try:
            self.transaction = self.connection.transaction()
            await self.begin()  # type: ignore[no-untyped-call]
        except BaseException:
            await self._hand_back()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: object, exception: object, traceback: object) -> bool:
        if self._parent:
            return exception is None
        try:
            await self._finish(failed=exception is not None)
        finally:
            self.engine.current_transaction.reset(self.context)
            await self._hand_back()
        return exception is None

    async def _finish(self, *, failed: bool) -> None:
        if self._rolled_back or (self._committed and not failed):
            return
        if failed:
            await self.rollback()  # type: ignore[no-untyped-call]
        else:
            await self.commit()  # type: ignore[no-untyped-call]

    async def _hand_back(self) -> None:
        """The pool itself rolls back what is still open on it, and replaces a connection that broke."""
        if self.engine.pool:
            await self.engine.pool.release(self.connection)
        else:
            await self.connection.close()


class PooledPostgresEngine(PostgresEngine):
    """As PooledSQLiteEngine: start_connection_pool, transaction, close_connection_pool."""

    def transaction(self, allow_nested: bool = True) -> PostgresTransaction:
        return PooledPostgresTransaction(engine=self, allow_nested=allow_nested)
