"""What a phone keeps of the product, and how it stands on a home screen."""

import json
from typing import Any

from backend.foundation.web.assets.installing import manifest
from backend.foundation.web.assets.serving import tree
from backend.foundation.web.assets.worker import worker_script


def told_to_the_worker() -> dict[str, Any]:
    first = worker_script(tree()).body.decode().splitlines()[0]
    told: dict[str, Any] = json.loads(first.removeprefix("self.SHELL = ").rstrip(";"))
    return told


def test_the_worker_knows_its_shell_by_address() -> None:
    told = told_to_the_worker()
    assert told["version"] == tree().digest
    assert told["offline"] == "/offline"
    assert told["packed"] == tree().url("shell.packed")


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
