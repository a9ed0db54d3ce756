"""重大隐患通报 through the pages: told on the phone, answered by the county, recorded on behalf, reported above."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import act
from tests.journeys.day import Day
from tests.journeys.material import home_made
from tests.journeys.officer import add_photo, all_sent
from tests.journeys.record import told

SENDING_MS = 60_000
FACTS = "后厨十二个液化气瓶与明火同室"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return home_made(tmp_path).photos[0]


async def pick(page: Page, name: str, value: str) -> None:
    """A tap on the chip, as a thumb does it."""
    await page.locator(f'label.ld-chip:has(input[name="{name}"][value="{value}"])').click()


async def tell(page: Page, to: str, photo: Path) -> str:
    """From the first page to the notification; answers its id."""
    await page.goto("/")
    await page.get_by_role("link", name=re.compile("通报重大隐患")).click()
    await pick(page, "category", "燃气")
    await pick(page, "endangers", "周边居民")
    await pick(page, "to_unit", to)
    await page.get_by_label("具体情况").fill(FACTS)
    await add_photo(page, photo)
    await expect(page.locator("[data-place-words]")).to_contain_text("卫星定位")
    await page.get_by_role("button", name="立即通报").click()
    await expect(page.get_by_role("heading", name="燃气隐患")).to_be_visible(timeout=SENDING_MS)
    await all_sent(page)
    return page.url.rsplit("/", 1)[1]


async def test_told_on_the_phone_answered_by_the_county_and_closed(day: Day, photo: Path) -> None:
    county = await day.screen("phone", "yingji")
    await county.goto("/hazards")
    phone = await day.screen("phone", "duiyuan")
    hazard = await tell(phone, "yjj", photo)

    await day.later(county, 21)
    await expect(county.get_by_text(f"燃气隐患：{FACTS}")).to_be_visible()
    await county.get_by_text(f"燃气隐患：{FACTS}").click()
    await expect(county.locator('.ld-evidence__pic img[src*="/photos/"]')).to_have_count(1)
    await act(county, "派员", "已派员", people="监察一组", head_count="3")
    await act(county, "已到场", "已到场", note="已关阀")
    await act(county, "反馈结果", "反馈结果", text="气瓶已清走，装上切断阀")

    await phone.reload()
    for words in ("派员：监察一组，3人", "到场。已关阀", "反馈结果：气瓶已清走，装上切断阀"):
        await expect(phone.get_by_text(words)).to_be_visible()
    await act(phone, "办结", "办结", text="到场核实，隐患消除")
    record = await told(phone, f"/hazards/{hazard}")
    assert (record["state"], record["answer"]["state"], len(record["photos"])) == ("closed", "met", 1)


async def test_an_answer_by_telephone_is_recorded_on_behalf_with_its_proof(day: Day, photo: Path) -> None:
    phone = await day.screen("phone", "duiyuan")
    hazard = await tell(phone, "slj", photo)
    await expect(phone.get_by_text("县水利局没有账号，看不到系统里的通报")).to_be_visible()
    await phone.get_by_role("link", name="代录对方答复").click()
    await phone.get_by_label("派了谁").fill("水政大队")
    await phone.get_by_label("谁答复的").fill("冯师傅")
    await phone.get_by_label("对方原话").fill("两个人已经出发")
    await add_photo(phone, photo)
    await phone.get_by_role("button", name="存下").click()
    await expect(phone.get_by_text("派员：水政大队")).to_be_visible(timeout=SENDING_MS)
    await expect(phone.get_by_role("link", name="凭证1")).to_be_visible()
    step = (await told(phone, f"/hazards/{hazard}"))["steps"][-1]
    assert (step["on_behalf"]["name"], len(step["on_behalf"]["proofs"])) == ("冯师傅", 1)


async def test_a_refusal_without_reason_is_reported_to_the_government(day: Day, photo: Path) -> None:
    hazard = await tell(await day.screen("phone", "duiyuan"), "yjj", photo)
    county = await day.screen("desk", "yingji")
    await county.goto(f"/hazards/{hazard}")
    await act(county, "不处理", "送出答复")

    leader = await day.screen("tablet", "zhenzhang")
    await leader.goto(f"/hazards/{hazard}")
    await act(leader, "签发报告", "签发", number="示政执报〔2026〕9号")
    await expect(leader.get_by_text("已报告", exact=True)).to_be_visible()

    government = await day.screen("desk", "xianban")
    await government.goto("/hazards")
    await government.get_by_text(f"燃气隐患：{FACTS}").click()
    await expect(government.get_by_text("示政执报〔2026〕9号").first).to_be_visible()
    paper = await government.request.get(f"/api/v1/hazards/{hazard}/report.pdf", timeout=SENDING_MS)
    assert (paper.status, (await paper.body())[:5]) == (200, b"%PDF-")
    await county.reload()
    await expect(county.get_by_text("报告上级政府，文号")).to_have_count(0)
