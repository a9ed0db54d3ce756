"""Lengths and forms of what is typed; each check answers a sentence, or nothing where all is well. Pure."""

import re

CODE = re.compile(r"[a-z0-9][a-z0-9-]*")
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
PHONE = re.compile(r"[0-9+ ()*#-]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def words(text: str, most: int, *, needed: bool = True) -> str:
    """One line of text, at most `most` characters."""
    if needed and not text:
        return "必须填写"
    if len(text) > most:
        return f"最多{most}个字"
    return "不能换行或带控制字符" if CONTROL.search(text) else ""


def coded(text: str, pattern: re.Pattern[str], most: int) -> str:
    """A short name for machines: lower-case letters, figures and a few marks."""
    if not text:
        return "必须填写"
    if len(text) > most:
        return f"最多{most}个字符"
    return "" if pattern.fullmatch(text) else "只用小写字母、数字和连字符，字母或数字开头"


def telephone(text: str) -> str:
    """Figures and the marks people write between them; may be empty."""
    if len(text) > 30:  # noqa: PLR2004 - the column's length
        return "最多30个字符"
    return "" if PHONE.fullmatch(text) else "只填数字和连字符"
