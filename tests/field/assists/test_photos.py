"""Photos taken on a call hang on it: who was there adds them, who sees it sees them, what follows from it brings them."""

from tests.field.assists.calls import Calls
from tests.field.photos import photo_of

ADDING = 'data-subject-kind="assist"'


async def test_who_is_there_takes_them_and_all_who_see_the_call_see_them(calls: Calls) -> None:
    assist = await calls.acknowledged()
    own = await photo_of(calls.street, "assist", assist)
    of_police = await photo_of(calls.street, "assist", assist, "minjing")
    assert set((await calls.read("zhihui", assist))["photos"]) == {own, of_police}
    for who in ("duiyuan", "minjing"):
        shown = (await calls.street.page(who, f"/assists/{assist}")).text
        assert (ADDING in shown, f"/photos/{own}" in shown, f"/photos/{of_police}" in shown) == (True,) * 3


async def test_who_only_looks_on_is_offered_no_camera(calls: Calls) -> None:
    assist = await calls.acknowledged()
    await photo_of(calls.street, "assist", assist)
    shown = (await calls.street.page("lingdao", f"/assists/{assist}")).text
    assert (ADDING in shown, ">照片</" in shown) == (False, True)


async def test_after_the_end_they_are_still_taken_by_who_writes_what_came_of_it(calls: Calls) -> None:
    assist = await calls.resolved()
    assert ADDING in (await calls.street.page("minjing", f"/assists/{assist}")).text
    assert ADDING not in (await calls.street.page("lingdao", f"/assists/{assist}")).text


async def test_a_notification_that_follows_brings_them(calls: Calls) -> None:
    assist = await calls.resolved()
    photo = await photo_of(calls.street, "assist", assist)
    shown = (await calls.street.page("duizhang", f"/hazards/new?kind=assist&origin={assist}")).text
    assert f'value="{photo}"' in shown
