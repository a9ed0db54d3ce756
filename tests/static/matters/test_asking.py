"""归谁管 on the phone answers as the server does."""

from random import Random

from playwright.async_api import Page

from backend.office.matters.queries.pocketed import RULES
from backend.office.matters.rules.matching import Described, Index
from tests.office.matters.rules.test_matching import LIST

TEXTS = ((0.8, "城市管理"), (0.5, "《中华人民共和国河道管理条例》"))
SENTENCES = ["占道摆摊", "有人往河里倒垃圾，谁管", "河滩上种玉米", "广场舞声音太大", "网吧里有小学生", "没有驾照开车", "sw-04",
             " SR-01 ", "离婚", "", "，。！", "的了在", "zzz", "河", "ABC河道x1", "𠀀𠀁倒"]  # fmt: skip
ASK = """async ([list, sentences]) => {
  const { Asking } = await import("/js/matters/asking.js");
  const asking = new Asking(list);
  return sentences.map((words) => asking.ask(words).map(({ item, sure }) => [item.code, sure]));
}"""


def sayings() -> list[str]:
    return [said for _, each in LIST.values() for said in each]


def babble(count: int) -> list[str]:
    """Characters people type, in no sense."""
    chance, known = Random(7), "".join(sayings()) + "的在了我玉米噪音照abc1 "
    return ["".join(chance.choices(known, k=chance.randrange(1, 12))) for _ in range(count)]


async def test_the_phone_finds_what_the_server_finds_in_the_same_order(workbench: Page) -> None:
    described = {code: Described(code, (name, *said), TEXTS) for code, (name, said) in LIST.items()}
    items = [
        {"code": code, "phrases": list(told.phrases), "texts": list(told.texts)}
        for code, told in described.items()
    ]
    index, sentences = Index(described), [*SENTENCES, *sayings(), *babble(300)]
    found = await workbench.evaluate(ASK, [{"items": items, "rules": RULES}, sentences])
    expected = [[[hit.key, hit.sure] for hit in index.ask(words)] for words in sentences]
    assert dict(zip(sentences, found, strict=True)) == dict(zip(sentences, expected, strict=True))
