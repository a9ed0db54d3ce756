"""The application as it is put together."""

import subprocess
import sys

from tests.rig.stage import ROOT

# Each takes long to read, and no answer needs it before somebody asks for what it makes.
LATER = ("PIL", "geopy", "openpyxl", "pi_heif", "pydantic", "python_calamine", "typst", "xlsxwriter")
MADE = "import sys; from backend.app import create_app; create_app(); print(*sorted(sys.modules), sep='\\n')"


def test_what_a_start_does_not_need_waits_until_it_is_needed() -> None:
    made = subprocess.run([sys.executable, "-c", MADE], cwd=ROOT, capture_output=True, text=True, check=True)
    read = made.stdout.split()
    assert "backend.rooms" in read
    assert [module for module in LATER if module in read] == []
