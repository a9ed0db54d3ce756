"""What a case may come of, and what of a call for help decides whom it goes to. Pure."""

from collections.abc import Iterable
from uuid import UUID

from backend.foundation.refusals import Refusal
from backend.office.matters import Matter

NO_DRILL = "演练里没有案件，不能移送"
Choice = tuple[str, str, str]


def sources(
    origin: tuple[str, UUID] | None, *, finding: UUID | None, complaint: UUID | None
) -> dict[str, UUID | None]:
    """Each record under its kind, however it was named. Refuses `invalid` for another kind, and for two of one kind."""
    found = {"finding": finding, "complaint": complaint, "assist": None}
    if origin is None:
        return found
    kind, record_id = origin
    if kind not in found:
        raise Refusal("invalid", fields={"origin": "移送从发现、投诉或支援来"})
    if found[kind] not in (None, record_id):
        raise Refusal("invalid", fields={"origin": "和另写的来源不是同一条"})
    return found | {kind: record_id}


def no_drill(*, exercise: bool) -> None:
    """Refuse `invalid`: nobody is accused for a drill."""
    if exercise:
        raise Refusal("invalid", fields={"origin": NO_DRILL})


def obstruction(matters: Iterable[Matter]) -> Matter | None:
    """阻碍执行职务 as the place's list names it, if it does (《治安管理处罚法》: 阻碍国家机关工作人员依法执行职务)."""
    return next(
        (
            each
            for each in matters
            if "阻碍" in each.name and ("执行职务" in each.name or "执行公务" in each.name)
        ),
        None,
    )


def police(choices: Iterable[Choice], named: str) -> tuple[str, str] | None:
    """Direction and code of the body the list names for it, else 公安, else the township's own 派出所; `choices` by
    direction, code and name."""
    listed = list(choices)
    ranked = (
        *(each for each in listed if each[2] == named),
        *(each for each in listed if "公安" in each[2] and "派出所" not in each[2]),
        *(each for each in listed if "派出所" in each[2]),
    )
    return (ranked[0][0], ranked[0][1]) if ranked else None
