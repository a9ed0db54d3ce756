"""当事人 on a finding: only what handling needs; minors are flagged. Pure."""

KINDS = {"person": "个人", "firm": "单位、商户", "unknown": "不清楚"}
AGES = {"adult": "成年人", "14to18": "14至18周岁", "under14": "不满14周岁"}
