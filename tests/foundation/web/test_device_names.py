"""What 我的设备 calls a browser."""

import pytest

from backend.foundation.web.visitors import device_name

CHROME = "Mozilla/5.0 (Linux; Android 13; 22041216C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (CHROME, "Android · Chrome"),
        (f"{CHROME} MicroMessenger/8.0.50", "Android · 微信"),
        (f"{CHROME} wxwork/4.1 MicroMessenger/7.0.1", "Android · 企业微信"),
        (f"{CHROME} HuaweiBrowser/15.0", "Android · 华为浏览器"),
        (f"{CHROME} XiaoMi/MiuiBrowser/18.1", "Android · 小米浏览器"),
        ("Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/114.0 ArkWeb/4.1", "OpenHarmony · Chrome"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1",
            "iPhone · Safari",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0", "Windows · Edge"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Gecko/20100101 Firefox/133.0", "Mac · Firefox"),
        ("", "未知系统 · 浏览器"),
    ],
)
def test_a_browser_is_called_by_what_its_owner_knows(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name
