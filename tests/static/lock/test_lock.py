"""A phone nobody has touched: the page is gone from sight until the person gives their password, with a network or without."""

from playwright.async_api import Page, expect

from tests.rig.waiting import comes_true
from tests.static.lock.conftest import PASSWORD, Locking

SECRET = "两处摊点越出店面"
KEYS = "import('/js/outbox/database.js').then(({ openDatabase }) => openDatabase()).then((database) => database.getAllKeys('keys'))"
KEY_GONE = f"{KEYS}.then((keys) => keys.length === 0)"


async def is_locked(page: Page) -> None:
    await expect(page.get_by_role("heading", name="本机锁上了")).to_be_visible()
    await expect(page.get_by_text(SECRET)).to_be_hidden()
    assert SECRET not in await page.locator("body").aria_snapshot()


async def is_open(page: Page) -> None:
    await expect(page.get_by_text(SECRET)).to_be_visible()
    await expect(page.locator("#lock")).to_be_hidden()


async def test_a_phone_that_never_heard_the_password_asks_for_it_once(locking: Locking) -> None:
    page = await locking.open()
    await is_locked(page)
    await locking.give("falsch-falsch")
    await expect(page.locator("#lock [role=alert]")).to_have_text("密码不对，再试一次；忘记密码请管理员重设")
    await locking.give(PASSWORD)
    await is_open(page)
    assert await page.locator("meta[name=csrf]").get_attribute("content") == "new"


async def test_it_locks_after_the_minutes_and_not_while_somebody_works(opened: Locking) -> None:
    page = opened.page
    await opened.idle(4)
    await page.get_by_label("情况").press_sequentially("越")
    await opened.idle(4)
    await is_open(page)
    await opened.idle(1)
    await is_locked(page)
    assert await page.title() == "本机锁上了 · 联动"


async def test_what_was_typed_is_there_again(opened: Locking) -> None:
    page = opened.page
    await page.get_by_label("情况").fill("写了一半")
    await opened.idle(5)
    await is_locked(page)
    await opened.give(PASSWORD)
    await expect(page.get_by_label("情况")).to_have_value("写了一半")
    assert await page.title() == "早市巡查"


async def test_without_a_network_the_password_is_judged_on_the_phone(opened: Locking) -> None:
    page = opened.page
    opened.reached = False
    await opened.idle(5)
    await opened.give("falsch-falsch")
    await expect(page.locator("#lock [data-said]")).to_have_text("密码不对，再试一次")
    await is_locked(page)
    await opened.give(PASSWORD)
    await is_open(page)
    assert await page.evaluate(KEYS) == ["shen"]


async def test_wrong_tries_wait_longer_also_after_a_reload(opened: Locking) -> None:
    page = opened.page
    opened.reached = False
    await opened.idle(5)
    for _ in range(3):
        await opened.give("falsch-falsch")
    await expect(page.locator("#lock [data-said]")).to_have_text("密码不对，2秒后再试")
    await opened.open()
    await opened.give(PASSWORD)
    await expect(page.locator("#lock [data-said]")).to_contain_text("秒后再试")
    await is_locked(page)
    await page.clock.fast_forward(2_000)
    await opened.give(PASSWORD)
    await is_open(page)


async def test_a_cold_start_shows_the_lock_and_nothing_of_the_page_begins(opened: Locking) -> None:
    page = await opened.open()
    await is_open(page)
    await opened.idle(5)
    page = await opened.open()
    await is_locked(page)
    assert await page.evaluate(KEYS) == []
    refused = (
        "import('/js/outbox/outbox.js').then(({ openOutbox }) => openOutbox()).catch(({ words }) => words)"
    )
    assert await page.evaluate(refused) == "本机锁着，先打开"


async def test_the_key_of_what_is_sealed_is_gone_while_it_is_locked(opened: Locking) -> None:
    page = opened.page
    sealed = (
        "import('/js/outbox/outbox.js').then(({ openOutbox }) => openOutbox()).then(async ({ shelf }) => {"
    )
    await page.evaluate(f"{sealed} await shelf.put('x', '河堤') }})")
    await opened.idle(5)
    await page.wait_for_function("() => document.querySelector('#lock').open")
    await comes_true(page, KEY_GONE)
    opened.reached = False
    await opened.open()
    await opened.give(PASSWORD)
    assert await page.evaluate(f"{sealed} return shelf.get('x') }})") == "河堤"


async def test_one_tab_locks_and_opens_all(opened: Locking) -> None:
    other = await opened.open(await opened.context.new_page())
    await is_open(other)
    await opened.idle(5)
    await is_locked(opened.page)
    await is_locked(other)
    await opened.give(PASSWORD, other)
    await is_open(opened.page)


async def test_nothing_closes_it_but_the_password(opened: Locking) -> None:
    page = opened.page
    await opened.idle(5)
    for _ in range(3):
        await page.keyboard.press("Escape")
    await page.evaluate("document.querySelector('#lock').close()")
    await is_locked(page)


async def test_a_clock_put_back_opens_nothing(opened: Locking) -> None:
    await opened.page.clock.set_system_time("2026-11-22T00:00:00Z")
    await is_locked(await opened.open())


async def test_110_the_numbers_and_the_call_for_help_need_no_password(opened: Locking) -> None:
    page = opened.page
    lines = '{"at": 0, "lines": [{"name": "李衡", "what": "值班民警", "phone": "13900000001"}]}'
    await page.evaluate("kept => localStorage.setItem('ld-lines-shen', kept)", lines)
    opened.reached = False
    await opened.idle(5)
    await expect(page.locator("#lock").get_by_role("link", name="拨打110")).to_have_attribute(
        "href", "tel:110"
    )
    await page.get_by_text("值班电话", exact=True).click()
    number = page.locator("#lock").get_by_role("link", name="打给值班民警李衡")
    await expect(number).to_have_attribute("href", "tel:13900000001")
    await page.route("**/api/v1/assists/**", lambda route: route.abort())
    await page.locator("#lock [data-behaviour=assist]").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="发出支援").click()
    await expect(page.locator("#assist-now [data-said]")).to_contain_text("支援还没有发出去")
    await is_locked(page)


async def test_a_desk_with_a_lock_of_its_own_is_left_alone(locking: Locking) -> None:
    await locking.page.add_init_script("matchMedia = () => ({ matches: false })")
    await is_open(await locking.open())


async def test_where_nothing_can_be_kept_the_server_is_asked_each_time(locking: Locking) -> None:
    await locking.page.add_init_script(
        "delete Window.prototype.indexedDB; Object.defineProperty(self, 'indexedDB', { value: undefined })"
    )
    page = await locking.open()
    await locking.give(PASSWORD)
    await is_open(page)
    locking.reached = False
    await locking.idle(5)
    await locking.give(PASSWORD)
    await expect(page.locator("#lock [data-said]")).to_contain_text("连上网络才能打开")
    locking.reached = True
    await locking.give(PASSWORD)
    await is_open(page)
