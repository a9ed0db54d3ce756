"""The mechanism in force, read clause by clause (规则)."""
