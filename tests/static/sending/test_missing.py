"""What is missing is said before anything is sent, in words that fit the field."""

from typing import Any

from tests.static.conftest import Stand

FORM = """<form {{ attrs | safe }}><input name="title" required value="{{ title }}"><input type="date" name="on" required value="{{ on }}">
<input type="radio" name="kind" value="a" required{{ chosen }}><input type="radio" name="kind" value="b" required>
<select name="who" required><option value="">选</option><option value="x" {{ 'selected' if title }}>x</option></select>
<input name="hidden" required disabled><input type="checkbox" name="points.a"{{ looked }}><input type="radio" name="points.b" value="true"></form>"""
READ = "async () => (await import('/js/sending/missing.js')).missingIn(document.forms[0])"


async def missing(stand: Stand, **given: Any) -> dict[str, str]:
    found: dict[str, str] = await (await stand(FORM, **given)).evaluate(READ)
    return found


async def test_each_empty_field_is_asked_for_in_its_own_words(stand: Stand) -> None:
    assert await missing(stand) == {"title": "要填上", "on": "选一个时间", "kind": "选一项", "who": "选一项"}


async def test_blanks_are_nothing(stand: Stand) -> None:
    assert (await missing(stand, title="  "))["title"] == "要填上"


async def test_what_is_given_or_switched_off_is_not_asked_for(stand: Stand) -> None:
    assert await missing(stand, title="早市", on="2026-11-23", chosen=" checked") == {}


async def test_one_of_a_group_is_enough_and_none_is_too_few(stand: Stand) -> None:
    full = {"title": "早市", "on": "2026-11-23", "chosen": " checked"}
    group = 'data-one-of="points." data-one-of-words="至少查一项"'
    assert await missing(stand, **full, attrs=group) == {"points.a": "至少查一项"}
    assert await missing(stand, **full, attrs=group, looked=" checked") == {}
