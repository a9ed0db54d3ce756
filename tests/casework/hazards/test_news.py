"""A danger is told to everybody of the competent body at any hour; what it answers to whoever told it."""

from backend.foundation.notify.queries import inbox
from tests.casework.hazards.desks import Desks


async def unread(desks: Desks, who: str) -> list[tuple[str, bool]]:
    return [
        (told.title, told.urgent) for told in await inbox(await desks.street.cast.person(who), unread=True)
    ]


async def test_the_competent_body_is_told_at_once_and_at_any_hour(desks: Desks) -> None:
    await desks.told()
    assert await unread(desks, "yingji") == [("收到重大隐患通报，请立即派员", True)]
    for who in ("duiyuan", "chengguan", "linzhen"):
        assert await unread(desks, who) == [], who


async def test_its_answer_is_told_to_whoever_told_it(desks: Desks) -> None:
    await desks.sent()
    assert await unread(desks, "duiyuan") == [("对方已派员", False)]


async def test_the_inbox_leads_to_the_notification(desks: Desks) -> None:
    hazard = await desks.told()
    (told,) = await inbox(await desks.street.cast.person("yingji"))
    browser = await desks.street.cast.browser("yingji")
    assert (await browser.get(f"/notices/{told.id}")).headers["location"] == f"/hazards/{hazard}"
