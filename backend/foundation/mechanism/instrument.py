"""A normative text cut into clauses, and where a provision stands in it."""

from dataclasses import dataclass, field
from datetime import date

from backend.foundation.datafiles import KEY
from backend.foundation.mechanism.words import Basis


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One issued text (发文)."""

    id: str = field(metadata=KEY)
    title: str
    cited_as: str
    issued: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """One clause, word for word; `id` is the document's id and the place in it, e.g. `E1二(四)`."""

    id: str = field(metadata=KEY)
    part: str = ""
    heading: str = ""
    capabilities: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Provision:
    """What every provision says about its origin.

    `basis`: `text` the clause says it, `quote` proves it; `per_case` the clause leaves the figure to each case;
    `local` 本地约定, agreed on the spot and never shown as the text's own; `none` the text is silent.
    """

    basis: Basis = "text"
    clause: str = ""
    quote: str = ""
    note: str = ""

    @property
    def stated(self) -> bool:
        """Whether the text itself says it."""
        return self.basis in {"text", "per_case"}

    @property
    def local(self) -> bool:
        """Whether it must be marked 本地约定."""
        return self.basis == "local"
