"""Where the leader's reading of a filed patrol stands: none, read, returned, amended. Pure."""

from typing import Literal

Review = Literal["none", "read", "returned", "amended"]

WORDS: dict[str, str] = {"none": "未阅", "read": "已阅", "returned": "退回补正", "amended": "有新补记"}
# Filed, and the leader has not read it as it stands now.
WAITING: tuple[Review, ...] = ("none", "amended")
# What a list can be narrowed to: the states, and all that waits for the leader.
CHOICES = {"waiting": "待批阅"} | WORDS


def after_remark(*, returned: bool) -> Review:
    """批示 reads it; a return asks for an addendum before it is read again."""
    return "returned" if returned else "read"


def after_addendum(review: str) -> str:
    """What was read and then amended must be read again; what nobody read stays unread."""
    return review if review == "none" else "amended"
