import hashlib
import json
from functools import cache

import pytest

from backend.foundation.letters.fonts.characters import (
    LEVEL_ONE_ROWS,
    LEVEL_TWO_ROWS,
    NAME_CHARACTERS,
    gb2312,
    unified_repertoire,
)
from backend.foundation.letters.fonts.coverage import code_points
from backend.foundation.letters.fonts.kit import KIT, WATERMARK_FACE

ENTRIES = {entry["file"]: entry for entry in json.loads((KIT / "fonts.json").read_text(encoding="utf-8"))}
NOTO = [name for name in ENTRIES if name.startswith("Noto")]


@cache
def shown(name: str) -> frozenset[int]:
    return code_points((KIT / name).read_bytes())


def lacking(name: str, characters: frozenset[str]) -> set[str]:
    return {each for each in characters if ord(each) not in shown(name)}


@pytest.mark.parametrize("name", ENTRIES)
def test_each_file_is_the_one_its_digest_names(name: str) -> None:
    assert hashlib.sha256((KIT / name).read_bytes()).hexdigest() == ENTRIES[name]["sha256"]


def test_nothing_lies_in_the_kit_unlisted() -> None:
    assert {file.name for file in KIT.glob("*.otf")} == set(ENTRIES)


def test_both_licences_come_along() -> None:
    assert "As a special exception, if you create a document which uses this font" in (
        KIT / "COPYING.fandol"
    ).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (KIT / "OFL.noto").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ENTRIES)
def test_each_face_carries_the_common_characters(name: str) -> None:
    assert not lacking(name, frozenset(gb2312(LEVEL_ONE_ROWS)))


@pytest.mark.parametrize("name", [*NOTO, "FandolFang-Regular.otf"])
def test_body_and_noto_faces_carry_the_rarer_level_too(name: str) -> None:
    assert not lacking(name, frozenset(gb2312(LEVEL_TWO_ROWS)))


@pytest.mark.parametrize("name", NOTO)
def test_characters_of_names_are_in_every_noto_face(name: str) -> None:
    assert not lacking(name, NAME_CHARACTERS)


def test_the_fallback_face_carries_every_character_of_gbk() -> None:
    assert not lacking("NotoSerifSC-Regular.otf", frozenset(unified_repertoire()))


@pytest.mark.parametrize("sign", "·—…“”〔〕《》、。；：（）①℃㎡±×→√□■〓　％～")
def test_signs_of_official_papers_can_be_printed(sign: str) -> None:
    assert not lacking("NotoSerifSC-Regular.otf", frozenset(sign))


def test_the_watermark_face_lies_in_the_kit() -> None:
    assert WATERMARK_FACE.name in ENTRIES
