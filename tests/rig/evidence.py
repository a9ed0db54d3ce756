"""What is kept of a test that failed."""

import pytest

# Set by the conftest once the test itself has run; fixtures read it while they clean up.
FAILED = pytest.StashKey[bool]()
