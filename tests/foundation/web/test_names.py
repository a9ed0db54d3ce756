"""What templates call by name is there: icons, behaviours, files. A wrong name would only show in the browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.foundation.web.assets.serving import tree
from backend.settings import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OUTLINE = re.compile(r'^ *"(\w+)": \'<', re.MULTILINE)
ICON_CALL = re.compile(r"""\bicon\(["'](\w+)["']""")
ICON_ARGUMENT = re.compile(r"""\bicon_name=["'](\w+)["']""")
BEHAVIOURS = re.compile(r'data-behaviour="([^"{]+)"')
ASSET = re.compile(r"""\basset\(["']([^"']+)["']\)""")


def named(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for path in TEMPLATES:
        for names in pattern.findall(path.read_text()):
            for name in names.split():
                yield path.relative_to(ROOT), name


@pytest.mark.parametrize("pattern", [ICON_CALL, ICON_ARGUMENT], ids=["icon(…)", "icon_name=…"])
def test_every_icon_is_drawn(pattern: re.Pattern[str]) -> None:
    drawn = set(OUTLINE.findall((ROOT / "templates/shared/icons.html").read_text()))
    assert [(path, name) for path, name in named(pattern) if name not in drawn] == []


def test_every_behaviour_has_a_file() -> None:
    missing = [
        (path, name) for path, name in named(BEHAVIOURS) if f"js/behaviours/{name}.js" not in tree().assets
    ]
    assert missing == []


def test_every_file_is_in_the_tree() -> None:
    assert [(path, name) for path, name in named(ASSET) if name not in tree().assets] == []
