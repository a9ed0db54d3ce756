"""The street at noon, also for whoever knocks at every door."""

from tests.field.conftest import noon, own_street, street

__all__ = ["noon", "own_street", "street"]
