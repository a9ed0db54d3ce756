from dataclasses import replace
from pathlib import Path

import pytest

from backend.foundation.letters.patrol_page import CrewUnit, Member, PatrolPage
from backend.foundation.letters.patrol_words import patrol_words
from backend.foundation.letters.typesetting import typeset
from tests.foundation.letters.cast import DIGEST, FINDING, HEAD, NUMBER, PHOTOS, TEAM, at, blank, full
from tests.foundation.letters.reading import Paper, opened, scanned
from tests.foundation.letters.test_pictures import photo

LEFT, RIGHT, TOP, BOTTOM = 27, 22, 12, 12


def printed(page: PatrolPage, folder: Path) -> Paper:
    pictures = {"a": photo((640, 480), "JPEG"), "b": photo((480, 640), "WEBP")}
    return opened(typeset("patrol", patrol_words(page), page.printed.at, pictures), folder)


def assert_within_margins(paper: Paper) -> None:
    for page in range(1, paper.pages() + 1):
        left, top, right, bottom = paper.margins(page)
        assert left >= LEFT - 1, f"page {page}"
        assert right >= RIGHT - 1, f"page {page}"
        assert top >= TOP - 2, f"page {page}"
        assert bottom >= BOTTOM - 2, f"page {page}"


def test_everything_on_the_page_can_be_read_back(tmp_path: Path) -> None:
    words = printed(full(), tmp_path).words()
    for part in (
        "示范镇联合巡查台账", NUMBER, "夜间联合巡查：县道—下坝村", "赵喆", "53042600121", "未确认", "不符合",
        "20261122_193000_DSJ07.mp4", "24.173324,102.406892", "卫星定位±9米", "示范镇某某广告部", "2026年12月2日周三",
        "下坝村段排污口需持续关注。", "请城管部门尽快接收。", "【迟到】（复查结果）", "带队负责人", HEAD, "日志第1024条",
    ):  # fmt: skip
        assert part in words, part


def test_the_code_beside_the_proof_is_read_from_a_poor_copy(tmp_path: Path) -> None:
    """100 dots an inch, the edges run: it says which entry of the journal holds the record, and the digest to compare."""
    paper = printed(full(), tmp_path)
    assert scanned(paper, paper.pages()) == [f"1024 {DIGEST}".upper()]


def test_the_parts_are_numbered_in_order(tmp_path: Path) -> None:
    text = printed(full(), tmp_path).text()
    heads = (
        "一、基本情况",
        "二、参加人员",
        "三、着装",
        "四、执法音像",
        "五、路线示意图",
        "六、发现与处置",
        "七、巡查小结",
    )
    places = [text.index(head) for head in (*heads, "八、领导批示", "九、备案后补记")]
    assert places == sorted(places)


def test_each_page_says_which_it_is_and_of_which_record(tmp_path: Path) -> None:
    paper = printed(full(), tmp_path)
    for page in range(1, paper.pages() + 1):
        words = "".join(paper.text(page).split())
        assert f"第{page}页共{paper.pages()}页" in words
        assert NUMBER in words
        assert "摘要18ac3e73" in words


def test_a_draft_has_no_number_and_says_draft(tmp_path: Path) -> None:
    words = printed(blank(), tmp_path).words()
    assert "备案号：未备案" in words
    assert "草稿" in words
    assert "日志第" not in words


def test_the_demo_is_marked_on_every_page(tmp_path: Path) -> None:
    paper = printed(full(demo=True), tmp_path)
    assert all("演示" in paper.text(page) for page in range(1, paper.pages() + 1))


def test_a_copy_that_leaves_says_what_it_hides(tmp_path: Path) -> None:
    assert "已隐去当事人信息" in printed(full(masked=True), tmp_path).words()


def test_a_patrol_without_findings_fits_on_two_pages(tmp_path: Path) -> None:
    paper = printed(blank(), tmp_path)
    assert paper.pages() <= 2
    assert "本次巡查未发现问题。" in paper.words()
    assert_within_margins(paper)


def test_sixty_findings_with_photos_stay_within_the_margins(tmp_path: Path) -> None:
    many = tuple(
        replace(FINDING, number=number, facts=FINDING.facts * (number % 7 + 1), photos=PHOTOS * (number % 3))
        for number in range(1, 61)
    )
    paper = printed(full(findings=many), tmp_path)
    words = paper.words()
    assert words.count("县道K12+300处东侧") == 60
    assert words.count("1-1") == 20 + 2 * 20
    assert_within_margins(paper)


def test_the_photos_of_a_finding_stay_on_its_page(tmp_path: Path) -> None:
    many = tuple(
        replace(
            FINDING,
            number=number,
            address=f"地点{number}号",
            photos=(replace(PHOTOS[0], caption=f"照片{number}号"),),
        )
        for number in range(1, 13)
    )
    paper = printed(full(findings=many), tmp_path)
    pages = ["".join(paper.text(page).split()) for page in range(1, paper.pages() + 1)]
    for number in range(1, 13):
        assert [f"地点{number}号" in page for page in pages] == [f"照片{number}号" in page for page in pages]


@pytest.mark.parametrize(
    "run", ["字" * 2000, "A" * 2000, "https://liandong.invalid/" + "x1" * 400, "行\n" * 200]
)
def test_long_text_without_spaces_stays_in_its_column(tmp_path: Path, run: str) -> None:
    finding = replace(
        FINDING, facts=run, address=run[:200], disposition=run[:60], party=run[:60], photos=PHOTOS
    )
    assert_within_margins(printed(full(findings=(finding,), summary=run, title=run[:120]), tmp_path))


def test_long_names_and_a_large_crew_stay_in_their_columns(tmp_path: Path) -> None:
    long = Member("阿卜杜拉·" * 12, "W" * 40, "5" * 40, at(19, 30), at(0, 10, 23))
    crew = (TEAM, CrewUnit("单" * 60, (long,) * 30, TEAM.confirmed))
    assert_within_margins(printed(full(crew=crew, unit="单" * 60, signers=("签" * 20,) * 5), tmp_path))


def test_a_character_no_typeface_has_is_explained_at_the_end(tmp_path: Path) -> None:
    words = printed(
        full(crew=(replace(TEAM, members=(replace(TEAM.members[0], name="赵𠮷"),)),)), tmp_path
    ).words()
    assert "赵〓" in words
    assert "依次为U+20BB7" in words


@pytest.mark.parametrize("broken", [{}, {"a": b"no picture", "b": photo((9, 9), "JPEG")[:40]}])
def test_a_photo_that_cannot_be_shown_does_not_keep_the_page_from_being_printed(
    tmp_path: Path, broken: dict[str, bytes]
) -> None:
    page = full(findings=(replace(FINDING, photos=PHOTOS),))
    paper = opened(typeset("patrol", patrol_words(page), page.printed.at, broken), tmp_path)
    assert paper.words().count("照片无法显示") == 2
    assert "1-1" in paper.words()


def test_a_unit_without_people_and_a_patrol_without_crew_are_printed(tmp_path: Path) -> None:
    assert "示范镇派出所" not in printed(full(crew=(CrewUnit("示范镇派出所", (), None),)), tmp_path).words()


def test_printing_again_gives_the_same_bytes() -> None:
    once, again = (typeset("patrol", patrol_words(full()), at(9, 5, 23)) for _ in range(2))
    assert once == again
