"""装备 (M20): 执法记录仪, 对讲机, vehicles; who has what, since when, until when."""
