"""当事人: only what handling needs; minors are flagged. Pure."""

from typing import Annotated, Literal

import msgspec

from backend.foundation.web.bodies import Body

KINDS = {"person": "个人", "firm": "单位、商户", "unknown": "不清楚"}
AGES = {"adult": "成年人", "14to18": "14至18周岁", "under14": "不满14周岁"}
MINORS = frozenset({"under14", "14to18"})


class Party(Body, kw_only=True):
    """Who did it, as far as it is known."""

    name: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    kind: Literal["person", "firm", "unknown"] | None = None
    contact: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    age: Literal["under14", "14to18", "adult"] | None = None
