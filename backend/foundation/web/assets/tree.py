"""The static folder as it stood at the start of the process: contents, types, digests. Pure but for reading the files."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from backend.foundation.web.assets.bundle import compose
from backend.foundation.web.assets.classic import classic
from backend.foundation.web.assets.shell import MEDIA_TYPE, PACKED, in_shell, packed

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".geojson": "application/geo+json",
    ".woff2": "font/woff2",
    ".packed": MEDIA_TYPE,
}
NOT_SERVED = {".md", ".py"}
BUNDLES = ("css/app.css",)
# What the service worker sends with is what pages send with, as a classic script.
OUTBOX, OF_WORKER = "js/outbox/background.js", "js/sw/outbox.js"
# Our own travel without comments, a third of their bytes; what is vendored is served as its digest says.
OURS = "js/"


@dataclass(frozen=True)
class Asset:
    """One file as it is sent. `digest` is the SHA-256 of `body`."""

    path: str
    body: bytes
    media_type: str
    digest: str

    @property
    def is_text(self) -> bool:
        """Whether compressing it is worth the while."""
        return self.media_type.startswith("text/") or self.media_type in MEDIA_TYPES.values()


@dataclass(frozen=True, eq=False)
class Tree:
    """Every file by its path; the digest covers all paths and contents."""

    digest: str
    assets: Mapping[str, Asset]

    def url(self, path: str) -> str:
        """Where `path` is served; KeyError if the tree does not hold it, so that a wrong name fails in the first test."""
        return f"/static/{self.digest}/{self.assets[path].path}"


def media_type(path: str) -> str:
    """By the ending alone; what is not known is sent as bytes and never guessed at (nosniff)."""
    suffix = Path(path).suffix.lower()
    return MEDIA_TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def read_tree(root: Path) -> Tree:
    """The files under `root` as they are sent: stylesheet bundles composed, the outbox once more for the worker, scripts lean,
    and those of the shell once more in one."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in _files(root)}
    for bundle in BUNDLES:
        if bundle in files:
            files[bundle] = compose(bundle, lambda path: files[path].decode()).encode()
    if OUTBOX in files:
        files[OF_WORKER] = classic(OUTBOX, lambda path: files[path].decode(), "OUTBOX").encode()
    assets = {path: _asset(path, _sent(path, body)) for path, body in files.items()}
    shell = [(each.path, each.media_type, each.body) for each in assets.values() if in_shell(each.path)]
    assets[PACKED] = _asset(PACKED, packed(shell))
    lines = "".join(f"{asset.digest} {path}\n" for path, asset in assets.items())
    return Tree(_digest(lines.encode())[:16], assets)


def _files(root: Path) -> list[Path]:
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in NOT_SERVED and not path.name.startswith(".")
    )


def _sent(path: str, body: bytes) -> bytes:
    return bytes(jsmin(body)) if path.startswith(OURS) and path.endswith(".js") else body


def _asset(path: str, body: bytes) -> Asset:
    return Asset(path, body, media_type(path), _digest(body))


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
