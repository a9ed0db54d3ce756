import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from backend.foundation.database import rows, transaction
from backend.foundation.journal import Entry, find_receipt, issue, record, timeline
from backend.foundation.journal.heads import heads_folder, keep_heads
from backend.foundation.journal.signing import is_signed
from backend.foundation.journal.verification import verify_journal
from tests.rig.stage import Stage

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


async def note(chain: UUID, kind: str = "patrol.created", about: UUID | None = None) -> Entry:
    async with transaction():
        return record(
            kind, chain=chain, record=("patrol", about or uuid4()), by=None, payload={"title": "街天联合巡查"}
        )


async def test_a_record_tells_its_events_in_order(own_database: Stage) -> None:
    chain, patrol = uuid4(), uuid4()
    for kind in ("patrol.created", "patrol.ended", "patrol.filed"):
        await note(chain, kind, patrol)
    told = await timeline("patrol", patrol)
    assert [(moment.seq, moment.kind) for moment in told] == [
        (1, "patrol.created"),
        (2, "patrol.ended"),
        (3, "patrol.filed"),
    ]
    assert told[0].payload == {"title": "街天联合巡查"}


async def test_a_failed_command_leaves_no_event(own_database: Stage) -> None:
    chain = uuid4()

    async def fail() -> None:
        async with transaction():
            record("patrol.created", chain=chain, record=("patrol", uuid4()), by=None, payload={})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await rows("SELECT id FROM events WHERE chain = ?", chain) == []


async def test_many_commands_at_once_make_one_unbroken_chain(own_database: Stage) -> None:
    chain = uuid4()
    entries = await asyncio.gather(*(note(chain) for _ in range(40)))
    assert sorted(entry.seq for entry in entries) == list(range(1, 41))
    walk = await verify_journal()
    assert (walk.fault, walk.events) == (None, 40)


async def test_two_events_of_one_command_follow_each_other(own_database: Stage) -> None:
    chain = uuid4()
    async with transaction():
        first = record("patrol.ended", chain=chain, record=("patrol", uuid4()), by=None, payload={})
        second = record("patrol.filed", chain=chain, record=("patrol", uuid4()), by=None, payload={})
    assert (first.seq, second.seq) == (1, 2)


async def test_a_receipt_is_signed_and_names_its_place_in_the_chain(own_database: Stage) -> None:
    chain, key, officer = uuid4(), uuid4(), uuid4()
    async with transaction():
        entry = record("patrol.created", chain=chain, record=("patrol", key), by=None, payload={})
        given = issue(key, "d" * 64, entry, officer=officer, township=chain)
    assert given.as_json()["journal"] == [1, entry.head]
    assert is_signed(given.signed_text(), given.signature)
    assert not is_signed(given.signed_text() + b" ", given.signature)
    found = await find_receipt(key)
    assert found is not None
    assert found.as_json() == given.as_json()


ALTERATIONS = [
    ("UPDATE payloads SET body = '{}'", "payload"),
    ("DELETE FROM payloads", "payload"),
    ("UPDATE events SET kind = 'patrol.removed' WHERE seq = 2", "event"),
    ("DELETE FROM events WHERE seq = 2", "event"),
    ("UPDATE events SET received_at = '2020-01-01 00:00:00+00:00' WHERE seq = 1", "event"),
    ("DELETE FROM events WHERE seq = 3", "chain"),
    ("UPDATE chains SET head = ''", "chain"),
    ("UPDATE receipts SET head = ''", "receipt"),
    ("UPDATE receipts SET digest = 'other'", "receipt"),
]


@pytest.mark.parametrize(("alteration", "what"), ALTERATIONS)
async def test_verification_names_what_was_altered(own_database: Stage, alteration: str, what: str) -> None:
    chain = uuid4()
    for _ in range(3):
        async with transaction():
            entry = record(
                "patrol.created", chain=chain, record=("patrol", uuid4()), by=None, payload={"a": 1}
            )
            issue(uuid4(), "d" * 64, entry, officer=uuid4(), township=None)
    assert (await verify_journal()).fault is None
    await rows(alteration)
    fault = (await verify_journal()).fault
    assert fault is not None
    assert fault.what == what


async def test_a_rewritten_chain_is_betrayed_by_the_heads_kept_outside(own_database: Stage) -> None:
    chain = uuid4()
    await note(chain)
    written = await keep_heads(NOON)
    assert [path.parent.name for path in written] == [str(chain)]
    await rows("DELETE FROM payloads")
    await rows("DELETE FROM events")
    await rows("DELETE FROM chains")
    await note(chain)  # a chain that holds in itself, with another past
    fault = (await verify_journal()).fault
    assert fault is not None
    assert fault.what == "head"
    for path in written:
        path.unlink()


async def test_heads_are_kept_once_an_hour(own_database: Stage) -> None:
    await note(uuid4())
    first = await keep_heads(NOON)
    assert await keep_heads(NOON + timedelta(minutes=59)) == []
    later = await keep_heads(NOON + timedelta(minutes=60))
    assert (len(first), len(later)) == (1, 1)
    assert later[0].is_relative_to(heads_folder())
    for path in (*first, *later):
        path.unlink()


async def test_what_retention_erased_does_not_break_the_chain(own_database: Stage) -> None:
    entry = await note(uuid4())
    await rows("UPDATE payloads SET body = NULL, erased_at = ? WHERE id = ?", NOON, entry.id)
    walk = await verify_journal()
    assert (walk.fault, walk.erased) == (None, 1)
