"""What a notification must say. Pure."""

from collections.abc import Iterable, Mapping

from backend.foundation.refusals import Refusal


def told(category: str, facts: str, endangers: Iterable[str]) -> list[str]:
    """To whom it is dangerous, each once; refuses `invalid` with every part that is missing."""
    words = list(dict.fromkeys(word.strip() for word in endangers if word.strip()))
    missing = {
        "category": "选隐患类别" if not category.strip() else "",
        "endangers": "选危及什么人" if not words else "",
        "facts": "写明是什么隐患" if not facts.strip() else "",
    }
    faults = {field: words for field, words in missing.items() if words}
    if faults:
        raise Refusal("invalid", fields=faults)
    return words


def needed(fields: Mapping[str, tuple[str, str]]) -> None:
    """Refuse `invalid` for texts left empty: field → (text, what to write)."""
    faults = {field: ask for field, (text, ask) in fields.items() if not text.strip()}
    if faults:
        raise Refusal("invalid", fields=faults)
