"""What is wrong with what somebody wants to put on the list, sentence by sentence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.foundation.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: which field, the code of the refusal, what to do about it."""

    field: str
    code: str
    words: str


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all of them in one refusal: by its own code where there is one kind, else `invalid`. Nothing where none is."""
    found = list(faults)
    if not found:
        return
    codes = {fault.code for fault in found}
    code = codes.pop() if len(codes) == 1 else "invalid"
    fields: dict[str, str] = {}
    for fault in found:
        fields.setdefault(fault.field, fault.words)
    raise Refusal(code, "；".join(fields.values()), fields=fields)
