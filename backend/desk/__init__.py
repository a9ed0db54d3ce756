"""The desk: what looks across every record (今日, 台账, 导出)."""
