"""A paper takes its number with the act that sends it, and says for ever what it said then."""

import asyncio
from datetime import UTC, datetime

import pytest

from backend.demo.organisation import unit_id
from backend.foundation.database import transaction
from backend.foundation.journal import timeline
from backend.foundation.letters.official import MaterialList, find, letters_of
from backend.foundation.letters.official.codes import SIGNS, read_code
from backend.foundation.refusals import Refusal
from tests.foundation.letters.official.papers import LETTER, MATERIALS, RECORD, issued
from tests.rig.cast import Cast


async def test_it_takes_the_next_number_of_its_body_and_word(cast: Cast) -> None:
    numbers = [(await issued()).number for _ in range(2)]
    assert numbers == ["示政执移〔2026〕1号", "示政执移〔2026〕2号"]
    assert (await issued(word="示政执退")).number == "示政执退〔2026〕1号"


async def test_the_year_is_the_year_where_it_is_sent(cast: Cast) -> None:
    eve = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)  # midnight at +08:00
    assert (await issued(at=eve)).number == "示政执移〔2027〕1号"


async def test_a_dispatch_that_fails_leaves_no_gap(own_cast: Cast) -> None:
    async def fails() -> None:
        async with transaction():
            await issued()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    async with transaction():
        assert (await issued()).number == "示政执移〔2026〕1号"


async def test_sends_at_the_same_moment_take_consecutive_numbers(own_cast: Cast) -> None:
    async def send() -> str:
        async with transaction():
            return (await issued()).number

    numbers = await asyncio.gather(*(send() for _ in range(12)))
    assert sorted(numbers) == sorted(f"示政执移〔2026〕{number}号" for number in range(1, 13))


async def test_a_number_of_the_offices_own_register_is_taken_as_it_stands(cast: Cast) -> None:
    letter = await issued(number="示政函[2026]31号")
    assert (letter.number, letter.by_register) == ("示政函〔2026〕31号", True)


async def test_a_number_that_was_given_out_is_refused(cast: Cast) -> None:
    await issued(number="示政函〔2026〕31号")
    with pytest.raises(Refusal) as refused:
        await issued(number="示政函〔2026〕31号")
    assert refused.value.code == "number_taken"


async def test_another_body_may_have_the_same_number(cast: Cast) -> None:
    await issued(number="执函〔2026〕1号")
    assert (await issued(number="执函〔2026〕1号", body=unit_id("lz"))).number == "执函〔2026〕1号"


async def test_the_counter_steps_over_what_was_given_out_by_hand(cast: Cast) -> None:
    await issued(number="示政执移〔2026〕1号")
    assert (await issued()).number == "示政执移〔2026〕2号"


async def test_without_a_word_it_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        await issued(body=unit_id("sfz-sfs"))
    assert refused.value.code == "number_word_missing"


async def test_a_list_carries_the_number_of_its_letter(cast: Cast) -> None:
    letter = await issued()
    beside = await issued(MaterialList(matter=LETTER.matter, materials=MATERIALS), accompanies=letter.id)
    assert (beside.number, beside.accompanies) == (letter.number, letter.id)
    assert [each.kind for each in await letters_of(RECORD)] == ["handoff_letter", "material_list"]


async def test_what_it_says_is_frozen(cast: Cast) -> None:
    letter = await find((await issued()).id)
    paper = letter.says()
    assert paper.organisation == "示范镇人民政府"
    assert paper.number == letter.number
    assert "第二部分第（四）项" in paper.paragraphs[-1]
    assert paper.check is not None
    assert paper.check.address.endswith(f"/v/{letter.code}")


async def test_the_code_holds_a_hundred_random_bits(cast: Cast) -> None:
    codes = {(await issued()).code for _ in range(20)}
    assert len(codes) == 20
    assert len(SIGNS) == 32
    assert all(read_code(code) == code and len(code) == 20 for code in codes)


async def test_the_journal_names_it_under_its_record(cast: Cast) -> None:
    letter = await issued()
    moments = await timeline(*RECORD)
    assert [(each.kind, (each.payload or {})["number"]) for each in moments] == [
        ("letter.issued", letter.number)
    ]
