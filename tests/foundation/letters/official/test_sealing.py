"""已用印 and the scan of the sealed copy; 作废."""

from uuid import uuid4

import pytest

from backend.demo.organisation import officer_id
from backend.foundation.database import transaction
from backend.foundation.journal import timeline
from backend.foundation.letters.official import MaterialList, Scan, attach_scan, find, seal, void
from backend.foundation.refusals import Refusal
from tests.foundation.letters.official.papers import AT, LETTER, MATERIALS, RECORD, issued
from tests.rig.cast import Cast

BY = officer_id("dangban")
SCAN = Scan("ab" * 32, 1000, "application/pdf")


async def kinds() -> list[str]:
    return [moment.kind for moment in await timeline(*RECORD)]


async def test_a_letter_is_sealed_by_somebody_at_some_time(cast: Cast) -> None:
    letter = await issued()
    for _ in range(2):
        async with transaction():
            await seal(letter.id, AT, BY)
    sealed = await find(letter.id)
    assert (sealed.sealed_at, sealed.sealed_by) == (AT, BY)
    assert await kinds() == ["letter.issued", "letter.sealed"]


async def test_the_scan_counts_as_sealing(cast: Cast) -> None:
    letter = await issued()
    async with transaction():
        assert await attach_scan(letter.id, SCAN, at=AT, by=BY)
    found = await find(letter.id)
    assert (found.scan_sha256, found.scan_type, found.sealed_by) == (SCAN.sha256, SCAN.media_type, BY)


async def test_the_same_scan_twice_changes_nothing(cast: Cast) -> None:
    letter = await issued()
    async with transaction():
        await attach_scan(letter.id, SCAN, at=AT, by=BY)
    async with transaction():
        assert not await attach_scan(letter.id, SCAN, at=AT, by=BY)
    assert await kinds() == ["letter.issued", "letter.sealed", "letter.scanned"]


async def test_a_better_scan_takes_its_place_and_the_journal_names_both(cast: Cast) -> None:
    letter = await issued()
    for digest in ("ab" * 32, "cd" * 32):
        async with transaction():
            await attach_scan(letter.id, Scan(digest, 1, "image/jpeg"), at=AT, by=BY)
    told = [moment.payload or {} for moment in await timeline(*RECORD) if moment.kind == "letter.scanned"]
    assert [each["sha256"] for each in told] == ["ab" * 32, "cd" * 32]
    assert (await find(letter.id)).scan_sha256 == "cd" * 32


async def test_a_void_letter_takes_neither_seal_nor_scan(cast: Cast) -> None:
    letter = await issued()
    async with transaction():
        await void(letter.id, AT, BY, "移送对象写错")
    for scan in (None, SCAN):
        with pytest.raises(Refusal) as refused:
            async with transaction():
                await (attach_scan(letter.id, scan, at=AT, by=BY) if scan else seal(letter.id, AT, BY))
        assert refused.value.code == "letter_void"


async def test_a_void_number_stays_void_and_is_not_given_again(cast: Cast) -> None:
    letter = await issued()
    for _ in range(2):
        async with transaction():
            await void(letter.id, AT, BY, "移送对象写错")
    voided = await find(letter.id)
    assert (voided.voided_at, voided.void_reason) == (AT, "移送对象写错")
    assert (await issued()).number == "示政执移〔2026〕2号"
    assert await kinds() == ["letter.issued", "letter.voided", "letter.issued"]
    with pytest.raises(Refusal) as refused:
        await issued(number=letter.number)
    assert refused.value.code == "number_taken"


async def test_what_goes_with_a_letter_is_void_with_it(cast: Cast) -> None:
    letter = await issued()
    beside = await issued(MaterialList(matter=LETTER.matter, materials=MATERIALS), accompanies=letter.id)
    async with transaction():
        await void(letter.id, AT, BY, "撤回")
    assert (await find(beside.id)).void


@pytest.mark.parametrize("why", ["", "  ", "字" * 201])
async def test_a_reason_is_needed(why: str, cast: Cast) -> None:
    letter = await issued()
    with pytest.raises(Refusal) as refused:
        async with transaction():
            await void(letter.id, AT, BY, why)
    assert refused.value.code == "reason_needed"


async def test_a_letter_that_is_not_there_is_not_found(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        async with transaction():
            await void(uuid4(), AT, BY, "无")
    assert refused.value.code == "not_found"
