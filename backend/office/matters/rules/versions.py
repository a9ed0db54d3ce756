"""When a version may begin and what it makes of the matter. Pure.

What the list said in the past is never rewritten: a version begins today at the earliest, and not before it was recorded.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from backend.foundation.now import CHINA, local
from backend.office.matters.rules.content import content_faults
from backend.office.matters.rules.faults import Fault
from backend.office.matters.rules.matter import STANDINGS, Content, Paper

FARTHEST = timedelta(days=5 * 366)
LONGEST_TITLE, LONGEST_NUMBER, LONGEST_REASON = 160, 60, 500
# Where a change of standing has to show the paper that says so.
NEEDS_PAPER = frozenset({"granted", "taken_back", "dropped"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A version as somebody wants it."""

    code: str
    content: Content
    effective_on: date | None
    paper: Paper
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Last:
    """The last version of a matter that stands, in force or still to begin."""

    number: int
    effective_on: date
    starts_at: datetime
    content: Content
    paper: Paper


def version_faults(draft: Draft, last: Last | None, own: Collection[UUID], at: datetime) -> list[Fault]:
    """Everything that speaks against recording `draft` at `at` after `last`."""
    return [
        *content_faults(draft.code, draft.content, own),
        *day_faults(draft.effective_on, at, last),
        *_course(draft, last),
        *_paper(draft, last),
    ]


def day_faults(day: date | None, at: datetime, last: Last | None = None) -> Iterator[Fault]:
    """What speaks against beginning on `day`, asked for at `at`."""
    today = local(at).date()
    if day is None:
        yield Fault("effective_on", "invalid", "写上生效日期")
    elif day < today:
        yield Fault("effective_on", "matter_date_past", f"生效日期{day}已经过去，最早是今天{today}")
    elif day > today + FARTHEST:
        yield Fault("effective_on", "invalid", f"生效日期{day}太远，核对年份")
    elif last is not None and day < last.effective_on:
        words = f"已有一版定于{last.effective_on}生效，不能排在它前面；要改先撤回那一版"
        yield Fault("effective_on", "matter_scheduled", words)


def starts_at(effective_on: date, recorded_at: datetime) -> datetime:
    """Midnight of its day at +08:00; one recorded on its very day begins when it was recorded."""
    return max(datetime.combine(effective_on, time(), CHINA), recorded_at)


def step(before: str | None, after: str) -> str:
    """What a version does to the matter: `listed`, `granted`, `taken_back`, `dropped` or `changed`."""
    if after == before:
        return "changed"
    if after == "kept":
        return "listed" if before in (None, "dropped") else "changed"
    return after


def _course(draft: Draft, last: Last | None) -> Iterator[Fault]:
    before, after = last.content.standing if last else None, draft.content.standing
    if after not in STANDINGS:
        yield Fault("standing", "invalid", f"状态只能是{'、'.join(STANDINGS.values())}")
    elif after == "taken_back" and before not in ("granted", "taken_back"):
        yield Fault(
            "standing", "matter_not_granted", "没有赋权过的事项，谈不上收回；由部门处罚的写“部门实施”"
        )
    elif after == "dropped" and before in (None, "dropped"):
        yield Fault("standing", "matter_not_listed", "不在清单里的事项，不能移出")
    elif last is not None and last.content == draft.content:
        yield Fault("name", "matter_unchanged", "和清单里的一样，没有要改的")


def _paper(draft: Draft, last: Last | None) -> Iterator[Fault]:
    done = step(last.content.standing if last else None, draft.content.standing)
    if done in NEEDS_PAPER and not draft.paper.title:
        yield Fault("paper_title", "matter_paper_needed", f"{STANDINGS[done]}要写明依据哪份文件")
    else:
        yield from paper_faults(draft.paper)
    if len(draft.reason) > LONGEST_REASON:
        yield Fault("reason", "invalid", f"最多{LONGEST_REASON}个字")


def paper_faults(paper: Paper) -> Iterator[Fault]:
    """What is wrong with how a paper is named."""
    if len(paper.title) > LONGEST_TITLE:
        yield Fault("paper_title", "invalid", f"最多{LONGEST_TITLE}个字")
    if len(paper.number) > LONGEST_NUMBER:
        yield Fault("paper_number", "invalid", f"最多{LONGEST_NUMBER}个字")
    if paper.title == "" and (paper.number or paper.on):
        yield Fault("paper_title", "invalid", "写上文件名称")
