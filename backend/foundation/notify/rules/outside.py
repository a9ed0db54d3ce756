"""What leaves the house: that something waits, and where to look. No name, no plate, no place, no subject. Pure."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Message:
    """One message for outside; `tag` lets a later one about the same record take its place on a screen."""

    text: str
    link: str
    tag: str
    urgent: bool


def message(notice: UUID, record: UUID, address: str, *, urgent: bool, exercise: bool) -> Message:
    """`address` is where people open the product. An exercise says so before anything else."""
    text = "您有一件紧急待办，请马上打开" if urgent else "您有一件待办"
    return Message(
        text=f"【演练】{text}" if exercise else text,
        link=f"{address}/notices/{notice}",
        tag=record.hex,
        urgent=urgent,
    )
