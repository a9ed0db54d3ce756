"""The street at noon, for the first page of each role."""

from tests.field.campaigns.conftest import campaigning
from tests.field.conftest import noon, street

__all__ = ["campaigning", "noon", "street"]
