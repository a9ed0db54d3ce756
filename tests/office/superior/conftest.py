"""The township at noon."""

from tests.field.conftest import noon, street

__all__ = ["noon", "street"]
