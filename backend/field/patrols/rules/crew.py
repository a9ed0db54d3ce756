"""Who is on a patrol. Pure."""

from collections.abc import Collection, Iterable, Sequence

from backend.field.patrols.rules.patrol import Stay
from backend.foundation.refusals import Refusal

UNITS_FOR_JOINT = 2
ANOTHER_UNIT = "还需要另一个单位的人"
MOST = 60


def known(asked: Collection[str], found: Collection[str]) -> None:
    """Refuse `crew_needed` for nobody and `crew_unknown` with the names nobody of the township or county has."""
    if not asked:
        raise Refusal("crew_needed", fields={"crew": "至少一人"})
    strangers = sorted(set(asked) - set(found))
    if strangers:
        raise Refusal(
            "crew_unknown",
            f"不认识：{'、'.join(strangers)}",
            fields={"crew": "、".join(strangers)},
            extra={"unknown": strangers},
        )


def joint(kind: str, crew: Iterable[Stay]) -> None:
    """Refuse `joint_needs_two_units` for a joint patrol of one unit alone."""
    if kind == "joint" and len({stay.unit for stay in crew}) < UNITS_FOR_JOINT:
        raise Refusal("joint_needs_two_units", fields={"crew": ANOTHER_UNIT})


def unit_names(crew: Sequence[Stay], organiser: str) -> list[str]:
    """The units on the patrol, the organising one first."""
    others = sorted({(stay.unit_code, stay.unit_name) for stay in crew})
    names = [name for code, name in others if code == organiser] + [
        name for code, name in others if code != organiser
    ]
    return list(dict.fromkeys(names))
