"""What may be said of a superior command. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from backend.foundation.refusals import Refusal

NAME_MOST: Final = 40
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,28}[0-9]")
# Programs do not agree where the host of `https://inside\@outside/` ends: only what they all read alike is taken.
_URL = re.compile(r"https://[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?(:[0-9]{1,5})?(/[!-\[\]-~]*)?")
_LONGEST_URL: Final = 300


@dataclass(frozen=True, slots=True)
class Superior:
    """县应急指挥中心, its number, the address of its platform; the last two may be empty, one of them is there."""

    name: str
    phone: str
    url: str

    @property
    def there(self) -> bool:
        return bool(self.name)


def judged(name: str, phone: str, url: str) -> Superior:
    """As it is kept; everything empty is none. Refuses `invalid` with a sentence for each field."""
    if not (name or phone or url):
        return Superior("", "", "")
    faults = {}
    if not name or len(name) > NAME_MOST:
        faults["name"] = f"写上级指挥的名称，最多{NAME_MOST}个字"
    if not phone and not url:
        faults["phone"] = "电话和平台地址至少写一项"
    if phone and not _PHONE.fullmatch(phone):
        faults["phone"] = "只写数字，可以带区号、横线、空格，3到30位"
    if url and (len(url) > _LONGEST_URL or not _URL.fullmatch(url)):
        faults["url"] = "写 https:// 开头的完整地址，不带账号密码"
    if faults:
        raise Refusal("invalid", fields=faults)
    return Superior(name, phone, url)
