"""The street at noon, for the first page of each role."""

from tests.field.conftest import noon, street

__all__ = ["noon", "street"]
