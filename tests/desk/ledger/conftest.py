"""The ledger is read on the street's own noon."""

from tests.field.conftest import noon, own_street, street

__all__ = ["noon", "own_street", "street"]
