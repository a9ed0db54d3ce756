"""The service worker's first lines: where its shell and its rules lie. Pure."""

import hashlib
import json
from functools import cache

from backend.foundation.web.assets.shell import PACKED
from backend.foundation.web.assets.tree import Asset, Tree, media_type
from backend.foundation.web.stand_in import NOWHERE

OFFLINE_PAGE = "/offline"


@cache
def worker_script(tree: Tree) -> Asset:
    """/sw.js: what the rules have to know of this tree, then the rules (static/js/sw/) by importScripts."""
    shell = {
        "version": tree.digest,
        "offline": OFFLINE_PAGE,
        "nowhere": str(NOWHERE),
        "packed": tree.url(PACKED),
    }
    rules = [tree.url(path) for path in sorted(tree.assets) if path.startswith("js/sw/")]
    body = (
        f"self.SHELL = {json.dumps(shell)};\nimportScripts({', '.join(map(json.dumps, rules))});\n".encode()
    )
    return Asset("sw.js", body, media_type("sw.js"), hashlib.sha256(body).hexdigest())
