"""The tree says nothing about the machines it was written on or the places its dependencies came from."""

import re

from tests.house.tree import text, tracked

BINARY = {".otf", ".ttf", ".png", ".jpg", ".webp", ".ico", ".gz", ".br", ".woff2", ".heic"}
# Spelled in pieces so that this file does not find itself.
REGISTRIES = re.compile(
    "|".join(
        (
            "py" + "pi.org",
            "python" + "hosted",
            "npm" + "js",
            "npm" + "mirror",
            "deb." + "debian",
            "mirrors" + r"\.\w+",
        )
    )
)
DEVELOPERS_FOLDERS = re.compile(
    "|".join((r"/ho" + r"me/\w", "/ro" + "ot/", r"/Us" + r"ers/\w", "/wo" + r"rk/\w"))
)


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {found.group()}"
        for path in tracked()
        if path.suffix not in BINARY and "vendor" not in path.parts
        for number, line in enumerate(text(path).splitlines(), 1)
        if (found := pattern.search(line))
    ]


def test_no_registry_is_named() -> None:
    assert not places(REGISTRIES), "a township installs from its own mirror or a wheelhouse"


def test_no_folder_of_a_development_machine_is_named() -> None:
    assert not places(DEVELOPERS_FOLDERS)
