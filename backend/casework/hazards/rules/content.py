"""What a notification must say. Pure."""

from collections.abc import Iterable

from backend.foundation.refusals import needed


def told(category: str, facts: str, endangers: Iterable[str]) -> list[str]:
    """To whom it is dangerous, each once; refuses `invalid` with every part that is missing."""
    words = list(dict.fromkeys(word.strip() for word in endangers if word.strip()))
    needed(
        {
            "category": (category, "选隐患类别"),
            "endangers": ("".join(words), "选危及什么人"),
            "facts": (facts, "写明是什么隐患"),
        }
    )
    return words
