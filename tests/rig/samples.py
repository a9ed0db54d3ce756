"""Real files made by cameras and receivers, where LIANDONG_SAMPLES names a folder of them (`photos/`, `tracks/`).

Every test that takes one has a twin on a file the suite makes itself, so nothing is lost where there are none.
"""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def samples() -> Path:
    folder = os.environ.get("LIANDONG_SAMPLES")
    if not folder or not Path(folder).is_dir():
        pytest.skip("LIANDONG_SAMPLES names no folder of samples")
    return Path(folder)
