"""What others wrote lies under static/vendor exactly as they published it, with its licence beside it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.rig.stage import ROOT

VENDOR = ROOT / "static" / "vendor"
PACKAGES: list[dict[str, Any]] = json.loads((VENDOR / "vendor.json").read_text())


def folder(package: dict[str, Any]) -> Path:
    return VENDOR / f"{package['name']}@{package['version']}"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_files_are_what_their_authors_published(package: dict[str, Any]) -> None:
    expected = {name: told["sha256"] for name, told in package["files"].items()}
    assert {
        name: hashlib.sha256((folder(package) / name).read_bytes()).hexdigest() for name in expected
    } == expected


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_each_package_carries_its_licence(package: dict[str, Any]) -> None:
    assert package["licence"]
    assert (folder(package) / "LICENSE").stat().st_size > 0


def test_nothing_lies_there_unlisted() -> None:
    listed = {folder(package) / name for package in PACKAGES for name in package["files"]}
    assert {path for path in VENDOR.rglob("*") if path.is_file()} == {*listed, VENDOR / "vendor.json"}
