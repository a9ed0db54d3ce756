"""What a phone keeps of the product, and how it stands on a home screen."""

import json
from typing import Any

from backend.foundation.web.assets.installing import manifest
from backend.foundation.web.assets.serving import tree
from backend.foundation.web.assets.worker import shell_files, worker_script


def told_to_the_worker() -> dict[str, Any]:
    first = worker_script(tree()).body.decode().splitlines()[0]
    told: dict[str, Any] = json.loads(first.removeprefix("self.SHELL = ").rstrip(";"))
    return told


def test_the_shell_holds_what_every_page_loads() -> None:
    kept = shell_files(tree())
    assert {
        "css/app.css",
        "js/app.js",
        "js/behaviours/hold.js",
        "icons/mark.svg",
        "vendor/htmx.org@2.0.11/htmx.min.js",
    } <= set(kept)


def test_the_shell_leaves_out_what_no_page_asks_for() -> None:
    assert not [
        path
        for path in shell_files(tree())
        if path.startswith(("js/sw/", "vendor/weui@")) or "LICENSE" in path
    ]


def test_the_worker_knows_its_shell_by_address() -> None:
    told = told_to_the_worker()
    assert told["version"] == tree().digest
    assert told["offline"] == "/offline"
    assert tree().url("css/app.css") in told["files"]


def test_the_rules_come_before_what_follows_them() -> None:
    script = worker_script(tree()).body.decode()
    assert script.index("js/sw/rules.js") < script.index("js/sw/store.js") < script.index("js/sw/worker.js")


def test_the_manifest_lets_a_phone_install_it() -> None:
    told = json.loads(manifest(tree()).body)
    assert (told["start_url"], told["display"], told["lang"]) == ("/", "standalone", "zh-CN")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    served = {tree().url(path) for path in tree().assets}
    assert {icon["src"] for icon in told["icons"]} <= served
