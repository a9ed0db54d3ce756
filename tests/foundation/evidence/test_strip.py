"""The strip other rooms put on their pages."""

from uuid import uuid4

from backend.foundation.evidence.queries import photos_of
from backend.foundation.evidence.strips import strip
from backend.foundation.people.tokens import person_of_token
from tests.foundation.evidence.conftest import HERE, Page
from tests.foundation.evidence.pictures import photo
from tests.foundation.evidence.sending import Sender
from tests.rig.cast import app


def drawn(found: object) -> str:
    engine = app().template_engine
    assert engine is not None
    return str(engine.engine.get_template("evidence/_strip.html").render(strip=found))


async def test_a_record_shows_its_photos_with_what_is_off(li: Sender, press: None, page: Page) -> None:
    seen = await li.take(photo(500, 300, taken="2026:11:18 09:00:00"))
    await li.call("GET", f"{seen}/content", params={"variant": "thumb"})
    waiting = (await li.register(photo())).json()["id"]
    removed = await li.take(photo(501, 300))
    await li.call("POST", f"{removed}/removal", json={"note": "拍错了"})
    photos = (await photos_of("page", [page.id], HERE))[page.id]
    assert {str(one.id) for one in photos} == {seen, waiting}
    person = await person_of_token(li.token)
    assert person is not None
    text = drawn(await strip(person, "page", page.id, photos))
    assert f"/api/v1/photos/{seen}/content?variant=thumb" in text
    assert "时间不符" in text
    assert "内容还没传到" in text


async def test_who_may_add_gets_camera_and_gallery(li: Sender, town: dict[str, str], page: Page) -> None:
    for name, offered in (("李", True), ("管", False)):
        person = await person_of_token(town[name])
        assert person is not None
        assert ("data-take" in drawn(await strip(person, "page", page.id))) == offered
        assert "data-take" not in drawn(await strip(person, "page", page.id, open_=False))


async def test_records_without_photos_are_answered_too(page: Page, town: dict[str, str]) -> None:
    assert await photos_of("page", [], HERE) == {}
    other = uuid4()
    assert await photos_of("page", [other], HERE) == {other: []}
