"""The ledger is read on the street's own noon."""

from collections.abc import AsyncIterator, Iterator

import pytest

from backend.desk.ledger.export.files import folder
from backend.foundation.evidence.development import settled
from backend.foundation.press import close_press, open_press
from backend.running import JOBS
from tests.field.conftest import noon, own_street, street

__all__ = ["noon", "own_street", "street"]


@pytest.fixture
async def press() -> AsyncIterator[None]:
    """The child that makes papers, for the tests that print."""
    await open_press(JOBS)
    yield
    await settled()
    await close_press()


@pytest.fixture(autouse=True)
def _no_files_are_left() -> Iterator[None]:
    """A transaction that is rolled back leaves the files it wrote."""
    yield
    for file in folder().iterdir():
        file.unlink()
