"""Whatever is altered in a dossier afterwards is found and named."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.__main__ import main
from backend.foundation.dossier.verification import verify_dossier
from backend.foundation.journal.links import canonical
from backend.foundation.journal.signing import public_key
from tests.foundation.dossier.case import contents, dossier, relisted, rewritten
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")
Files = dict[str, bytes]


async def test_untouched_it_is_found_whole(cast: Cast, tmp_path: Path) -> None:
    checked = verify_dossier(await dossier(cast, tmp_path))
    assert (checked.fault, checked.files, checked.key) == (None, 7, public_key())
    assert checked.events == 4  # approved, issued, rendered, taken


async def test_the_console_says_in_one_line_what_it_found(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = await dossier(cast, tmp_path)
    assert main(["verify", str(made), "--key", public_key()]) == 0
    assert "nothing was altered" in capsys.readouterr().out
    altered = rewritten(made, flip("材料/02")(contents(made)))
    assert main(["verify", str(altered)]) == 1
    assert capsys.readouterr().err == "liandong verify: altered: 材料/02 现场检查_笔录.pdf: it was altered\n"
    assert main(["verify", str(tmp_path / "none.zip")]) == 1
    assert capsys.readouterr().err.endswith("none.zip: No such file or directory\n")


def flip(name: str) -> Callable[[Files], Files]:
    def altered(files: Files) -> Files:
        found = next(each for each in files if name in each)
        return files | {found: files[found][:-1] + bytes([files[found][-1] ^ 1])}

    return altered


def journal(change: Callable[[dict[str, Any]], None], *, listed: bool = False) -> Callable[[Files], Files]:
    """The excerpt rewritten, perhaps with a hash list to match."""

    def altered(files: Files) -> Files:
        told = json.loads(files["journal.json"])
        change(told["chains"][0])
        after = files | {"journal.json": json.dumps(told).encode()}
        return relisted(after) if listed else after

    return altered


def comment(chain: dict[str, Any]) -> None:
    chain["events"][0]["body"] = chain["events"][0]["body"].replace("同意", "不同意")


def actor(chain: dict[str, Any]) -> None:
    chain["events"][0]["actor"] = None


def dropped(chain: dict[str, Any]) -> None:
    del chain["events"][1]
    chain["events"][1]["seq"] -= 1


def head(chain: dict[str, Any]) -> None:
    chain["head"]["seq"] += 1


def signature(files: Files) -> Files:
    said = json.loads(files["signature.json"])
    return files | {
        "signature.json": json.dumps(said | {"made_at": "2027-01-01T00:00:00.000000+00:00"}).encode()
    }


ALTERED: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a letter": (flip("函件/01"), "函件/01 涉嫌违法案件移送函 示政执移〔2026〕1号.pdf: it was altered"),
    "a material": (flip("材料/02"), "材料/02 现场检查_笔录.pdf: it was altered"),
    "a photo": (flip("照片/"), "照片/04 11-20 16_40.jpg: it was altered"),
    "the list": (flip("hashes.txt"), "hashes.txt: it is not the list that was signed"),
    "a letter and the list": (
        lambda files: relisted(flip("函件/01")(files)),
        "hashes.txt: it is not the list that was signed",
    ),
    "the signature": (signature, "signature.json: its signature does not hold"),
    "no signature": (
        lambda files: files | {"signature.json": b"{}"},
        "signature.json: its signature does not hold",
    ),
    "nonsense": (
        lambda files: files | {"signature.json": b"\xff"},
        "signature.json: its signature does not hold",
    ),
    "what an event said": (journal(comment), "seq 1 (handoff.approved): what the event said was altered"),
    "who did it": (
        journal(actor),
        "seq 1 (handoff.approved): the link does not follow from what came before",
    ),
    "an event left out": (journal(dropped), "the link does not follow"),
    "the head": (journal(head), "its signature does not hold"),
    "the excerpt and the list": (
        journal(comment, listed=True),
        "hashes.txt: it is not the list that was signed",
    ),
    "a file gone": (
        lambda files: {name: content for name, content in files.items() if not name.startswith("照片/")},
        "照片/04 11-20 16_40.jpg: it is missing",
    ),
    "a file more": (
        lambda files: files | {"材料/99 新增.pdf": b"x"},
        "材料/99 新增.pdf: it is not in the hash list",
    ),
    "no journal": (
        lambda files: {name: content for name, content in files.items() if name != "journal.json"},
        "journal.json: it is missing",
    ),
}


@pytest.mark.parametrize("what", ALTERED)
async def test_the_first_thing_altered_is_named(what: str, cast: Cast, tmp_path: Path) -> None:
    change, said = ALTERED[what]
    made = await dossier(cast, tmp_path)
    fault = verify_dossier(rewritten(made, change(contents(made)))).fault
    assert fault is not None
    assert said in f"{fault.where}: {fault.how}"


def signed_by_a_stranger(files: Files, *, told: tuple[str, ...] = ("made_at", "hashes")) -> Files:
    """With a hash list that agrees and a signature that holds, of no key of ours."""
    stranger, files = Ed25519PrivateKey.generate(), relisted(files)
    said = {"made_at": "2026-11-23T09:00:00", "hashes": hashlib.sha256(files["hashes.txt"]).hexdigest()}
    said = {name: said[name] for name in told} | {
        "public_key": stranger.public_key().public_bytes_raw().hex()
    }
    said["signature"] = stranger.sign(canonical(said).encode()).hex()
    return files | {"signature.json": json.dumps(said).encode()}


async def test_what_a_stranger_has_laid_out_otherwise_is_no_dossier(cast: Cast, tmp_path: Path) -> None:
    made = await dossier(cast, tmp_path)
    bare = contents(made) | {"journal.json": b'{"chains": []}', "manifest.json": b'{"files": ["letter"]}'}
    for forged in (signed_by_a_stranger(bare), signed_by_a_stranger(bare, told=("made_at",))):
        fault = verify_dossier(rewritten(made, forged)).fault
        assert fault is not None
        assert fault.how == "it is not written as a dossier is"


async def test_whatever_byte_of_its_directory_is_turned_it_is_told_in_words(
    cast: Cast, tmp_path: Path
) -> None:
    made = await dossier(cast, tmp_path)
    whole = made.read_bytes()
    for at in range(whole.index(b"PK\x01\x02"), len(whole), 5):
        made.write_bytes(whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :])
        checked = verify_dossier(made)
        assert checked.fault is not None or checked.files == 7, at


async def test_signed_anew_by_a_stranger_it_is_found_out_by_the_key(cast: Cast, tmp_path: Path) -> None:
    made = await dossier(cast, tmp_path)
    assert verify_dossier(made, public_key()).fault is None
    forged = rewritten(made, signed_by_a_stranger(flip("材料/02")(contents(made))))
    fault = verify_dossier(forged, public_key()).fault
    assert fault is not None
    assert "another key" in fault.how
    assert verify_dossier(forged).fault is not None  # the heads in the excerpt were signed by the house


async def test_half_a_file_is_no_dossier(cast: Cast, tmp_path: Path) -> None:
    made = await dossier(cast, tmp_path)
    made.write_bytes(made.read_bytes()[:2000])
    fault = verify_dossier(made).fault
    assert fault is not None
    assert fault.what == "package"
