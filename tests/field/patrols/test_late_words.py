"""What reaches a patrol after its filing says of people how they are called."""

import pytest

from tests.field.street import Street, ago, code_of


@pytest.mark.parametrize(
    ("noun", "body", "text"),
    [
        ("crew", {"username": "shichang"}, "{shichang}加入巡查"),
        ("crew/minjing/departure", {}, "{minjing}离开巡查"),
    ],
)
async def test_late_words_name_people_as_they_are_called(
    street: Street, noun: str, body: dict[str, str], text: str
) -> None:
    patrol_id = await street.filed()
    late = await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", body | {"made_at": ago(minutes=1)})
    names = {who: (await street.cast.person(who)).name for who in ("shichang", "minjing")}
    assert [addendum["text"] for addendum in late.json()["addenda"]] == [text.format(**names)]


@pytest.mark.parametrize(
    ("noun", "body", "expected"),
    [
        ("crew", {"username": "linzhen"}, (422, "crew_unknown")),
        ("crew/jiaojing/departure", {}, (409, "not_in_crew")),
    ],
)
async def test_late_words_never_name_who_cannot_have_been_there(
    street: Street, noun: str, body: dict[str, str], expected: tuple[int, str]
) -> None:
    patrol_id = await street.filed()
    made_before = body | {"made_at": ago(minutes=1)}
    assert code_of(await street.post("duiyuan", f"/patrols/{patrol_id}/{noun}", made_before)) == expected
