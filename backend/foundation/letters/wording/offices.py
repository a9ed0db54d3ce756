"""How bodies call each other in a letter: 我镇, 你局. Pure."""

from dataclasses import dataclass

_SEATS = ("人民政府", "政府")
_WHOLE = ("街道办事处",)
_LAST_SIGNS = "局所队院委办厅部镇乡街区县市站"


@dataclass(frozen=True, slots=True)
class Office:
    """A body as it signs; `township` is the name of the one it belongs to, empty for county bodies."""

    name: str
    kind: str
    phone: str = ""
    township: str = ""

    @property
    def short(self) -> str:
        """镇 of 示范镇人民政府, 局 of 县城市管理局, 街道 of a 街道办事处; 单位 where the name tells nothing."""
        name = self.name
        if name.endswith(_WHOLE):
            return "街道"
        for seat in _SEATS:
            name = name.removesuffix(seat)
        last = name[-1:]
        return last if last and last in _LAST_SIGNS else "单位"

    @property
    def we(self) -> str:
        return f"我{self.short}"

    @property
    def you(self) -> str:
        return f"你{self.short}"
