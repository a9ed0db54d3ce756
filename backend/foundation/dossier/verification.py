"""`liandong verify dossier.zip`: without database and without network, and the first thing altered by name."""

import hashlib
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadPacking  # noqa: N812 - named by what it means here

import msgspec

from backend.foundation.dossier.links import chain_fault
from backend.foundation.dossier.preparing import HASHES, JOURNAL, MANIFEST, SIGNATURE
from backend.foundation.journal.links import canonical
from backend.foundation.journal.signing import is_signed
from backend.foundation.journal.verification import Fault

CHUNK = 1024 * 1024
# What the ZIP reader and the unpackers behind it say of a broken package: names that are no text, places outside it…
BROKEN = (BadZipFile, EOFError, OSError, OverflowError, RuntimeError, ValueError, BadPacking, LZMAError)
# What follows from a layout that somebody signed and that is not ours.
UNLIKE_OURS = (AttributeError, KeyError, TypeError)
_HEX = 64


@dataclass
class Checked:
    """What was walked and by whom it is signed; `fault` is the first thing that does not agree."""

    files: int = 0
    events: int = 0
    withheld: int = 0
    key: str = ""
    fault: Fault | None = None


def verify_dossier(path: Path, key: str = "") -> Checked:
    """Signature, hash list, every file, the excerpt's chains, the letters' seals; `key` is the signer's, if known.

    Raises OSError where there is no such file.
    """
    checked = Checked()
    with path.open("rb") as file:
        try:
            with ZipFile(file) as package:
                checked.fault = _fault(package, key, checked)
        except BROKEN as broken:
            checked.fault = Fault("package", path.name, f"it is no whole ZIP file ({broken})")
        except UNLIKE_OURS:
            checked.fault = Fault("package", path.name, "it is not written as a dossier is")
    return checked


def _fault(package: ZipFile, key: str, checked: Checked) -> Fault | None:
    return (
        _package_fault(package)
        or _signature_fault(package, key, checked)
        or _list_fault(package)
        or _files_fault(package, checked)
        or _journal_fault(package, checked)
        or _letters_fault(package)
    )


def _package_fault(package: ZipFile) -> Fault | None:
    names = package.namelist()
    for needed in (SIGNATURE, HASHES, MANIFEST, JOURNAL):
        if needed not in names:
            return Fault("package", needed, "it is missing")
    twice = next((name for name in names if names.count(name) > 1), None)
    return Fault("package", twice, "it is there twice") if twice else None


def _signature_fault(package: ZipFile, key: str, checked: Checked) -> Fault | None:
    said = _json(package, SIGNATURE)
    signature = said.pop("signature", "") if isinstance(said, dict) else ""
    try:
        signed = len(said["public_key"]) == _HEX and is_signed(
            canonical(said).encode(), signature, said["public_key"]
        )
    except (KeyError, TypeError, ValueError):
        signed = False
    if not signed:
        return Fault("signature", SIGNATURE, "its signature does not hold")
    checked.key = said["public_key"]
    if key and key.lower() != checked.key:
        return Fault("signature", SIGNATURE, f"it was signed with another key: {checked.key}")
    return None


def _list_fault(package: ZipFile) -> Fault | None:
    """The hash list is the one that was signed."""
    said = _json(package, SIGNATURE)
    if hashlib.sha256(package.read(HASHES)).hexdigest() != said["hashes"]:
        return Fault("hash list", HASHES, "it is not the list that was signed")
    return None


def _files_fault(package: ZipFile, checked: Checked) -> Fault | None:
    listed, names = _listed(package), package.namelist()
    for name, digest in listed.items():
        if name not in names:
            return Fault("file", name, "it is missing")
        if _digest(package, name) != digest:
            inside = chain_fault(_json(package, JOURNAL), checked.key) if name == JOURNAL else None
            return inside or Fault("file", name, "it was altered")
        checked.files += 1
    added = next((name for name in names if name not in listed and name not in (HASHES, SIGNATURE)), None)
    return Fault("file", added, "it is not in the hash list") if added else None


def _journal_fault(package: ZipFile, checked: Checked) -> Fault | None:
    journal = _json(package, JOURNAL)
    fault = chain_fault(journal, checked.key)
    if fault is None:
        events = [event for chain in journal["chains"] for event in chain["events"]]
        checked.events = len(events)
        checked.withheld = sum("body" not in event for event in events)
    return fault


def _letters_fault(package: ZipFile) -> Fault | None:
    """Each letter is the one whose digest the journal sealed."""
    sealed: dict[str, str] = {}
    for chain in _json(package, JOURNAL)["chains"]:
        for event in chain["events"]:
            if event["kind"] == "letter.rendered" and "body" in event:
                told = msgspec.json.decode(event["body"])
                sealed[told["letter"]] = told["sha256"]
    for file in _json(package, MANIFEST)["files"]:
        if file.get("letter") in sealed and sealed[file["letter"]] != file["sha256"]:
            return Fault("letter", file["path"], "the journal sealed another digest")
    return None


def _listed(package: ZipFile) -> dict[str, str]:
    lines = package.read(HASHES).decode().splitlines()
    return {line[_HEX + 2 :]: line[:_HEX] for line in lines}


def _digest(package: ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with package.open(name) as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _json(package: ZipFile, name: str) -> Any:
    try:
        return msgspec.json.decode(package.read(name))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}
