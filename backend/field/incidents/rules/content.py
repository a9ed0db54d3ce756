"""What a report must say. Pure."""

from backend.foundation.refusals import Refusal, needed


def first_report(category: str, facts: str, to: list[str]) -> list[str]:
    """The bodies it goes to, each once; refuses `invalid` with every part that is missing. No more is asked for: what is
    not known yet follows."""
    codes = list(dict.fromkeys(to))
    needed(
        {
            "category": (category, "选是什么事件"),
            "facts": (facts, "写一句发生了什么"),
            "to": ("".join(codes), "选报给谁"),
        }
    )
    return codes


def exercise(*, said: bool, origin: bool | None) -> bool:
    """A drill stays a drill; a real event is none. `origin` is None where it came from nothing. Refuses `invalid`."""
    if origin is not None and said and not origin:
        raise Refusal("invalid", fields={"exercise": "来源是真实事件，不能报成演练"})
    return said or bool(origin)
