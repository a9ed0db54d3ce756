"""What narrows the list; page, address and API say it with the same names. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.foundation.now import CHINA
from backend.foundation.refusals import Refusal
from backend.office.matters.rules.matter import STANDINGS

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Filters:
    """`body` is the name of the one that punishes; `day`: the list as it was at the end of that day."""

    q: str = ""
    field: str = ""
    standing: str = ""
    body: str = ""
    day: date | None = None

    def moment(self, at: datetime) -> datetime:
        """The moment whose list is shown."""
        if self.day is None:
            return at
        return datetime.combine(self.day + timedelta(days=1), time(), CHINA) - timedelta(microseconds=1)

    @property
    def narrow(self) -> bool:
        return any((self.q, self.field, self.standing, self.body))


def read_filters(asked: Mapping[str, str]) -> Filters:
    """From an address; what cannot be read narrows nothing but is refused `invalid`."""
    texts = {name: asked.get(name, "").strip() for name in ("q", "field", "standing", "body")}
    faults = {name: f"最多{LONGEST}个字" for name, text in texts.items() if len(text) > LONGEST}
    if texts["standing"] not in ("", *STANDINGS):
        faults["standing"] = "从列出的状态里选"
    day, wrong = _day(asked.get("day", "").strip())
    if faults | wrong:
        raise Refusal("invalid", fields=faults | wrong)
    return Filters(day=day, **texts)


def _day(text: str) -> tuple[date | None, dict[str, str]]:
    if not text:
        return None, {}
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None, {"day": "日期写成2026-12-01"}
    return (day, {}) if 1970 <= day.year <= 2200 else (None, {"day": "年份从1970到2200"})  # noqa: PLR2004
