"""The shell in one file: everything a page loads, nothing else, byte for byte."""

import json
from itertools import accumulate

from backend.foundation.web.assets.encodings import choose, encoded
from backend.foundation.web.assets.serving import tree
from backend.foundation.web.assets.shell import packed


def unpacked(whole: bytes) -> dict[str, tuple[str, bytes]]:
    listed = 4 + int.from_bytes(whole[:4], "big")
    files = json.loads(whole[4:listed])
    ends = [*accumulate((length for _, _, length in files), initial=listed)]
    assert ends[-1] == len(whole)
    return {
        path: (media_type, whole[start:end])
        for (path, media_type, _), start, end in zip(files, ends, ends[1:], strict=False)
    }


def shell() -> dict[str, tuple[str, bytes]]:
    return unpacked(tree().assets["shell.packed"].body)


def test_files_come_out_as_they_went_in() -> None:
    files = [
        ("a.js", "text/javascript", "// 联动".encode()),
        ("b", "image/png", b"\x89\0"),
        ("c", "text/css", b""),
    ]
    assert unpacked(packed(files)) == {path: (media_type, body) for path, media_type, body in files}


def test_it_holds_what_every_page_loads() -> None:
    assert {
        "css/app.css",
        "js/app.js",
        "js/behaviours/hold.js",
        "icons/mark.svg",
        "vendor/htmx.org@2.0.11/htmx.min.js",
    } <= shell().keys()


def test_it_leaves_out_what_no_page_asks_for() -> None:
    assert not [path for path in shell() if path.startswith(("js/sw/", "vendor/weui@")) or "LICENSE" in path]


def test_its_files_are_those_that_are_served() -> None:
    served = tree().assets
    assert all(
        served[path].body == body and served[path].media_type == kind
        for path, (kind, body) in shell().items()
    )


def test_it_travels_compressed() -> None:
    asset = tree().assets["shell.packed"]
    assert choose("gzip, br", asset) == "br"
    assert len(encoded(asset, "br")) < len(asset.body) / 3
