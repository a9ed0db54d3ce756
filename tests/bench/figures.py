"""A figure beside its limit, and the table of them."""

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Figure:
    """What was measured.

    With a `limit` (the same work without the product, measured in the same run) the share value ÷ limit is held
    against `aim`; without one, or with `held="value"`, the value itself is. `better` says which way is good.
    """

    name: str
    value: float
    unit: str
    aim: float
    limit: float | None = None
    better: Literal["more", "less"] = "more"
    held: Literal["share", "value"] = "share"

    @property
    def share(self) -> float | None:
        return self.value / self.limit if self.limit else None

    @property
    def reached(self) -> bool:
        held = self.value if self.share is None or self.held == "value" else self.share
        return held >= self.aim if self.better == "more" else held <= self.aim

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "share": self.share, "reached": self.reached}


def table(figures: list[Figure]) -> str:
    """Lines of: figure, its limit in the same run, the share, the aim."""
    return "\n".join(
        [f"  {'':<44}{'measured':>16}{'limit':>12}{'share':>8}{'aim':>10}", *map(_line, figures)]
    )


def _line(figure: Figure) -> str:
    limit = f"{figure.limit:,.1f}" if figure.limit else "—"
    share = f"{figure.share:.2f}" if figure.share is not None else "—"
    aim = f"{'≥' if figure.better == 'more' else '≤'} {figure.aim:g}"
    measured = f"{figure.value:,.1f} {figure.unit}"
    return f"{'✓' if figure.reached else '✗'} {figure.name:<44}{measured:>16}{limit:>12}{share:>8}{aim:>10}"
