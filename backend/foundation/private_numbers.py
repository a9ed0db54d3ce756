"""Numbers by which a person can be reached or known, in what somebody typed freely. Pure.

Fields of their own (当事人电话) are simply left out of a copy that leaves; but officers also type such numbers into what
happened, and there nobody would look for them.
"""

import re

HIDDEN = "〔号码已隐去〕"

# Figures as people group them (138-0000 0000), half or full width; no part of a longer number, a code or a coordinate.
_APART = r"[ \-–—·　]?"
_BEGIN, _END = r"(?<![0-9A-Za-z０-９.．])", r"(?![0-9A-Za-z０-９])"
_KINDS = (
    rf"\d(?:{_APART}\d){{16}}{_APART}[\dXxＸｘ]",  # 公民身份号码
    rf"\d(?:{_APART}\d){{14,18}}",  # the older one of 15 figures; cards and accounts
    rf"(?:[+＋]?[8８][6６]{_APART})?[1１][3-9３-９](?:{_APART}\d){{9}}",  # mobile
    rf"(?:[(（][0０]\d{{2,3}}[)）]|[0０]\d{{2,3}}){_APART}\d{{3,4}}{_APART}\d{{4}}",  # with its area code
)
_NUMBERS = re.compile(f"{_BEGIN}(?:{'|'.join(_KINDS)}){_END}")
# Seven or eight figures are a telephone number only where they are called one.
_CALLED = re.compile(
    rf"((?:电话|手机|座机|联系方式|[Tt][Ee][Ll])[^\d\n]{{0,6}})\d{{3,4}}{_APART}\d{{4}}{_END}"
)


def numbers_hidden(text: str) -> str:
    """The text without telephone, identity and account numbers; everything else as it stands."""
    return _CALLED.sub(rf"\1{HIDDEN}", _NUMBERS.sub(HIDDEN, text))
