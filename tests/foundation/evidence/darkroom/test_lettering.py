"""Every character of a name is printed; what no typeface has is printed as 〓."""

import pytest
from PIL import Image, ImageDraw

from backend.foundation.evidence.darkroom.lettering import width, write
from backend.foundation.evidence.darkroom.watermark import stamp
from backend.foundation.letters.fonts.characters import NAME_CHARACTERS


def drawn(text: str) -> bytes:
    image = Image.new("L", (60 * len(text) + 20, 60))
    write(ImageDraw.Draw(image), (10, 45), text, 32, "#ffffff")
    return image.tobytes()


@pytest.mark.parametrize("letter", sorted(NAME_CHARACTERS | set("㎡·〔〕℃±°AЖ")))
def test_rare_characters_print(letter: str) -> None:
    assert drawn(letter) != drawn("〓")
    assert any(drawn(letter))


def test_what_no_typeface_has_is_printed_as_geta() -> None:
    assert drawn("甲\U00020bb7乙") == drawn("甲〓乙")


def test_spaces_stay_spaces() -> None:
    assert not any(drawn(" \u3000"))


def test_width_is_where_the_pen_ends() -> None:
    assert width("旻堃", 32) == width("旻", 32) + width("堃", 32) == pytest.approx(64, abs=2)


def test_a_text_wider_than_the_picture_is_broken_into_lines() -> None:
    wide, narrow = Image.new("RGB", (1600, 900), "#ffffff"), Image.new("RGB", (300, 900), "#ffffff")
    for image in (wide, narrow):
        stamp(image, [("地点", "示范镇石门大桥南侧五十米旻堃水果店门前" * 2), ("编号", "示执巡〔2026〕7号")])
    heights = [sum(image.getpixel((0, y)) != (255, 255, 255) for y in range(900)) for image in (wide, narrow)]
    assert heights[0] / 34 < heights[1] / 19 - 2


def test_more_facts_than_the_picture_is_high_still_fit_in_it() -> None:
    small = Image.new("RGB", (88, 64), "#ffffff")
    stamp(small, [("地点", "一" * 200)])
    assert small.size == (88, 64)
