"""Titles in lines: whole words, balanced, the shorter line below or above (梯形, 菱形; GB/T 9704-2012, 7.3.1). Pure."""

from typing import Final

MOST: Final = 19  # 二号 characters that fit into 版心: 156 mm / 22 pt is 20.1
# A line begins with none of these and ends with none of those.
_NOT_FIRST: Final = "，。、；：）》”的案件函"
_NOT_LAST: Final = "（《“关于不并"


def title_lines(organisation: str, subject: str) -> tuple[str, ...]:
    """The name of the body stands in a line of its own unless everything fits into one."""
    whole = organisation + subject
    if len(whole) <= MOST:
        return (whole,)
    return (*_balanced(organisation), *_balanced(subject))


def _balanced(words: str) -> list[str]:
    """As few lines as hold the words, as even as sense allows, never longer than MOST."""
    count = -(-len(words) // MOST)
    lines: list[str] = []
    while count > 1:
        at = _break(words, -(-len(words) // count))
        lines.append(words[:at])
        words, count = words[at:], max(count - 1, -(-len(words[at:]) // MOST))
    return [*lines, words]


def _break(words: str, ideal: int) -> int:
    """The place nearest to `ideal` where a line may end."""
    places = range(max(1, ideal - 4), min(MOST, len(words) - 1) + 1)
    fit = [at for at in places if words[at] not in _NOT_FIRST and words[at - 1] not in _NOT_LAST]
    return min(fit or [min(ideal, MOST)], key=lambda at: abs(at - ideal))
