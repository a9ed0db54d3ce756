"""What a phone keeps so that its pages work without a network, in one file: it asks once, where every file for itself
would wait its turn on a thin line two hundred times. Pure.

Four bytes, big-endian, are the length of a list in JSON; it names path, media type and length of each file; their bytes
follow in its order. static/js/sw/store.js takes it apart.
"""

import json
from collections.abc import Iterable

PACKED, MEDIA_TYPE = "shell.packed", "application/vnd.liandong.shell"
FOLDERS = ("css/app.css", "js/", "icons/", "vendor/")
LEFT_OUT = ("js/sw/", "vendor/vendor.json", "vendor/weui@")


def in_shell(path: str) -> bool:
    """The stylesheet, scripts, icons, libraries."""
    return path.startswith(FOLDERS) and not path.startswith(LEFT_OUT) and not path.endswith("LICENSE")


def packed(files: Iterable[tuple[str, str, bytes]]) -> bytes:
    """Paths with their media types and bytes as one file."""
    named, bodies = list[tuple[str, str, int]](), list[bytes]()
    for path, media_type, body in files:
        named.append((path, media_type, len(body)))
        bodies.append(body)
    listed = json.dumps(named).encode()
    return b"".join([len(listed).to_bytes(4, "big"), listed, *bodies])
