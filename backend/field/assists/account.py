"""What a paper that comes of a call begins with: the call as it went, in words."""

from uuid import UUID

from backend.field.assists.card import corner_of
from backend.field.assists.queries.sheet import Sheet, sheet
from backend.field.assists.rules.account import case_words, facts_words, measures_words
from backend.field.assists.rules.states import state_words
from backend.field.assists.rules.words import SEVERITIES, steps_words
from backend.foundation.beats import Beat, chain_words
from backend.foundation.now import local
from backend.foundation.people.identity import Person


async def account(person: Person, assist_id: UUID) -> str:
    """The whole of it, for the facts of a case. Refuses `not_found` to a stranger."""
    found = await sheet(person, assist_id)
    assist = found.called.assist
    done = measures_words(evidence=assist.evidence, dispersed=assist.dispersed, outcome=assist.outcome)
    hurt = f"受伤{assist.injured}人" if assist.injured else ""
    return case_words(
        what=_began(found),
        where=_where(found),
        told=told(found),
        number=assist.alarm_number,
        done="；".join(filter(None, [done, hurt])),
    )


def told(found: Sheet) -> str:
    """What was said, who was there, the time chain."""
    return facts_words(
        note=found.called.assist.note,
        chain=chain_words(_beats(found)),
        crew=[f"{each['unit_name']}{each['name']}" for each in found.crew],
    )


def _began(found: Sheet) -> str:
    """2026年11月20日12:00，综合行政执法队沈禾请求紧急支援：围堵阻碍"""
    assist = found.called.assist
    raiser, at = found.people[assist.raised_by], local(assist.raised_at)
    why = f"：{assist.reason}" if assist.reason else ""
    when = f"{at.year}年{at.month}月{at.day}日{at:%H:%M}"
    return f"{when}，{raiser['unit_name']}{raiser['name']}请求{SEVERITIES[assist.severity]}支援{why}"


def _where(found: Sheet) -> str:
    """The address of its finding, else the coordinates where they lead somewhere."""
    if found.finding and found.finding["address"]:
        return str(found.finding["address"])
    corner = corner_of(found.called.assist)
    return f"北纬{corner[0]:.5f}°、东经{corner[1]:.5f}°" if corner else ""


def _beats(found: Sheet) -> list[Beat]:
    assist = found.called.assist
    beats = [Beat(assist.raised_at, found.people[assist.raised_by]["name"], "请求支援")]
    for response in found.called.responses:
        words = steps_words(police=response.police)
        moments = {
            "acknowledgement": response.acknowledged_at,
            "departure": response.departed_at,
            "arrival": response.arrived_at,
        }
        beats += [Beat(at, response.name, words[noun]) for noun, at in moments.items() if at]
    if assist.ended_at:
        beats.append(Beat(assist.ended_at, "", state_words(assist)))
    return beats
