"""What phones leave behind the end of a picture, made after the makers' own forms."""

from tests.foundation.evidence.pictures import box, encoded, film, scene


def samsung(*blocks: tuple[bytes, bytes]) -> bytes:
    """SEF: blocks of name and data, then a directory of them that is read from the end of the file."""
    body, entries = b"", b""
    for name, data in blocks:
        block = b"\0\0\x30\x0a" + len(name).to_bytes(4, "little") + name + data
        body += block
        entries += b"\0\0\x30\x0a" + len(body).to_bytes(4, "little") + len(block).to_bytes(4, "little")
    head = b"SEFH" + (106).to_bytes(4, "little") + len(blocks).to_bytes(4, "little") + entries
    return body + head + len(head).to_bytes(4, "little") + b"SEFT"


PREVIEW = encoded(scene(320, 240), "JPEG")
LEFT_BY_PHONES = {
    "previews of the multi-picture format, with padding between": b"\0" * 211
    + PREVIEW
    + b"\0" * 64
    + PREVIEW,
    "a gain map for bright screens": PREVIEW,
    "Google: the film of a moving photo": film(),
    "gain map, then the film": PREVIEW + film(),
    "Samsung: the time alone": samsung((b"Image_UTC_Data", b"1795241551000")),
    "Samsung: a moving photo": samsung(
        (b"Image_UTC_Data", b"1795241551000"), (b"MotionPhoto_Data", b"mpv3" + film())
    ),
    "Huawei: the film, then a note how long it is": film() + b"v2_f35__            LIVE_3012345  ",
    "vivo: a note in JSON": b'vivo{"com.vivo.camera":"8.0","algo":{"portrait":0,"night":1}}',
    "OPPO: a note in JSON with its length": b'{"version":1,"watermark":{"text":"\xe6\xa1\xa5"}}'
    b"jxrs\x2f\0\0\0",
    "padding": b"\0" * 4096,
    "a depth map of unknown make": b"\x01EDOF" + bytes(range(256)) * 40,
}

PAGE = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
ZIP = b"PK\x03\x04" + b"\0" * 30 + b"PK\x01\x02" + b"\0" * 42 + b"PK\x05\x06" + b"\0" * 18
HIDDEN = {
    "a page": (PAGE, "网页"),
    "a page in capitals behind padding": (b"\0" * 300 + b"\r\n<HTML><BODY>x", "网页"),
    "a drawing that runs scripts": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "网页"),
    "a page behind a preview": (PREVIEW + PAGE, "网页"),
    "a page behind a film": (film() + b"<html>", "网页"),
    "a page within a film": (box(b"ftyp", b"isom") + box(b"moov") + box(b"mdat", PAGE), "网页"),
    "a page in a box that claims all the rest": (
        box(b"ftyp", b"isom") + box(b"moov") + b"\0\0\0\0mdat<body onload=x()>",
        "网页",
    ),
    "a page in a Samsung block": (samsung((b"Image_UTC_Data", b"<html>")), "网页"),
    "a server's script": (b"<?php system($_GET[0]);", "网页"),
    "an archive": (ZIP, "压缩包"),
    "an archive behind a film": (film() + ZIP, "压缩包"),
    "another archive": (b"Rar!\x1a\x07\x01\0" + b"\0" * 20, "压缩包"),
    "a paper": (b"\n%PDF-1.7\n%%EOF", "PDF文件"),
    "a program": (b"\0\0MZ\x90\0" + b"\0" * 60, "程序"),
    "a program for servers": (b"\x7fELF\x02\x01\x01", "程序"),
    "a script": (b"#!/bin/sh\nrm -rf /\n", "程序"),
}
