"""The service worker's first lines: which files make the shell, and where its rules lie. Pure."""

import hashlib
import json
from functools import cache

from backend.foundation.web.assets.tree import Asset, Tree, media_type
from backend.foundation.web.stand_in import NOWHERE

SHELL_FOLDERS = ("css/app.css", "js/", "icons/", "vendor/")
NOT_IN_SHELL = ("js/sw/", "vendor/vendor.json", "vendor/weui@")
OFFLINE_PAGE = "/offline"


def shell_files(tree: Tree) -> list[str]:
    """What a phone keeps so that its pages work without a network: the stylesheet, scripts, icons, libraries."""
    return [
        path
        for path in tree.assets
        if path.startswith(SHELL_FOLDERS)
        and not path.startswith(NOT_IN_SHELL)
        and not path.endswith("LICENSE")
    ]


@cache
def worker_script(tree: Tree) -> Asset:
    """/sw.js: the shell of this tree as data, then the rules (static/js/sw/) by importScripts."""
    shell = {
        "version": tree.digest,
        "offline": OFFLINE_PAGE,
        "nowhere": str(NOWHERE),
        "files": [tree.url(path) for path in shell_files(tree)],
    }
    rules = [tree.url(path) for path in sorted(tree.assets) if path.startswith("js/sw/")]
    body = (
        f"self.SHELL = {json.dumps(shell)};\nimportScripts({', '.join(map(json.dumps, rules))});\n".encode()
    )
    return Asset("sw.js", body, media_type("sw.js"), hashlib.sha256(body).hexdigest())
