"""A dossier holds the case as it is, and any machine can check its list."""

import json
import subprocess
from pathlib import Path

import pytest

from backend.foundation.dossier import Dossier, File, prepare, zipped
from backend.foundation.dossier.contents import MATERIALS, file_name
from backend.foundation.dossier.verification import verify_dossier
from backend.foundation.journal import timeline
from backend.foundation.letters.official import rendering
from backend.foundation.press import the_press
from backend.foundation.refusals import Refusal
from tests.foundation.dossier.case import MATERIAL, PHOTO, contents, dossier, stored
from tests.foundation.letters.official.papers import AT, RECORD, issued
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")


async def test_it_holds_letters_materials_photos_and_says_what_is_missing(cast: Cast, tmp_path: Path) -> None:
    files = contents(await dossier(cast, tmp_path))
    assert [name for name in files if "/" in name] == [
        "函件/01 涉嫌违法案件移送函 示政执移〔2026〕1号.pdf",
        "材料/02 现场检查_笔录.pdf",
        "材料/03 现场检查_笔录.pdf",
        "照片/04 11-20 16_40.jpg",
    ]
    assert (files["材料/02 现场检查_笔录.pdf"], files["照片/04 11-20 16_40.jpg"]) == (MATERIAL, PHOTO)
    assert json.loads(files["manifest.json"])["missing"] == ["照片/05 没有传到.jpg"]
    assert "liandong verify" in files["说明.txt"].decode()


def opened(made: Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Unpacked and checked with what every machine has."""
    subprocess.run(["python3", "-m", "zipfile", "-e", str(made), str(folder)], check=True)
    return subprocess.run(["sha256sum", "-c", "hashes.txt"], cwd=folder, capture_output=True, check=False)


async def test_any_machine_can_check_the_hash_list(cast: Cast, tmp_path: Path) -> None:
    done = opened(await dossier(cast, tmp_path), tmp_path / "open")
    assert done.returncode == 0, done.stderr


async def test_taking_it_is_noted(cast: Cast, tmp_path: Path) -> None:
    await dossier(cast, tmp_path)
    assert (await timeline(*RECORD))[-1].kind == "dossier.taken"


async def test_one_that_could_not_be_made_is_not_noted_as_taken(cast: Cast) -> None:
    letter = await issued()
    given = Dossier("移送案卷", [RECORD], letters=[letter], files=[], tells=lambda _: True)
    await rendering.stop()
    await the_press().stop()
    with pytest.raises(Refusal):
        await prepare(given, by=await cast.person("neiqin"), at=AT)
    assert "dossier.taken" not in [moment.kind for moment in await timeline(*RECORD)]


async def test_words_that_may_not_leave_stay_behind_and_the_chain_still_holds(
    cast: Cast, tmp_path: Path
) -> None:
    made = await dossier(cast, tmp_path, tells=lambda kind: kind.startswith("letter."))
    assert "同意" not in contents(made)["journal.json"].decode()
    checked = verify_dossier(made)
    assert (checked.fault, checked.withheld) == (None, 2)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("../../etc/passwd", "01 _.._etc_passwd.pdf"),
        ("笔录.pdf", "01 笔录.pdf"),
        ("", "01 无名.pdf"),
        ("a\x07b\n", "01 ab.pdf"),
        ("长" * 200, f"01 {'长' * 80}.pdf"),
        ("con:", "01 con_.pdf"),
    ],
)
def test_a_name_is_fit_for_every_system(name: str, written: str) -> None:
    assert file_name(1, name, "application/pdf") == written


async def test_a_large_film_goes_through_in_small_pieces(cast: Cast, tmp_path: Path) -> None:
    film = await stored(bytes(range(256)) * 80_000)  # 20 MB
    by = await cast.person("neiqin")
    given = Dossier("案卷", [RECORD], [], [File(MATERIALS, "录像", film, "video/mp4")], lambda _: True)
    pieces = [len(piece) async for piece in zipped(await prepare(given, by=by, at=AT))]
    assert sum(pieces) > 20_000_000
    assert max(pieces) < 1_000_000
