"""Anyone may verify a paper by its code: bodies, never a person; and nobody finds a code by trying."""

import pytest

from backend.demo.organisation import organisation
from backend.foundation.database import transaction
from backend.foundation.letters.official import Scan, attach_scan, find, pdf, void
from backend.foundation.web.pace import Pace
from backend.office.letters.pages import public
from tests.foundation.letters.official.papers import AT, LETTER, MATERIALS
from tests.office.letters.desk import letter_of
from tests.rig.cast import Cast

pytestmark = pytest.mark.usefixtures("press")


@pytest.fixture(autouse=True)
def fresh_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests come from one address too."""
    monkeypatch.setattr(public, "LOOKS", Pace(120))
    monkeypatch.setattr(public, "WRONG", Pace(20))


async def test_it_says_what_the_paper_is_and_that_it_is_in_force(cast: Cast) -> None:
    letter = await letter_of(cast)
    await pdf(letter.id)
    answer = await (await cast.nobody()).get(f"/v/{letter.code}")
    assert answer.status_code == 200
    wanted = (
        "有效",
        letter.number,
        "2026年11月23日",
        "示范镇人民政府",
        "县城市管理局",
        (await find(letter.id)).sha256,
    )
    assert [words for words in wanted if words not in answer.text] == []
    assert [each.sha256 for each in MATERIALS if each.sha256 not in answer.text] == []


async def test_it_never_names_a_person_nor_what_the_case_is_about(cast: Cast) -> None:
    letter = await letter_of(cast)
    async with transaction():
        await void(letter.id, AT, letter.issued_by, "当事人姓名写错")
    text = (await (await cast.nobody()).get(f"/v/{letter.code}")).text
    people = [officer["name"] for officer in organisation()["officers"].values()]
    said = [
        *people,
        LETTER.party,
        LETTER.matter,
        LETTER.facts,
        "当事人姓名写错",
        *(each.title for each in MATERIALS),
    ]
    assert [words for words in said if words in text] == []


async def test_a_void_one_is_said_to_be_void(cast: Cast) -> None:
    letter = await letter_of(cast)
    async with transaction():
        await void(letter.id, AT, letter.issued_by, "撤回")
    text = (await (await cast.nobody()).get(f"/v/{letter.code}")).text
    assert "已作废" in text
    assert "有效" not in text


async def test_the_scan_is_the_document_that_counts(cast: Cast) -> None:
    letter = await letter_of(cast)
    await pdf(letter.id)
    async with transaction():
        await attach_scan(letter.id, Scan("ef" * 32, 10, "application/pdf"), at=AT, by=letter.issued_by)
    text = (await (await cast.nobody()).get(f"/v/{letter.code}")).text
    assert text.index("盖章扫描件（以此为准）") < text.index("本函电子件")
    assert "ef" * 32 in text


@pytest.mark.parametrize("written", ["{lower}", "{grouped}", "{dashed}"])
async def test_a_code_is_read_as_people_type_it(written: str, cast: Cast) -> None:
    code = (await letter_of(cast)).code
    fours = [code[at : at + 4] for at in range(0, 20, 4)]
    typed = written.format(lower=code.lower(), grouped=" ".join(fours), dashed="-".join(fours))
    assert (await (await cast.nobody()).get("/v", params={"code": typed})).headers["location"] == f"/v/{code}"


@pytest.mark.parametrize("code", ["7K4M9QZX2WPR5TBN8HJD", "x", "0" * 20, "%25", "七" * 20])
async def test_an_unknown_code_is_told_so(code: str, cast: Cast) -> None:
    answer = await (await cast.nobody()).get(f"/v/{code}")
    assert answer.status_code == 404
    assert "没有这个核验码的函件" in answer.text


async def test_who_tries_codes_is_slowed_down(cast: Cast) -> None:
    nobody = await cast.nobody()
    answers = [await nobody.get("/v/7K4M9QZX2WPR5TBN8HJD") for _ in range(22)]
    assert [answer.status_code for answer in answers[:20]] == [404] * 20
    assert answers[21].status_code == 429
    assert answers[21].headers["retry-after"] == "1"


async def test_somebody_signed_in_sees_the_same_page(cast: Cast) -> None:
    letter = await letter_of(cast)
    assert (await (await cast.browser("linzhen")).get(f"/v/{letter.code}")).status_code == 200


async def test_the_code_can_be_typed_in(cast: Cast) -> None:
    assert 'name="code"' in (await (await cast.nobody()).get("/v")).text
