"""The street at noon, also for whoever knocks at every door."""

from tests.field.conftest import noon, street

__all__ = ["noon", "street"]
