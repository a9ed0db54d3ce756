"""Photos that nobody took are files a camera could have written."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from backend.demo.pictures.camera import MODEL, with_head
from backend.demo.pictures.drawing import LIGHTS, picture, scenes
from backend.demo.weeks.discoveries import pool
from backend.foundation.evidence.darkroom.exif import read_exif
from backend.foundation.evidence.examination import PHOTOS, examine

TAKEN = datetime.fromisoformat("2026-11-23T09:52:10+08:00")


@pytest.mark.parametrize("scene", sorted(scenes()))
def test_every_scene_is_drawn_in_several_lights(scene: str) -> None:
    pictures = {picture(scene, light) for light in range(LIGHTS)}
    assert len(pictures) == LIGHTS
    assert all(Image.open(BytesIO(file)).size == (1200, 900) for file in pictures)


def test_every_finding_with_photos_has_its_scene() -> None:
    assert {told["photo"] for told in pool()} - {""} == set(scenes())


def test_the_head_tells_time_place_and_camera() -> None:
    file = with_head(picture("gas", 0), TAKEN, (24.17341, 102.4045))
    told = read_exif(Image.open(BytesIO(file)))
    assert told.taken_at == TAKEN
    assert told.zone_written
    assert told.model == MODEL
    assert told.lat == pytest.approx(24.17341, abs=1e-5)
    assert told.lon == pytest.approx(102.4045, abs=1e-5)


def test_a_head_without_a_position_says_nothing_of_one() -> None:
    assert read_exif(Image.open(BytesIO(with_head(picture("gas", 0), TAKEN, None)))).place is None


def test_the_product_takes_them_for_whole_photos(tmp_path: Path) -> None:
    file = tmp_path / "photo"
    file.write_bytes(with_head(picture("dump", 1), TAKEN, (24.1, 102.4)))
    examine(file, PHOTOS, "image/jpeg")
