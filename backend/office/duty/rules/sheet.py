"""The roster as a spreadsheet: its columns, and a cell of people read back. Written and read in the same form. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

SHEET: Final = "排班"
# Field, title, width in characters. What is read back stands in NEEDED; the rest is there for whoever fills it in.
COLUMNS: Final[tuple[tuple[str, str, float], ...]] = (
    ("code", "编号", 13), ("day", "日期", 12), ("weekday", "星期", 6), ("kind", "类别", 10), ("name", "岗位", 20),
    ("place", "地点", 18), ("times", "时间", 18), ("slot", "席位", 14), ("need", "人数", 8), ("people", "人员", 40),
)  # fmt: skip
TITLES: Final = {field: title for field, title, _ in COLUMNS}
NEEDED: Final = ("code", "day", "slot", "people")
_LENGTHS: Final = (8, 12, 32)
_BETWEEN: Final = re.compile(r"[、,，;；/／\s]+")
_NAMED: Final = re.compile(r"(?P<name>[^（()）]+)[（(](?P<username>[^（()）]+)[)）]")


class Person(NamedTuple):
    """Somebody who may stand on a shift."""

    id: UUID
    username: str
    name: str


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who may be written into a cell. Those who share a name go by name and account: 张伟（zhangwei2）."""

    everybody: tuple[Person, ...]

    def written(self, names: Iterable[UUID]) -> str:
        """A cell as `read` understands it."""
        known = {person.id: person for person in self.everybody}
        return "、".join(self._called(known[id_]) for id_ in names)

    def read(self, cell: str) -> tuple[tuple[Person, ...], tuple[str, ...]]:
        """Who stands in a cell, and everything in it that names nobody, several, or somebody twice."""
        found: list[Person] = []
        faults: list[str] = []
        for part in filter(None, _BETWEEN.split(cell.strip())):
            people = self._meant(part)
            if len(people) != 1:
                faults.append(_fault(part, people))
            elif people[0] in found:
                faults.append(f"“{part}”写了两次")
            else:
                found.append(people[0])
        return tuple(found), tuple(faults)

    def _called(self, person: Person) -> str:
        shared = Counter(each.name for each in self.everybody)[person.name] > 1
        return f"{person.name}（{person.username}）" if shared else person.name

    def _meant(self, part: str) -> list[Person]:
        if named := _NAMED.fullmatch(part):
            wanted = (named["name"], named["username"])
            return [each for each in self.everybody if (each.name, each.username) == wanted]
        return [each for each in self.everybody if each.name == part]


def codes(shifts: Iterable[tuple[UUID, int]]) -> Mapping[str, tuple[UUID, int]]:
    """What the rows of a month are known by, 3f9c0b1d-1 for the first slot: code → shift and slot, from every shift with how many
    slots it has. Ids that begin alike are told apart by more of them."""
    known = list(shifts)
    length = next(n for n in _LENGTHS if len({id_.hex[:n] for id_, _ in known}) == len(known))
    return {f"{id_.hex[:length]}-{slot + 1}": (id_, slot) for id_, slots in known for slot in range(slots)}


def _fault(part: str, people: list[Person]) -> str:
    if not people:
        return f"没有“{part[:20]}”这个人，或者不在可以排班的人员里"
    told = "、".join(f"{each.name}（{each.username}）" for each in people)
    return f"有{len(people)}个“{part[:20]}”，写明账号：{told}"
