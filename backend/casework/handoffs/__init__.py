"""案件移送 (M05): a violation that another body must handle leaves as a complete, approved, numbered letter."""
