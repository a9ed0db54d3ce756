"""What every refusal of the API looks like (RFC 9457, the words in Chinese)."""

import re

import httpx

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def problem(answer: httpx.Response) -> str:
    """The code of a refusal that is one in every part; fails on anything else."""
    assert 400 <= answer.status_code < 500, f"{answer.status_code}: {answer.text[:300]}"
    assert answer.headers["content-type"].startswith("application/problem+json"), answer.headers
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["type"] == f"/api/v1/problems/{told['code']}"
    assert CHINESE.search(told["title"])
    assert CHINESE.search(told["detail"]), told
    assert "msgspec" not in answer.text
    return str(told["code"])
