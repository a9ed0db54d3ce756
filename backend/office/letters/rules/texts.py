"""What a township may write into its papers. Pure: which characters can be printed comes as an argument."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from backend.foundation.letters.wording.parts import OWN, PLACE
from backend.foundation.letters.wording.places import NEEDED, PLACES
from backend.foundation.refusals import Refusal

_SPACES: Final = re.compile(r"[ \t\r\n]+")  # the wide space is a character like any other
LONGEST: Final = 400
PART_WORDS: Final = {"opening": "开头", "closing": "结尾", "contact": "联系方式"}


def check_text(kind: str, part: str, words: str, printable: Collection[int]) -> str:
    """The words in one line; refuses `letter_text` with what is wrong in them, `not_found` for no such part."""
    if kind not in PLACES or part not in OWN:
        raise Refusal("not_found")
    plain = _SPACES.sub(" ", words).strip()
    fault = _fault(kind, part, plain, printable)
    if fault:
        raise Refusal("letter_text", f"{PART_WORDS[part]}：{fault}", fields={part: fault})
    return plain


def _fault(kind: str, part: str, words: str, printable: Collection[int]) -> str:
    known, named = PLACES[kind], PLACE.findall(words)
    strange = [name for name in named if name not in known]
    left_out = sorted(NEEDED.get((kind, part), frozenset()) - set(named))
    unseen = [
        sign for sign in words if ord(sign) not in printable or unicodedata.category(sign) in {"Cc", "Cf"}
    ]
    checks = (
        (len(words) > LONGEST, f"最多{LONGEST}个字，现在{len(words)}个"),
        (any(sign in PLACE.sub("", words) for sign in "{}"), "大括号要成对，里面写可填的名称"),
        (bool(strange), f"没有“{'、'.join(strange)}”可填"),
        (bool(left_out), f"少了{'、'.join(f'{{{name}}}' for name in left_out)}，函里必须有"),
        (bool(unseen), f"字库里没有“{'、'.join(dict.fromkeys(unseen))}”，印不出来"),
    )
    return next((said for wrong, said in checks if wrong), "")
