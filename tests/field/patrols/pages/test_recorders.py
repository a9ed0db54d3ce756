"""The register of recordings knows the recorders of the store: which one is along, and where a line leads."""

from uuid import uuid4

from tests.field.street import Street, ago

RECORDER = {"kind": "recorder", "number": "DSJ-07"}


async def lent(street: Street, number: str = "DSJ-07", to: str = "duiyuan") -> str:
    thing = str(uuid4())
    assert (
        await street.put("neiqin", f"/equipment/{thing}", RECORDER | {"number": number})
    ).status_code == 201
    assert (await street.post("neiqin", f"/equipment/{thing}/loans", {"officer": to})).status_code == 201
    return thing


async def test_the_one_recorder_of_the_crew_stands_in_the_form(street: Street) -> None:
    await lent(street)
    await lent(street, "DSJ-08", "xieguan")
    patrol = await street.patrol()
    seen = (await street.page("duiyuan", f"/patrols/{patrol}/crew")).text
    assert 'value="DSJ-07"' in seen
    assert "DSJ-08" not in seen


async def test_of_several_the_person_chooses(street: Street) -> None:
    await lent(street)
    await lent(street, "DSJ-08", "duiyuan2")
    seen = (await street.page("duiyuan", f"/patrols/{await street.patrol()}/crew")).text
    assert '<option value="DSJ-07"></option><option value="DSJ-08"></option>' in seen


async def test_what_was_recorded_leads_to_the_recorder(street: Street) -> None:
    thing, patrol = await lent(street), await street.patrol()
    line = {"recorder": "DSJ-07", "from_at": ago(hours=1), "until_at": ago(minutes=30), "kept_at": "采集站"}
    for number in ("DSJ-07", "外借的"):
        answer = await street.post(
            "duiyuan", f"/patrols/{patrol}/recordings", line | {"recorder": number}, key=uuid4()
        )
        assert answer.status_code == 201, answer.text
    seen = (await street.page("duiyuan", f"/patrols/{patrol}/crew")).text
    assert seen.count(f'href="/equipment/{thing}"') == 1
    assert "外借的" in seen
