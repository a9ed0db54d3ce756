"""The environment is read once; a bad value stops the start and is named."""

from pathlib import Path

import pytest

from backend.settings import BadSetting, read_settings

TIANDITU = "https://t{s}.tianditu.gov.cn/vec_w/wmts?x={x}&y={y}&z={z}&tk=key"


def test_nothing_said_is_production_on_this_machine_alone(tmp_path: Path) -> None:
    given = read_settings({"LIANDONG_DATA": str(tmp_path)})
    assert (given.env, given.host, given.port, given.demo) == ("production", "127.0.0.1", 8000, False)
    assert given.database_url == f"sqlite:///{tmp_path}/liandong.sqlite3"
    assert (given.tile_url, given.tile_host, given.tile_subdomains) == ("", "", "abc")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LIANDONG_ENV", "staging"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("PORT", "-1"),
        ("DATABASE_URL", "mysql://localhost/liandong"),
        ("DATABASE_URL", "liandong.sqlite3"),
        ("LIANDONG_DEMO", "yes"),
        ("LIANDONG_DEMO_OPEN", "true"),
        ("LIANDONG_SECURE_COOKIES", "on"),
        ("LIANDONG_PROXIES", "10.0.0.5, proxy.example"),
        ("LIANDONG_PROXIES", "10.0.0.5/8"),
        ("LIANDONG_PROXY_HEADER", "x-real-ip"),
        ("LIANDONG_CLOCK_FILE", "clock"),
        ("LIANDONG_TILES_SYSTEM", "bd09"),
        ("LIANDONG_TILES", "https://tiles.example"),
        ("LIANDONG_TILES", "//tiles.example/{z}/{x}/{y}.png"),
        ("LIANDONG_TILES", "https://tiles.example;script-src */{z}/{x}/{y}.png"),
        ("LIANDONG_TILES_SUBDOMAINS", "0-7"),
        ("LIANDONG_ADDRESS", "liandong.example"),
        ("LIANDONG_ADDRESS", "https://liandong.example/path"),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name}: "):
        read_settings({name: value})


@pytest.mark.parametrize(
    ("env", "flag", "demo"), [("demo", "", True), ("demo", "0", False), ("production", "1", True)]
)
def test_the_demo_comes_with_its_environment_unless_said_otherwise(env: str, flag: str, demo: bool) -> None:
    assert read_settings({"LIANDONG_ENV": env, "LIANDONG_DEMO": flag}).demo == demo


def test_time_is_given_only_under_test() -> None:
    given = read_settings({"LIANDONG_ENV": "test", "LIANDONG_CLOCK_FILE": "clock"})
    assert given.clock_file == Path("clock")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (TIANDITU, "https://*.tianditu.gov.cn"),
        ("https://webrd0{s}.is.autonavi.com/{z}/{x}/{y}", "https://*.is.autonavi.com"),
        ("http://tiles.example:8080/{z}/{x}/{y}.png", "http://tiles.example:8080"),
    ],
)
def test_the_content_policy_is_told_a_host_it_can_read(url: str, host: str) -> None:
    assert read_settings({"LIANDONG_TILES": url}).tile_host == host


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"HOST": "::1", "PORT": "8443", "LIANDONG_SECURE_COOKIES": "1"}, "https://[::1]:8443"),
        ({"LIANDONG_ADDRESS": "https://liandong.example/"}, "https://liandong.example"),
    ],
)
def test_papers_lead_to_where_the_product_is_opened(environ: dict[str, str], address: str) -> None:
    assert read_settings(environ).address == address
