"""The lists as they came about, step by step: founding, grants, what was taken back, what departments propose."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from backend.demo.matters.reading import history, line, matters, neighbours
from backend.demo.organisation import officer_id, township_id
from backend.demo.weeks.people import cast
from backend.demo.weeks.story import Act as Happening
from backend.foundation.database import transaction
from backend.foundation.now import local, now
from backend.office.matters.commands.plan import carry_out
from backend.office.matters.commands.proposals import decline, propose
from backend.office.matters.commands.writing import Act, turn_page
from backend.office.matters.queries.bodies import directory_of
from backend.office.matters.queries.proposals import proposals_open_to
from backend.office.matters.queries.reach import list_of
from backend.office.matters.queries.standing import standing_list
from backend.office.matters.rules.comparing import Terms, compare
from backend.office.matters.rules.matter import Paper
from backend.office.matters.rules.sheet import read_line

Told = dict[str, Any]
HERE, THERE = "sfz", "lz"
ANSWERED = timedelta(days=4)


def lists(at: datetime) -> Iterator[Happening]:
    """What happened to both townships' lists up to `at`, each at its own moment."""
    told = history()
    yield _step(at, told["founding"], HERE, "duizhang", _founding(told))
    yield _step(at, told["founding"], THERE, "linzhen", neighbours())
    for change in told["changes"]:
        yield _step(at, change, HERE, "duizhang", [matters()[code] for code in change["codes"]])
    yield _step(at, told["gone"], HERE, "duizhang", [_gone(told["gone"], "dropped")])
    yield _step(at, told["scheduled"], HERE, "duizhang", [_scheduled(told["scheduled"])])
    for proposal in told["proposals"]:
        yield from _proposed(at, proposal)


def _founding(told: Told) -> list[Told]:
    """Everything as it stood at first."""
    earlier = {
        code: {"punishing": body, **change["was"]}
        for change in told["changes"]
        for code, body in change["codes"].items()
    }
    first = [matter | earlier.get(code, {}) for code, matter in matters().items()]
    return [*first, _gone(told["gone"], "granted")]


def _gone(told: Told, standing: str) -> Told:
    return {**told["matter"], "standing": standing}


def _scheduled(told: Told) -> Told:
    return matters()[told["code"]] | {"standing": "taken_back", "punishing": told["punishing"]}


def _step(at: datetime, told: Told, township: str, by: str, wanted: list[Told]) -> Happening:
    """One import on its day; `recorded` where it was put down before it begins."""
    begins = local(at - timedelta(days=told["days"])).date()
    moment = at - timedelta(days=told["recorded"] if "recorded" in told else told["days"])

    async def do() -> None:
        act = Act(township_id(township), officer_id(by), now())
        terms = Terms(begins, _paper(told), whole=False, at=act.at)
        directory = await directory_of(act.township)
        rows = [read_line(line(number, matter), directory) for number, matter in enumerate(wanted, 2)]
        found = compare(rows, await standing_list(act.township), directory, terms)
        assert not found.faults, found.faults
        async with transaction():
            await turn_page(act.township)
            await carry_out(found.planned, act)

    return Happening(moment, do)


def _proposed(at: datetime, told: Told) -> Iterator[Happening]:
    begins = local(at - timedelta(days=told["begins"])).date()
    proposed_at = at - timedelta(days=told["days"])
    yield Happening(proposed_at, partial(_propose, told, begins))
    if "declined" in told:
        yield Happening(proposed_at + ANSWERED, partial(_decline, told))


async def _propose(told: Told, begins: date) -> None:
    liaison = (await cast())[told["from"]]
    whose = await list_of(liaison, HERE)
    wanted = matters()[told["code"]] | {"standing": told["standing"], "punishing": told["punishing"]}
    read = read_line(line(1, wanted), await directory_of(whose.id))
    draft = replace(read.draft, effective_on=begins, paper=_paper(told), reason=told["reason"])
    matter = (await standing_list(whose.id))[told["code"]].id
    await propose(whose, matter, draft, liaison, Act(whose.id, liaison.id, now()))


async def _decline(told: Told) -> None:
    captain = (await cast())["duizhang"]
    act = Act(township_id(HERE), captain.id, now())
    [proposal] = [found for found in await proposals_open_to(captain) if found.code == told["code"]]
    await decline(proposal, told["declined"], act)


def _paper(told: Told) -> Paper:
    day = local(now()).date()
    return Paper(told["title"], told["number"].format(year=day.year), day)
