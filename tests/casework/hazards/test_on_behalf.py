"""代录: what a body without accounts said, always labelled, with its proof."""

from uuid import uuid4

from tests.casework.hazards.desks import ON_BEHALF, Desks
from tests.field.photos import photo_of
from tests.field.street import code_of

SAID = {"people": "水政大队两人", "head_count": 2, "on_behalf": ON_BEHALF}


async def test_it_is_labelled_with_who_said_it_how_and_who_wrote_it_down(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    found = await desks.do("duiyuan", hazard, "departure", SAID)
    step = found["steps"][-1]
    assert step["on_behalf"] == {**ON_BEHALF, "proofs": []}
    assert (step["by"]["name"], step["by"]["unit"]) == ("沈禾", "县水利局")
    assert found["state"] == "departed"


async def test_it_needs_a_key_for_its_proof_to_hang_on(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    answer = await desks.post("duiyuan", hazard, "departure", SAID)
    assert code_of(answer) == (400, "idempotency_key_missing")


async def test_its_proof_may_come_before_it_or_after_it(desks: Desks) -> None:
    hazard, step = await desks.told(to_unit="slj"), uuid4()
    before = await photo_of(desks.street, "hazard_step", step)
    await desks.do("duiyuan", hazard, "departure", SAID, key=step)
    after = await photo_of(desks.street, "hazard_step", step)
    proofs = (await desks.read("duizhang", hazard))["steps"][-1]["on_behalf"]["proofs"]
    assert sorted(proofs) == sorted([before, after])


async def test_its_proof_is_seen_by_whoever_sees_the_hazard_and_by_no_one_else(desks: Desks) -> None:
    hazard, step = await desks.told(), uuid4()
    await desks.do("duiyuan", hazard, "departure", SAID, key=step)
    proof = await photo_of(desks.street, "hazard_step", step)
    for who, status in (
        ("duizhang", 200),
        ("yingji", 200),
        ("chengguan", 404),
        ("linzhen", 404),
        ("shichang", 404),
    ):
        assert (await desks.street.get(who, f"/photos/{proof}")).status_code == status


async def test_a_body_with_accounts_sees_what_was_recorded_for_it(desks: Desks) -> None:
    hazard = await desks.told()
    await desks.do("duiyuan", hazard, "departure", SAID)
    assert (await desks.read("yingji", hazard))["steps"][-1]["on_behalf"]["words"] == ON_BEHALF["words"]


async def test_the_dispatcher_may_record_it_too_a_leader_not(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    assert code_of(await desks.post("lingdao", hazard, "departure", SAID, key=uuid4())) == (
        403,
        "not_allowed",
    )
    await desks.do("zhihui", hazard, "departure", SAID)


async def test_what_was_said_is_needed_with_name_channel_and_words(desks: Desks) -> None:
    hazard = await desks.told(to_unit="slj")
    for missing in ("name", "channel", "words"):
        body = {**SAID, "on_behalf": {name: said for name, said in ON_BEHALF.items() if name != missing}}
        assert code_of(await desks.post("duiyuan", hazard, "departure", body, key=uuid4())) == (
            400,
            "invalid",
        )
