"""The ledger is read on the street's own noon."""

from collections.abc import AsyncIterator, Iterator

import pytest

from backend.desk.ledger.export.files import folder
from backend.foundation.evidence.development import settled
from tests.field.conftest import noon, own_street, street

__all__ = ["noon", "own_street", "street"]


@pytest.fixture
async def press(press: None) -> AsyncIterator[None]:
    """For the tests that print; photos are developed beside them."""
    yield
    await settled()


@pytest.fixture(autouse=True)
def _no_files_are_left() -> Iterator[None]:
    """A transaction that is rolled back leaves the files it wrote."""
    yield
    for file in folder().iterdir():
        file.unlink()
