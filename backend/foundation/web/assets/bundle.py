"""One stylesheet out of many: local imports are put in place, so that a first visit makes one request. Pure."""

import posixpath
import re
from collections.abc import Callable

IMPORT = re.compile(
    r"""@import\s+(?:url\()?["'](?P<path>[^"']+)["']\)?(?:\s+layer\((?P<layer>[\w.-]+)\))?\s*;"""
)
COMMENT = re.compile(r"/\*(?!!).*?\*/\s*", re.DOTALL)
ADDRESS = re.compile(r"""url\(\s*("[^"]*"|'[^']*'|[^)"']*)\s*\)""")


class BadStylesheet(ValueError):
    """A stylesheet that cannot be bundled without changing what it means."""


def compose(path: str, read: Callable[[str], str]) -> str:
    """The stylesheet at `path` with every import replaced by what it names, kept in its cascade layer.

    `read` gives the text of a path inside the tree. Comments go, licence comments (/*!) stay. Raises BadStylesheet for an
    import of a missing file, of itself, or of a file with relative addresses (they would point elsewhere).
    """
    return _inline(path, read, ())


def _inline(path: str, read: Callable[[str], str], above: tuple[str, ...]) -> str:
    if path in above:
        raise BadStylesheet(f"{path} imports itself by way of {' → '.join(above)}")
    try:
        text = COMMENT.sub("", read(path))
    except KeyError as missing:
        raise BadStylesheet(
            f"{above[-1] if above else 'nothing'} imports {path}, which is not there"
        ) from missing
    if above and any(not found.strip("\"'").startswith(("data:", "#")) for found in ADDRESS.findall(text)):
        raise BadStylesheet(f"{path} holds a relative address")

    def place(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
        body = _inline(target, read, (*above, path))
        return f"@layer {found['layer']} {{\n{body}}}\n" if found["layer"] else body

    return IMPORT.sub(place, text)
