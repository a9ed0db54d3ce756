"""A file that is wrong is refused whole, with the line and a reason a person can act on."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.foundation.mechanism import FileRefused, load_file, load_profile
from backend.foundation.mechanism.loading import PROFILES

GOOD = (PROFILES / "changjiang.toml").read_text(encoding="utf-8")


def refusal(tmp_path: Path, text: str) -> FileRefused:
    file = tmp_path / "place.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileRefused) as refused:
        load_file(file)
    return refused.value


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


TRANSFER = '"handoff.transfer" = { amount = 5, unit = "working_day", '
CASES = {
    "a key nobody knows": ('region = "CN"', 'region = "CN"\nregoin = "CN"', "regoin", "未知的键“regoin”"),
    "a key nobody knows inside": (TRANSFER, TRANSFER.replace("amount", "amuont"), "amuont", "未知的键“amuont”"),
    "a table nobody knows": ("[wording]", "[wordnig]", "[wordnig]", "未知的键“wordnig”"),
    "a missing key": ('team = "综合行政执法机构"\n', "", "[wording]", "缺少键“team”"),
    "a missing table": ("[materials]\nkinds", "[materialz]\nkinds", "[materialz]", "未知的键“materialz”"),
    "text for a number": (TRANSFER, TRANSFER.replace("5", '"5"'), TRANSFER[:20], "“amount”应当是整数"),
    "true for a number": (TRANSFER, TRANSFER.replace("5", "true"), TRANSFER[:20], "“amount”应当是整数"),
    "a number for text": ('name = "昌江区"', "name = 7", "name = 7", "“name”应当是文字"),
    "text for an array": ('barred = ["internal"]', 'barred = "internal"', "barred", "“barred”应当是数组"),
    "text for a date": ("[documents.C]", '[documents.C]\nissued = "去年"', "issued", "“issued”应当是日期"),
    "a value for a table": ("[approval]\n", "[approval]\nx = 1\n[approval.y]\n", "x = 1", "未知的键“x”"),
    "an unknown unit": (TRANSFER, TRANSFER.replace("working_day", "workday"), TRANSFER[:20], "“workday”不在可用的词之内，可用：working_day、"),
    "an unknown strength": (TRANSFER, TRANSFER + 'strength = "必须", ', TRANSFER[:20], "“必须”不在可用的词之内"),
    "an unknown basis": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "无" }', '"crime.goods"', "“无”不在可用的词之内"),
    "an unknown limit": ('"crime.goods" =', '"crime.good" =', '"crime.good"', "没有“crime.good”这项期限"),
    "a limit left out": ('"crime.goods" = { basis = "none" }\n', "", "", '缺少期限 [limits."crime.goods"]'),
    "an unknown duty": ('"crime.linkage" =', '"crime.link" =', '"crime.link"', "没有“crime.link”这项要求"),
    "an unknown cadence": ('rule = "progress.regular"', 'rule = "progress"', 'rule = "progress"', "没有“progress”这项周期"),
    "a cadence left out": ('rule = "campaign.regular"', 'rule = "summary.regular"', "", "缺少周期“campaign.regular”"),
    "an unknown capability": ('capabilities = ["M15"]', 'capabilities = ["M99"]', '"M99"', "没有“M99”这项职能"),
    "a number where the text gives none": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "none", amount = 3, unit = "hour" }', '"crime.goods"', "文本没有给出数字，要用数字须写 basis = \"local\"（本地约定）"),
    "a number the quotation does not say": (TRANSFER, TRANSFER.replace("5", "3"), TRANSFER[:20], "引文中没有“3个工作日”；文本之外的数字须写 basis = \"local\"（本地约定）"),
    "a period the quotation does not say": ('per = "half_year"', 'per = "quarter"', 'quote = "例行会议', "引文没有说出这个周期"),
    "a period where the text gives none": ('basis = "per_case"\nclause = "C二(四)2"', 'basis = "per_case"\nper = "month"\nclause = "C二(四)2"', 'per = "month"', "文本没有给出周期，要用周期须写 basis = \"local\"（本地约定）"),
    "a number without unit": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local", amount = 3 }', '"crime.goods"', "有数字而没有单位 unit"),
    "a unit without number": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local", unit = "hour" }', '"crime.goods"', "有单位而没有数字 amount"),
    "a local agreement without number": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local" }', '"crime.goods"', "缺少 amount 和 unit"),
    "a number of days on the same day": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local", unit = "same_day", amount = 1 }', '"crime.goods"', "当日完成的期限不写 amount"),
    "no days at all": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local", unit = "hour", amount = 0 }', '"crime.goods"', "amount 应在1到366之间"),
    "too many days": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "local", unit = "hour", amount = 1000 }', '"crime.goods"', "amount 应在1到366之间"),
    "a clause that does not exist": ('clause = "C二(四)6"', 'clause = "C二(四)9"', 'clause = "C二(四)9"', "条款“C二(四)9”不存在"),
    "words the clause does not have": ("quote = \"移送的案件应经", "quote = \"移送的案件均应经", "quote = \"移送的案件均应经", "引文不是条款“C二(四)2”的原文"),
    "a clause without quotation": ("quote = \"移送的案件应经单位主要领导批准、书面移送\"\n", "", "[approval]", "出自文本的规定须写明条款 clause 和引文 quote"),
    "a quotation without clause": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "none", quote = "及时" }', '"crime.goods"', "有引文而没有条款 clause"),
    "a clause of no document": ('[clauses."C附"]', '[clauses."附"]', '[clauses."附"]', "条款“附”不属于 documents 中的任何文件"),
    "an extension shorter than the limit": ('"handoff.transfer.extended" = { amount = 10,', '"handoff.transfer.extended" = { basis = "local", amount = 4,', '"handoff.transfer.extended"', "延长后的期限是自原起算点的总期限，应长于原期限"),
    "an extension in another unit": ('"handoff.transfer.extended" = { amount = 10, unit = "working_day",', '"handoff.transfer.extended" = { basis = "local", amount = 10, unit = "hour",', '"handoff.transfer.extended"', "延长后的期限与原期限单位不一致"),
    "bounds the wrong way round": ("least = 1\nmost = 30", "least = 31\nmost = 30", "most = 30", "应有 1 ≤ least ≤ most ≤ 366"),
    "bounds that begin at nothing": ("least = 1\nmost = 30", "least = 0\nmost = 30", "most = 30", "应有 1 ≤ least ≤ most ≤ 366"),
    "an array for text": ('code = "changjiang"', "code = []", "code = []", "“code”应当是文字"),
    "a string for a table": ("[materials]\n", "[approval.x]\n[materials]\n", "[approval.x]", "未知的键“x”"),
    "text for a whole table": ("[sharing]\n", "[nothing]\n", "[nothing]", "未知的键“nothing”"),
    "a table for a limit's place": ('"crime.goods" = { basis = "none" }', '"crime.goods" = 3', '"crime.goods"', "“crime.goods”应当是表"),
    "an empty word": ('county = "区"', 'county = ""', 'county = ""', "用语“county”不能为空"),
    "an empty name": ('name = "昌江区"', 'name = " "', 'name = " "', "“name”不能为空"),
    "a stop word that is not quoted": ('words = "责令当事人停止"', 'words = "劝阻"', 'words = "劝阻"', "引文中没有“劝阻”"),
    "a ladder of no steps": ('steps = [{ arbiter = "justice_department", act = "coordinate", words = "由司法局介入协调解决" }]\n', "", "[ladder]", "争议协调：有依据就要写出 steps"),
    "a transition that always holds": ('first_asked = "always"', 'first_asked = "always"\ntransition_to = 2026-12-31', "[complaints]", "首问责任始终适用的，不写过渡期"),
    "a transition that ends before it begins": ('first_asked = "always"', 'first_asked = "transition"\ntransition_from = 2027-01-01\ntransition_to = 2026-12-31', "transition_to", "过渡期的止日早于起日"),
    "a channel both stated and added": ('channels = ["petition"]', 'channels = ["phone"]', "local_channels", "渠道“phone”已出自文本，不是本地补充"),
    "the same table twice": ("[approval]", "[sender]\nx = 1\n[approval]", "[sender]\nx", "同一个键或表写了两次"),
    "the same key twice": ('region = "CN"', 'region = "CN"\nregion = "CN"', 'region = "CN"\nregion_name', "同一个键或表写了两次"),
    "no TOML": ('region = "CN"', "region = 县", "region = 县", "值写法有误，文字须加引号"),
    "a key without value": ('region = "CN"', 'region', "region", "键的后面应当是等号"),
    "two keys on a line": ('region = "CN"', 'region = "CN" x = 1', "region", "一行只写一个键"),
    "a Chinese key without quotes": ('region = "CN"', '地区 = "CN"', "地区", "这一行既不是键也不是表"),
    "a bracket left open": ("[approval]", "[approval", "[approval", "表名的方括号没有合上"),
    "a quote left open": ('region = "CN"', 'region = "CN', "region", "有不允许的字符"),
    "a brace left open": ('"crime.goods" = { basis = "none" }', '"crime.goods" = { basis = "none"', '"crime.goods"', "花括号没有合上"),
    "a number beyond reading": ('region = "CN"', 'region = ' + "9" * 5000, "", "不是合格的 TOML"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_with_line_and_reason(case: str, tmp_path: Path) -> None:
    before, after, where, reason = CASES[case]
    assert before in GOOD
    text = GOOD.replace(before, after, 1)
    error = refusal(tmp_path, text)
    assert error.reason.startswith(reason)
    assert error.line == (line_of(text, where) if where else 1)
    assert str(error) == f"place.toml 第{error.line}行：{error.reason}"


def test_a_file_that_is_no_utf8_is_refused_at_the_broken_line(tmp_path: Path) -> None:
    file = tmp_path / "place.toml"
    file.write_bytes(b'code = "x"\nname = "' + "县".encode("gb18030") + b'"\n')
    with pytest.raises(FileRefused, match="第2行：不是 UTF-8 编码"):
        load_file(file)


def test_a_text_that_never_ends_is_refused_at_its_end(tmp_path: Path) -> None:
    error = refusal(tmp_path, "code = 'x'\nname = '''\n没有结尾")
    assert (error.line, error.reason) == (3, "引号没有合上")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="文件读不出来"):
        load_file(tmp_path / "nowhere.toml")


def test_a_code_nobody_has_is_refused_with_the_codes_there_are() -> None:
    with pytest.raises(FileRefused, match="没有名为“nowhere”的机制，可用：changjiang、eshan"):
        load_profile("nowhere")


def test_a_code_is_no_way_to_other_files() -> None:
    with pytest.raises(FileRefused, match="没有名为“law”的机制"):
        load_profile("law")


def test_a_file_written_on_windows_is_the_same_profile(tmp_path: Path) -> None:
    file = tmp_path / "place.toml"
    file.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert load_file(file) == load_profile("changjiang")


def test_a_place_may_agree_on_what_its_text_leaves_open(tmp_path: Path) -> None:
    agreed = '"handoff.result" = { basis = "local", amount = 15, unit = "working_day", note = "2026年联席会议商定" }'
    file = tmp_path / "place.toml"
    file.write_text(GOOD.replace('"handoff.result" = { basis = "none" }', agreed), encoding="utf-8")
    limit = load_file(file).in_force("handoff.result")
    assert limit is not None
    assert (limit.amount, limit.local, limit.finish) == (15, True, "反馈处理结果")


@given(
    at=st.integers(0, len(GOOD)),
    length=st.integers(0, 80),
    put=st.sampled_from(["", "\n", "[", "=", "'''", "3", "“"]),
)
def test_whatever_is_cut_or_put_in_the_answer_is_a_profile_or_a_refusal(
    at: int, length: int, put: str
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "place.toml"
        file.write_text(text := GOOD[:at] + put + GOOD[at + length :], encoding="utf-8")
        line = line_refused(file)
    assert line is None or 1 <= line <= text.count("\n") + 1


def line_refused(file: Path) -> int | None:
    try:
        load_file(file)
    except FileRefused as error:
        return error.line
    return None
