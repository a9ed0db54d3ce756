"""What stands behind the end of a picture: what phones leave there passes, what another program would take does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.evidence.appendix import hidden_in
from backend.foundation.evidence.examination import MATERIALS, PHOTOS, examine
from backend.foundation.refusals import Refusal
from tests.foundation.evidence.pictures import TABLE, encoded, heic_shell, paper, photo, scene
from tests.foundation.evidence.sending import Sender
from tests.foundation.evidence.test_examination import written
from tests.foundation.evidence.trailers import HIDDEN, LEFT_BY_PHONES

FORMS = {
    "image/jpeg": photo(),
    "image/png": encoded(scene(), "PNG"),
    "image/webp": encoded(scene(), "WEBP"),
    "image/heic": heic_shell(),
}


@pytest.mark.parametrize("name", LEFT_BY_PHONES)
@pytest.mark.parametrize("media_type", ["image/jpeg", "image/heic"])
def test_what_phones_leave_behind_a_picture_passes(tmp_path: Path, media_type: str, name: str) -> None:
    content = FORMS[media_type] + LEFT_BY_PHONES[name]
    anatomy = examine(written(tmp_path, content), PHOTOS, media_type)
    assert anatomy.media_type == media_type


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("media_type", FORMS)
def test_another_file_behind_a_picture_is_refused_by_name(tmp_path: Path, media_type: str, name: str) -> None:
    hidden, words = HIDDEN[name]
    with pytest.raises(Refusal) as refused:
        examine(written(tmp_path, FORMS[media_type] + hidden), PHOTOS, media_type)
    assert refused.value.code == "file_carries_another"
    assert refused.value.detail == f"{PHOTOS[media_type]}的末尾之后接着{words}"


@pytest.mark.parametrize("hidden", [b"<html>", b"<html>  \n", b"  <html>"])
def test_so_it_is_behind_a_paper(tmp_path: Path, hidden: bytes) -> None:
    letters = {"application/pdf": b"%PDF-1.7\n%%EOF\n", TABLE: paper("xl/workbook.xml")}
    for media_type, content in letters.items():
        with pytest.raises(Refusal) as refused:
            examine(written(tmp_path, content + hidden), MATERIALS, media_type)
        assert refused.value.code == "file_carries_another"


async def test_a_photo_with_a_page_behind_it_is_not_kept_and_one_with_a_film_is(li: Sender) -> None:
    hidden = photo() + HIDDEN["a page"][0]
    refused = await li.send((await li.register(hidden)).json()["id"], hidden)
    assert (refused.status_code, refused.json()["code"]) == (422, "file_carries_another")
    assert (refused.json()["title"], refused.json()["detail"]) == (
        "文件后面藏着另一个文件",
        "JPEG的末尾之后接着网页",
    )
    await li.take(photo() + LEFT_BY_PHONES["Samsung: a moving photo"])


def test_photos_of_real_cameras_carry_nothing_another_program_would_take(
    samples: Path, tmp_path: Path
) -> None:
    for path in sorted((samples / "photos").iterdir()):
        media_type = "image/heic" if path.suffix == ".HEIC" else "image/jpeg"
        assert examine(path, PHOTOS, media_type).media_type == media_type
        carrying = written(tmp_path, path.read_bytes() + HIDDEN["a page"][0])
        with pytest.raises(Refusal):
            examine(carrying, PHOTOS, media_type)


def test_ten_thousand_beginnings_cost_no_more_than_a_few() -> None:
    assert hidden_in(b"\xff\xd8\xff" * 10_000 + b"<html>") == "网页"


@given(st.binary(max_size=400))
def test_whatever_stands_there_is_walked_to_an_answer(rest: bytes) -> None:
    assert hidden_in(rest) in {"", "网页", "压缩包", "PDF文件", "程序", "Office文件"}
