"""The code on the letter: what is typed at the door of a link."""

from tests.casework.handoffs.invitations.visiting import printed, sent, visit
from tests.casework.handoffs.offices import Offices

WRONG = "2222 2222"


async def test_a_wrong_code_opens_nothing_and_waits_grow(offices: Offices) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    right, at.code = at.code, WRONG
    answers = [await at.enter() for _ in range(4)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 429]
    assert int(answers[-1].headers["Retry-After"]) >= 1
    at.code = right
    assert (await at.enter()).status_code == 429
    offices.street.clock.later(minutes=5)
    assert (await at.enter()).status_code == 303


async def test_a_wrong_code_stays_to_be_put_right(offices: Offices) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    at.code = WRONG
    assert f'value="{WRONG}"' in (await at.enter()).text


async def test_no_code_at_all_is_no_guess(offices: Offices) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    right, at.code = at.code, " - "
    answers = [await at.enter() for _ in range(5)]
    assert {answer.status_code for answer in answers} == {400}
    assert "写上函上印的回复码" in answers[0].text
    at.code = right
    assert (await at.enter()).status_code == 303


async def test_whoever_has_no_account_is_shown_no_way_into_the_rest(offices: Offices) -> None:
    nobody = await offices.street.cast.nobody()
    page = (await nobody.get(f"/p/{'2' * 20}")).text
    assert "没有这个链接" in page
    assert "回到今日" not in page


async def test_the_code_is_read_in_small_letters_and_with_or_without_spaces(offices: Offices) -> None:
    at = await visit(offices, await sent(offices), entered=False)
    at.code = at.code.lower().replace(" ", "-")
    assert (await at.enter()).status_code == 303


async def test_the_code_of_one_letter_does_not_open_another(offices: Offices) -> None:
    first, second = await sent(offices), await sent(offices)
    at = await visit(offices, first, entered=False)
    at.code = (await printed(second))[1]
    assert (await at.enter()).status_code == 422
