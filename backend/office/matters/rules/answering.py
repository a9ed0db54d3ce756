"""归谁管: the answer in words, and what the township has to do about it. Pure."""

from backend.foundation.mechanism import Profile
from backend.foundation.mechanism.sentences import stop_sentence
from backend.foundation.mechanism.words import UNIT_WORDS
from backend.office.matters.rules.matter import Matter


def verdict(matter: Matter) -> str:
    """One sentence: whose it is."""
    if matter.standing == "granted":
        return f"归本地处罚：{matter.punishing.name}"
    taken_back = "已收回，" if matter.standing == "taken_back" else ""
    return f"{taken_back}归{matter.punishing.name}处罚，不归本地"


def why(matter: Matter) -> str:
    """What it rests on besides the law: granted or not, and the paper that says so."""
    words = {"granted": "赋权乡镇", "taken_back": "已收回", "kept": "没有赋权乡镇"}[matter.standing]
    return f"{words}，{matter.paper}" if matter.paper.title else words


def what_to_do(matter: Matter, profile: Profile) -> str:
    """The township's part, in the words and with the limit of its own mechanism."""
    body, supervising = matter.punishing, matter.supervising.name
    if matter.standing == "granted":
        return f"两名持证人员到场，取证、处罚，结果抄告{supervising}。日常监管仍归{supervising}。"
    if body.kind == "stationed":
        return f"先制止、取证，做好交接记录，交{body.unit_name}办理。"
    stop = stop_sentence(profile.stop)
    limit = profile.in_force("handoff.transfer")
    within = f"{limit.amount}{UNIT_WORDS[limit.unit]}内" if limit and limit.unit and limit.amount else ""
    return f"正在进行的，{stop}，并告知{body.name}；{within}移送。"
