"""What may be said of a superior command."""

import pytest

from backend.foundation.refusals import Refusal
from backend.office.superior.rules import Superior, judged

NAME, PHONE, URL = "县应急指挥中心", "0877-4012345", "https://zhihui.example/mobile?town=sfz"


def test_name_with_a_number_or_an_address_or_both_is_taken() -> None:
    assert judged(NAME, PHONE, URL) == Superior(NAME, PHONE, URL)
    assert judged(NAME, PHONE, "").there
    assert judged(NAME, "", URL).there


def test_everything_empty_is_none() -> None:
    assert not judged("", "", "").there


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (("", PHONE, URL), "name"),
        (("甲" * 41, PHONE, ""), "name"),
        ((NAME, "", ""), "phone"),
        ((NAME, "12", ""), "phone"),
        ((NAME, "1" * 31, ""), "phone"),
        ((NAME, "总机转8001", ""), "phone"),
        ((NAME, "110;isub=1", ""), "phone"),
        ((NAME, "", "http://zhihui.example"), "url"),
        ((NAME, "", "https://"), "url"),
        ((NAME, "", "https://-zhihui.example"), "url"),
        ((NAME, "", "https://a:b@zhihui.example"), "url"),
        ((NAME, "", "https://inside\\@outside/"), "url"),
        ((NAME, "", "https://zhihui.example/ a"), "url"),
        ((NAME, "", "javascript:alert(1)"), "url"),
        ((NAME, "", f"https://zhihui.example/{'a' * 300}"), "url"),
    ],
)
def test_what_nobody_could_call_or_open_is_refused(said: tuple[str, str, str], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        judged(*said)
    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize("phone", ["110", "1" * 30, "+86 877 4012345", "0877 (401) 2345"])
def test_numbers_as_people_write_them(phone: str) -> None:
    assert judged(NAME, phone, "").phone == phone
